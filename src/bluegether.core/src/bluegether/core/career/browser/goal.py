"""`@@career-goal`: a new goal, or one goal with its thread; each button is a verb."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career import vocabularies
from bluegether.core.career.browser.page import Page
from bluegether.core.career.interfaces import MAX_TEXT
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.kit.errors import Invalid
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Goal(Page):
    """The person writes and closes it, and notes progress; the manager and HR answer."""

    index = ViewPageTemplateFile("goal.pt")
    goal = None

    def open(self) -> None:
        super().open()
        if self.thing:
            self.goal = career.goal(self.owner, self.thing, userid=self.userid)
        elif not self.mine:
            raise career.nothing()

    def post(self) -> str:
        verbs = {"save": self.save, "say": self.say_it, "state": self.set_state}
        verb = verbs.get(self.text("verb", 20))
        if verb is None:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}))
        return verb()

    def save(self) -> str:
        values = self.texts("title", "why", "horizon")
        if self.goal is None:
            goal = career.add_goal(self.owner, **values, userid=self.userid)
            return self.say(_("Your goal is written. Your manager and HR can answer it."), self.address(goal.id))
        career.change_goal(self.owner, self.thing, **values, userid=self.userid)
        return self.say(_("Saved."), self.address(self.thing))

    def say_it(self) -> str:
        career.say(self.owner, "goal", self.thing, self.text("text"), userid=self.userid)
        return self.say(_("Saved."), self.address(self.thing))

    def set_state(self) -> str:
        career.set_goal_state(self.owner, self.thing, self.text("state", 20), userid=self.userid)
        return self.say(_("Saved."), self.address(self.thing))

    def address(self, goal_id: int) -> str:
        return self.url("career-goal", id=goal_id)

    @property
    def title(self):
        return self.goal.title if self.goal is not None else _("New goal")

    def state(self) -> dict:
        title, css = vocabularies.GOAL_STATES[self.goal.state]
        return {"title": title, "css": css}

    def horizon(self):
        return vocabularies.HORIZONS[self.goal.horizon]

    def states(self) -> list[tuple]:
        """Return (state, button) of what the person can say of the goal now."""
        if self.goal.state == "open":
            return [("reached", _("I have reached it")), ("dropped", _("I drop it"))]
        return [("open", _("Take it up again"))]

    def fields(self) -> list[dict]:
        now = self.goal
        return [
            self.field("title", label=_("Goal"), value=now.title if now else "", required=True, maximum=MAX_TITLE),
            self.field("why", label=_("Why"), value=now.why if now else "", type="textarea", maximum=MAX_TEXT),
            self.field(
                "horizon",
                label=_("Horizon"),
                value=now.horizon if now else "year",
                type="select",
                choices=list(vocabularies.HORIZONS.items()),
            ),
        ]

    def say_fields(self) -> list[dict]:
        label = _("Progress note") if self.mine else _("Your answer")
        return [self.field("text", label=label, type="textarea", required=True, maximum=MAX_TEXT, rows=3)]
