"""`POST @sync-accounts`: the HR system's file, as text/csv or as JSON; told what would change, or done with `apply`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.service import WriteService
from bluegether.core.people import api as people
from itertools import islice
from plone import api
from zope.i18n import translate


AT_ONCE = 200
TOLD = 1000
FLAGS = ("apply", "many")


class SyncAccountsPost(WriteService):
    """200 with the outcome. One call does at most AT_ONCE lines; `left` says how many are to do: call again."""

    def answer(self) -> dict:
        userid = api.user.get_current().getId()
        data, apply, many = self.sent()
        plan = people.plan_sync(data, actor=userid)
        done = self.apply(plan, userid, many) if apply else []
        told = [item for item in plan.items if item.act != "same"]
        return {
            "counts": plan.counts(),
            "too_many_departures": plan.too_many,
            "done": sum(not item.problems for item in done),
            "left": len(plan.to_do()) - sum(not item.problems for item in done),
            "items": [self.item(item) for item in sorted(told, key=lambda item: item.number)[:TOLD]],
            "items_total": len(told),
            "absent": plan.absent[:TOLD],
        }

    def apply(self, plan: people.SyncPlan, userid: str, many: bool) -> list:
        steps = people.apply_sync(plan, actor=userid, many=many)
        try:
            return list(islice(steps, AT_ONCE))
        finally:
            steps.close()

    def sent(self) -> tuple[bytes, bool, bool]:
        """Return the file and the two flags, from the body and the address or from a JSON object."""
        if "json" not in (self.request.getHeader("Content-Type") or ""):
            apply, many = (self.request.form.get(name) in ("1", "true") for name in FLAGS)
            return self.request.get("BODY") or b"", apply, many
        body = self.body()
        if not isinstance(body.get("csv"), str):
            raise Invalid(_("This is required."), field="csv")
        for name in FLAGS:
            if not isinstance(body.get(name, False), bool):
                raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return body["csv"].encode(), body.get("apply", False), body.get("many", False)

    def item(self, item) -> dict:
        return {
            "line": item.number,
            "name": item.name,
            "matricule": item.row.matricule,
            "userid": item.userid,
            "outcome": item.act,
            "changes": {name: [plain(old), plain(new)] for name, (old, new) in item.changes.items()},
            "problems": [{"column": one.column, "message": self.say(one.reason)} for one in item.problems],
            "remarks": [self.say(remark) for remark in item.remarks],
        }

    def say(self, message) -> str:
        return translate(message, context=self.request)


def plain(value):
    """Return a day as ISO text, anything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
