"""What arrivals and departures ask of the signed-in person."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser.departures import task_title
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.clock import today
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.people import api as people
from datetime import date
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class JourneysTodos:
    """One's own steps and questions that are due, those of one's newcomers, one's tasks; for HR, what is late."""

    def __init__(self, site, request):
        self.site = site
        self.request = request
        self.userid = api.user.get_current().getId() or ""

    def todos(self) -> list[Todo]:
        if not self.userid or not api.user.has_permission("BlueGether: See journeys"):
            return []
        return [*self.own(), *self.newcomers(), *self.tasks(), *self.for_hr()]

    def own(self) -> list[Todo]:
        journey = journeys.own_journey(self.userid)
        if journey is None:
            return []
        url = self.url("my-journey")
        asked = [Todo(_("Say how your arrival is going"), url) for _day in journeys.open_questions(journey)[:1]]
        return [*self.steps(journey, "newcomer", url), *asked]

    def newcomers(self) -> list[Todo]:
        """Return the due steps of those whose buddy or manager one is."""
        found = []
        near = dict.fromkeys(journeys.buddy_of(self.userid), "buddy")
        near |= dict.fromkeys(people.team(self.userid), "manager")
        for userid, who in near.items():
            journey = journeys.own_journey(userid)
            if journey is not None:
                found += self.steps(journey, who, self.url("journey", userid))
        return found

    def tasks(self) -> list[Todo]:
        rows = journeys.tasks_of(self.userid)
        return [self.task(userid, task) for userid, _day, task in rows]

    def for_hr(self) -> list[Todo]:
        if not journeys.can_plan(self.userid):
            return []
        counts = (
            (_("Departures to confirm"), "departures", journeys.proposals()),
            (_("Tasks of HR before departures"), "departures", len(journeys.tasks_of(journeys.HR))),
            (_("Late steps of HR in arrivals"), "journeys", journeys.late_for_hr()),
        )
        return [Todo(title, self.url(page), count=count) for title, page, count in counts if count]

    def steps(self, journey, who: str, url: str) -> list[Todo]:
        """Return one todo for each step of these that is due by today; newcomers are not hurried by a date."""
        rows = [step for step in journey.steps if step.who == who and step.id not in journey.done]
        due = [(journeys.due_day(journey, step.day), step) for step in rows]
        name = people.account(journey.userid).fullname
        return [
            Todo(self.title(step.title, name, who), url, due=None if who == "newcomer" else end_of(day))
            for day, step in due
            if day <= today()
        ]

    def title(self, title: str, name: str, who: str):
        if who == "newcomer":
            return _("My arrival: ${step}", mapping={"step": title})
        return _("Arrival of ${name}: ${step}", mapping={"name": name, "step": title})

    def task(self, userid: str, task) -> Todo:
        title = translate(task_title(task), context=self.request)
        if userid == self.userid:
            message = _("Before I leave: ${task}", mapping={"task": title})
        else:
            message = _("Departure of ${name}: ${task}", mapping={"name": self.name(userid), "task": title})
        return Todo(message, self.url("departures"), due=self.due(task.due))

    def due(self, day: date):
        return end_of(day)

    def name(self, userid: str) -> str:
        person = people.account(userid)
        return person.fullname if person is not None else userid

    def url(self, page: str, userid: str = "") -> str:
        return f"{self.site.absolute_url()}/@@{page}" + (f"?userid={userid}" if userid else "")
