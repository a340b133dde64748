"""`@mission` of a mission: its periods as they are, the facts about them, its history; verbs on its periods."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions import api as missions
from bluegether.core.missions.services.base import day
from bluegether.core.missions.services.base import needed_day
from bluegether.core.missions.services.base import number
from bluegether.core.missions.services.base import period_data
from bluegether.core.missions.services.base import Reading
from bluegether.core.missions.services.base import text
from bluegether.core.missions.services.base import Writing


def mission_data(mission, reader: str) -> dict:
    """Return what who views a mission may know beside its fields."""
    record = missions.record_of(mission)
    lines, _total = missions.history(mission, reader=reader)
    return {
        "@id": f"{mission.absolute_url()}/@mission",
        "state": record.state,
        "revision": record.revision,
        "client": {"uid": record.client, "title": missions.client_shown(record.client, reader)},
        "periods": [period_data(one, userid) for userid, one in record.periods],
        "early_ends": [
            {
                "userid": fact.userid,
                "agreed": {"start": fact.start.isoformat(), "end": fact.end.isoformat()},
                "day": fact.day.isoformat(),
                "reason": fact.reason,
                "actor": fact.actor,
                "at": fact.happened.isoformat(),
            }
            for fact in missions.early_ends(mission)
        ],
        "history": [
            {"at": line.at.isoformat(), "actor": line.actor, "what": line.what, "values": line.values} for line in lines
        ],
    }


class Get(Reading):
    """What there is."""

    def answer(self) -> dict:
        return mission_data(self.context, self.userid)


class Post(Writing):
    """`do` one of extend, end_early, replace; `revision` is the one that was read."""

    def answer(self) -> dict:
        names = ("do", "revision", "userid", "start", "end", "share", "confirmed", "day", "reason", "by", "accept")
        body = self.sent(*names)
        verbs = {"extend": self.extend, "end_early": self.end_early, "replace": self.replace}
        verb = verbs.get(body.get("do")) if isinstance(body.get("do"), str) else None
        if verb is None:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "do"}), field="do")
        known = {"actor": self.userid, "revision": number(body.get("revision"), "revision")}
        verb(text(body.get("userid"), "userid"), body, known)
        return mission_data(self.context, self.userid)

    def extend(self, userid: str, body: dict, known: dict) -> None:
        days = {"start": day(body.get("start"), "start"), "end": needed_day(body.get("end"), "end")}
        share = number(body["share"], "share") if body.get("share") is not None else None
        options = {"confirmed": bool(body.get("confirmed", True)), "accept": bool(body.get("accept"))}
        missions.extend(self.context, userid, share=share, **days, **options, **known)

    def end_early(self, userid: str, body: dict, known: dict) -> None:
        reason = text(body.get("reason", ""), "reason")
        missions.end_early(self.context, userid, day=needed_day(body.get("day"), "day"), reason=reason, **known)

    def replace(self, userid: str, body: dict, known: dict) -> None:
        values = {"day": needed_day(body.get("day"), "day"), "reason": text(body.get("reason", ""), "reason")}
        by = text(body.get("by"), "by")
        missions.replace_by(self.context, userid, by, accept=bool(body.get("accept")), **values, **known)
