"""`@mission-closing?userid=` of a mission: what both sides say, the checklist; 404 for who is not concerned."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions import api as missions
from bluegether.core.missions.services.base import number
from bluegether.core.missions.services.base import Reading
from bluegether.core.missions.services.base import text
from bluegether.core.missions.services.base import Writing


def closing_data(mission, userid: str, reader: str) -> dict:
    """Return what the reader may know of the end of this consultant's mission; raise Missing."""
    kept = missions.closing(mission, userid, reader=reader)
    said = missions.evaluations(mission, userid, reader=reader)
    return {
        "@id": f"{mission.absolute_url()}/@mission-closing?userid={userid}",
        "userid": userid,
        "revision": kept.revision,
        "open": missions.is_open(missions.record_of(mission), userid),
        "sides": sorted(missions.sides(missions.record_of(mission), userid, reader)),
        "evaluations": {side: values | {"at": values["at"].isoformat()} for side, values in said.items()},
        "checklist": [
            {
                "key": key,
                "done": key in kept.done,
                "by": kept.done[key][0] if key in kept.done else None,
                "at": kept.done[key][1].isoformat() if key in kept.done else None,
            }
            for key in missions.CHECKLIST
        ],
    }


class Get(Reading):
    """What there is; one's own without a user id."""

    def answer(self) -> dict:
        return closing_data(self.context, text(self.request.form.get("userid", self.userid), "userid"), self.userid)


class Patch(Writing):
    """Any of `evaluation` {side, marks, text} with `revision`, `checklist` {key: true or false}."""

    def answer(self) -> dict:
        body = self.sent("userid", "evaluation", "revision", "checklist")
        userid = text(body.get("userid", self.userid), "userid")
        if "evaluation" in body:
            self.evaluate(userid, part(body, "evaluation"), number(body.get("revision"), "revision"))
        for key, done in part(body, "checklist").items():
            missions.tick(self.context, userid, key, bool(done), actor=self.userid)
        return closing_data(self.context, userid, self.userid)

    def evaluate(self, userid: str, sent: dict, revision: int) -> None:
        side, said = text(sent.get("side"), "side"), text(sent.get("text", ""), "text")
        missions.evaluate(self.context, userid, side, part(sent, "marks"), said, actor=self.userid, revision=revision)


def part(body: dict, name: str) -> dict:
    """Return an object of a body, empty for none; raise Invalid for anything else."""
    found = body.get(name) or {}
    if not isinstance(found, dict):
        raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
    return found
