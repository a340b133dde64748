"""`@@journeys`: arrivals that run and that ended, for HR, animators and managers (their own team)."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser import words
from bluegether.core.journeys.browser.page import Page
from bluegether.core.kit import query
from bluegether.core.kit.clock import today
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class JourneysPage(Page):
    """Wakes the arrivals of the page only; what is late is said in each row."""

    index = ViewPageTemplateFile("journeys.pt")
    actions = ("begin",)

    def show(self) -> str:
        self.follows = journeys.can_follow(self.userid)
        self.tab = self.chosen("tab", ("running", "ended")) or "running"
        self.start, self.size = query.batch(self.request.form)
        asked = journeys.ended if self.tab == "ended" else journeys.running
        self.found, self.total = asked(actor=self.userid, start=self.start, size=self.size)
        return self.index()

    def tabs(self) -> list[tuple]:
        found = [("running", _("Running"))]
        return [*found, ("ended", _("Past arrivals"))] if self.follows else []

    def rows(self) -> list[dict]:
        return [self._row(journey) for journey in self.found]

    def turning(self):
        return self.pager(self.total, self.start, self.size, tab=self.tab)

    def may_keep_templates(self) -> bool:
        return journeys.can_keep_templates(self.userid)

    def may_begin(self) -> bool:
        return journeys.can_read_answers(self.userid) and self.tab == "running"

    def late_for_hr(self) -> int:
        """Return how many steps of HR are late, for HR."""
        return journeys.late_for_hr() if journeys.can_read_answers(self.userid) else 0

    def newcomers(self) -> list[str]:
        """Return whose buddy the signed-in person is."""
        return journeys.buddy_of(self.userid)

    def do_begin(self) -> str:
        found = journeys.begin(self.text("person", 100), actor=self.userid)
        self.say(_("The arrival of ${name} has begun.", mapping={"name": self.name(found.userid)}))
        return self.address("journey", userid=found.userid)

    def _row(self, journey) -> dict:
        late = [step for step in journey.steps if journeys.is_late(journey, step)]
        following = next((step for step in journey.steps if step.id not in journey.done), None)
        return {
            "userid": journey.userid,
            "journey": journey,
            "number": (today() - journey.started).days + 1,
            "done": len(journey.done),
            "total": len(journey.steps),
            "late": len(late),
            "waits_for": words.WHO[late[0].who] if late else None,
            "next": following,
            "outcome": words.OUTCOMES.get(journey.outcome, ""),
        }
