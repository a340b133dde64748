"""`GET @career[/<userid>]`, `GET @interviews[/<userid>[/<id>]]`, `GET @interviews-due`."""

from bluegether.core.career import api as career
from bluegether.core.career.interfaces import KINDS
from bluegether.core.career.services.base import Reading
from bluegether.core.kit import query


class CareerGet(Reading):
    """A person's page: one's own without a path."""

    def answer(self) -> dict:
        if len(self.params) > 1:
            raise self.nowhere()
        text, written = career.wants(self.owner, userid=self.userid)
        return {
            "@id": self.at("career", self.owner),
            "person": self.owner,
            "manager": career.manager_of(self.owner),
            "next": text,
            "next_written": written.isoformat() if written else None,
            "goals": [career.goal_data(goal) for goal in career.goals(self.owner, userid=self.userid)],
            "wishes": [career.wish_data(wish) for wish in career.wishes(self.owner, userid=self.userid)],
            "due": {kind: due.isoformat() for kind in KINDS if (due := career.next_due(self.owner, kind)) is not None},
            "history": [self.step(step) for step in career.history(self.owner, userid=self.userid, limit=50)],
        }

    def step(self, step) -> dict:
        return {
            "at": step.at.isoformat(),
            "by": step.actor,
            "what": step.verb,
            "subject": step.subject,
            "id": str(step.thing),
            "title": step.title,
        }


class InterviewsGet(Reading):
    """Without a path the open ones in which the reader takes part; with one, a person's, or one of them."""

    def answer(self) -> dict:
        if len(self.params) > 2:
            raise self.nowhere()
        if len(self.params) == 2:
            return self.interview(career.interview(self.owner, self.thing(1), userid=self.userid))
        if self.params:
            pairs = [(self.owner, one) for one in career.interviews(self.owner, userid=self.userid)]
        else:
            pairs = career.open_interviews(self.userid)
        return {
            "@id": self.at("interviews", *self.params),
            "items_total": len(pairs),
            "items": [self.interview(one, owner) for owner, one in pairs],
        }


class DueGet(Reading):
    """What is due: of everybody for HR (`b_start`, `b_size`), of their team for a manager; 404 for everybody else."""

    def answer(self) -> dict:
        if not career.leads_people(self.userid):
            raise career.nothing()
        start, size = query.batch(self.request.form)
        if career.is_hr(self.userid):
            found = career.due(userid=self.userid, start=start, size=size)
        else:
            found = career.due_in_team(self.userid)[start : start + size]
        items = [{"person": one.userid, "kind": one.kind, "on": one.on.isoformat()} for one in found]
        return {"@id": self.at("interviews-due"), "items": items}
