"""`@@departures`: who leaves and who left, for HR and managers (their own team); tasks of who asks."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser import words
from bluegether.core.journeys.browser.page import Page
from bluegether.core.kit import query
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class DeparturesPage(Page):
    """Wakes the departures of the page only."""

    index = ViewPageTemplateFile("departures.pt")
    title = _("Departures")
    actions = ("tick",)

    def show(self) -> str:
        self.plans = journeys.can_plan(self.userid)
        self.leads = bool(people.team(self.userid))
        self.tab = self.chosen("tab", ("leaving", "left")) or "leaving"
        self.start, self.size = query.batch(self.request.form)
        asked = journeys.departed if self.tab == "left" else journeys.leaving
        self.found, self.total = asked(actor=self.userid, start=self.start, size=self.size)
        return self.index()

    def tabs(self) -> list[tuple]:
        return [("leaving", _("To come")), ("left", _("Have left"))] if self.plans or self.leads else []

    def rows(self) -> list[dict]:
        return [self._row(one) for one in self.found]

    def turning(self):
        return self.pager(self.total, self.start, self.size, tab=self.tab)

    def may_see_why(self) -> bool:
        return journeys.can_see_why(self.userid)

    def tasks(self) -> list[dict]:
        """Return the open tasks of the signed-in person, and of HR for HR."""
        found = journeys.tasks_of(self.userid)
        if self.plans:
            found = sorted([*found, *journeys.tasks_of(journeys.HR)], key=lambda row: row[1])
        return [
            {"userid": userid, "task": task, "title": task_title(task), "late": task.due < today()}
            for userid, _day, task in found
        ]

    def do_tick(self) -> str:
        found = journeys.departure_of(self.text("userid", 64))
        if found is None:
            raise Missing(_("There is no such departure."))
        journeys.tick_task(found, self.text("task", 20), done=True, actor=self.userid)
        self.say(_("Thank you, that is done."))
        return self.url

    def _row(self, one) -> dict:
        title, css = words.STATES[one.state]
        done = sum(task.done is not None for task in one.tasks)
        return {
            "departure": one,
            "userid": one.userid,
            "state": title,
            "css": css,
            "done": done,
            "total": len(one.tasks),
            "successor": journeys.successor(one),
            "days": (one.last_day - today()).days,
        }


def task_title(task):
    """Return what a task is called."""
    return task.title or words.TASKS[task.id]
