"""`@@career`: a person's page; one's own, or with `userid` that of somebody of whom one is the manager or HR."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career import vocabularies
from bluegether.core.career.browser.page import Page
from bluegether.core.career.interfaces import BEFORE
from bluegether.core.career.interfaces import KINDS
from bluegether.core.kit import query
from bluegether.core.skills import api as skills
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


STEPS = 6
MAX_STEPS = 1000


class Career(Page):
    """What the person writes, what the manager and HR answer, interviews, history."""

    index = ViewPageTemplateFile("career.pt")

    @property
    def title(self):
        return _("My career") if self.mine else _("Career of ${person}", mapping={"person": self.owner_name})

    def goals(self) -> list[dict]:
        return [self.goal(goal) for goal in career.goals(self.owner, userid=self.userid)]

    def goal(self, goal) -> dict:
        title, css = vocabularies.GOAL_STATES[goal.state]
        return {
            "goal": goal,
            "url": self.url("career-goal", id=goal.id),
            "state": title,
            "css": css,
            "horizon": vocabularies.HORIZONS[goal.horizon],
            "last": goal.thread[-1] if goal.thread else None,
        }

    def wishes(self) -> list[dict]:
        return [self.wish(wish) for wish in career.wishes(self.owner, userid=self.userid)]

    def wish(self, wish) -> dict:
        title, css = vocabularies.WISH_STATES[wish.state]
        return {
            "wish": wish,
            "url": self.url("career-wish", id=wish.id),
            "state": title,
            "css": css,
            "urgency": vocabularies.URGENCIES[wish.urgency],
            "skill": skills.title(wish.skill) if wish.skill else "",
        }

    @cached_property
    def interviews(self) -> list:
        return career.interviews(self.owner, userid=self.userid)

    def coming(self) -> list:
        """Return what is still to come or to sign, soonest first."""
        return [one for one in reversed(self.interviews) if one.state not in ("signed", "cancelled")]

    def past(self) -> list:
        return [one for one in self.interviews if one.state in ("signed", "cancelled")]

    def task(self, one):
        """Return what the reader has to do in this interview, or nothing."""
        found = next((task.what for task in self.tasks if (task.owner, task.interview.id) == (self.owner, one.id)), "")
        return {"prepare": _("To prepare"), "sign": _("To sign"), "write": _("Report to write")}.get(
            found, _("Did it take place?") if found else ""
        )

    @cached_property
    def tasks(self) -> list:
        return career.tasks(self.userid)

    def due(self) -> list[dict]:
        """Return when the next interviews are due, those aside that are planned."""
        planned = {one.kind for one in self.interviews if one.state in BEFORE}
        days = [(kind, career.next_due(self.owner, kind)) for kind in KINDS if kind not in planned]
        return [{"title": self.kind_title(kind), "on": day} for kind, day in days if day is not None]

    def next(self) -> dict:
        text, written = career.wants(self.owner, userid=self.userid)
        return {"text": text, "written": written}

    def manager(self):
        found = career.manager_of(self.owner)
        return self.name_of(found) if found else None

    @cached_property
    def steps(self) -> list:
        return career.history(self.owner, userid=self.userid, limit=self.limit + 1)

    @cached_property
    def limit(self) -> int:
        return query.integer(self.request.form, "steps", default=STEPS, minimum=1, maximum=MAX_STEPS)

    def more_steps(self) -> str:
        return self.url("career", steps=min(self.limit * 5, MAX_STEPS)) if len(self.steps) > self.limit else ""

    def leads_people(self) -> bool:
        return career.leads_people(self.userid)
