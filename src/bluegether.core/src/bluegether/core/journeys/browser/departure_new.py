"""`@@departure-new`: HR records a departure, a manager announces one to HR."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser.page import Page
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class DepartureNew(Page):
    """Who and the last day; the rest is on the departure's own page."""

    index = ViewPageTemplateFile("departure_new.pt")
    actions = ("plan", "propose")

    def show(self) -> str:
        self.plans = journeys.can_plan(self.userid)
        self.team = people.team(self.userid)
        if not self.plans and not self.team:
            raise NotAllowed(_("Only HR and managers announce departures."))
        return self.index()

    def title(self):
        return _("Record a departure") if self.plans else _("Announce a departure to HR")

    def person(self) -> str:
        return self.typed("person") or self.typed("userid")

    def earliest(self) -> str:
        return today().isoformat()

    def do_plan(self) -> str:
        userid = self._person()
        journeys.plan(userid, last_day=self.typed_day("last_day"), actor=self.userid)
        self.say(_("The departure of ${name} is planned.", mapping={"name": self.name(userid)}))
        return self.address("departure", userid=userid)

    def do_propose(self) -> str:
        userid = self._person()
        journeys.propose(userid, last_day=self.typed_day("last_day"), actor=self.userid)
        self.say(_("HR is told and will confirm."))
        return self.address("departures")

    def _person(self) -> str:
        return journeys.known_person(self.text("person", 100), field="person")
