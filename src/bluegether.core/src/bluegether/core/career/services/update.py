"""`PATCH @career/<userid>[/goals/<id>|/wishes/<id>]`, `PATCH @interviews/<userid>/<id>`."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.services.base import day
from bluegether.core.career.services.base import moment
from bluegether.core.career.services.base import number
from bluegether.core.career.services.base import Writing
from bluegether.core.kit.errors import Invalid


WHERE = ("start", "minutes", "place", "link")
REPORT = ("report", "decisions", "revision")
AGENDA = ("agenda", "agenda_revision")


class CareerPatch(Writing):
    """`next` of the page; fields or `state` of a goal; fields of a wish, or `state` withdrawn or done."""

    def answer(self) -> dict:
        if len(self.params) == 1:
            return self.next()
        if len(self.params) != 3 or self.params[1] not in ("goals", "wishes"):
            raise self.nowhere()
        return self.goal() if self.params[1] == "goals" else self.wish()

    def next(self) -> dict:
        career.want(self.owner, self.sent("next").get("next"), userid=self.userid)
        return {"@id": self.at("career", self.owner), "next": career.wants(self.owner, userid=self.userid)[0]}

    def goal(self) -> dict:
        thing, body = self.thing(2), self.sent("title", "why", "horizon", "state")
        state = body.pop("state", None)
        found = career.goal(self.owner, thing, userid=self.userid)
        if body:
            found = career.change_goal(self.owner, thing, **body, userid=self.userid)
        if state is not None:
            found = career.set_goal_state(self.owner, thing, state, userid=self.userid)
        return career.goal_data(found)

    def wish(self) -> dict:
        thing, body = self.thing(2), self.sent("title", "why", "skill", "urgency", "state")
        state = body.pop("state", None)
        found = career.wish(self.owner, thing, userid=self.userid)
        if body:
            found = career.change_wish(self.owner, thing, **body, userid=self.userid)
        if state is not None:
            verb = {"withdrawn": career.withdraw_wish, "done": career.finish_wish}.get(str(state))
            if verb is None:
                raise Invalid(_("${name} cannot be read.", mapping={"name": "state"}), field="state")
            found = verb(self.owner, thing, userid=self.userid)
        return career.wish_data(found)


class InterviewsPatch(Writing):
    """When and where; `agenda` with `agenda_revision`; `notes`; `report` and `decisions` with `revision`."""

    def answer(self) -> dict:
        if len(self.params) != 2:
            raise self.nowhere()
        one = career.interview(self.owner, self.thing(1), userid=self.userid)
        body = self.sent(*WHERE, *REPORT, *AGENDA, "notes")
        for names, change in (
            (WHERE, self.move),
            (AGENDA, self.agenda),
            (("notes",), self.notes),
            (REPORT, self.report),
        ):
            part = {name: body[name] for name in names if name in body}
            if part:
                change(one, part)
        return self.interview(one)

    def move(self, one, part: dict) -> None:
        if "start" in part:
            part["start"] = moment(part["start"], "start")
        career.move(self.owner, one.id, **part, userid=self.userid)

    def agenda(self, one, part: dict) -> None:
        revision = number(part.get("agenda_revision"), "agenda_revision")
        career.amend_agenda(self.owner, one.id, part.get("agenda"), revision=revision, userid=self.userid)

    def notes(self, one, part: dict) -> None:
        career.prepare(self.owner, one.id, part["notes"], userid=self.userid)

    def report(self, one, part: dict) -> None:
        revision = number(part.get("revision"), "revision")
        rows = part.get("decisions", [{"what": row.what, "who": row.who, "by": row.by} for row in one.decisions])
        text = part.get("report", one.report)
        decisions = self.with_days(rows) if "decisions" in part else rows
        career.write_report(self.owner, one.id, text, decisions, revision=revision, userid=self.userid)

    def with_days(self, rows):
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise Invalid(_("${name} cannot be read.", mapping={"name": "decisions"}), field="decisions")
        return [row | {"by": day(row.get("by") or None, "decisions")} for row in rows]
