"""`@@departure?userid=`: one departure: checklist, who takes over, the day; for who leaves, why."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser import words
from bluegether.core.journeys.browser.departures import task_title
from bluegether.core.journeys.browser.page import Page
from bluegether.core.kit.clock import today
from bluegether.core.people import api as people
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class DeparturePage(Page):
    """HR does everything, the manager and who leaves their own part."""

    index = ViewPageTemplateFile("departure.pt")
    actions = (
        "confirm", "refuse", "withdraw", "move", "cancel", "tick", "untick", "add", "remove", "succeed", "hand", "why",
    )  # fmt: skip

    def show(self) -> str:
        self.departure = journeys.departure(self.whose, actor=self.userid)
        self.mine = self.whose == self.userid
        self.plans = journeys.can_plan(self.userid) and not self.mine
        self.open = self.departure.state == "planned" and not people.has_ended(self.whose)
        return self.index()

    @property
    def whose(self) -> str:
        return self.text("userid", 64)

    @property
    def here(self) -> str:
        return self.address("departure", userid=self.whose)

    def title(self):
        if self.mine:
            return _("My departure")
        return _("The departure of ${name}", mapping={"name": self.name(self.whose)})

    def state(self) -> dict:
        title, css = words.STATES[self.departure.state]
        return {"title": title, "css": css}

    def days(self) -> int:
        return (self.departure.last_day - today()).days

    def proposed(self) -> bool:
        return self.departure.state == "proposed"

    def proposed_by_me(self) -> bool:
        return self.proposed() and self.departure.recorded_by == self.userid

    def tasks(self) -> list[dict]:
        """Return the checklist by day."""
        rows = sorted(self.departure.tasks, key=lambda task: task.due)
        return [
            {
                "task": task,
                "title": task_title(task),
                "late": task.done is None and task.due < today(),
                "may_tick": self.userid == task.who or journeys.can_plan(self.userid),
            }
            for task in rows
        ]

    def areas(self) -> list[dict]:
        """Return what is held, by area, with who takes it over."""
        chosen = self.departure.successors
        return [
            {
                "name": name,
                "title": words.AREAS.get(name, name.capitalize()),
                "holdings": holdings,
                "own": chosen.get(name, ""),
                "to": journeys.successor(self.departure, name),
            }
            for name, holdings in journeys.held(self.whose).items()
        ]

    def successor(self) -> str:
        return journeys.successor(self.departure)

    def near(self) -> list[str]:
        """Return a few colleagues to suggest: the manager and their team."""
        manager = people.manager_of(self.whose)
        found = [manager, *people.team(manager)[:20]] if manager else []
        return [userid for userid in found if userid != self.whose and people.has_access(userid)]

    def handed(self) -> list[dict]:
        rows = [{"area": words.AREAS.get(one.area, one.area), "handed": one} for one in self.departure.handed]
        return rows[::-1]

    def history(self) -> list[dict]:
        rows = [
            {"moment": moment, "who": who, "what": words.HISTORY.get(what, what)}
            for moment, who, what in self.departure.history
        ]
        return rows[::-1]

    def asks_why(self) -> bool:
        """Return whether the question why is shown: to who leaves, and to HR who asks it in the exit interview."""
        return self.departure.state == "planned" and not self.departure.told_why and (self.mine or self.plans)

    def reasons(self) -> list[tuple]:
        return [(reason, words.REASONS[reason]) for reason in journeys.REASONS]

    def do_confirm(self) -> str:
        journeys.plan(self.whose, last_day=self.typed_day("last_day"), actor=self.userid)
        return self._done(_("The departure is planned."))

    def do_refuse(self) -> str:
        journeys.refuse(self.whose, actor=self.userid)
        self.say(_("The proposal is turned down; the manager is told."))
        return self.address("departures")

    def do_withdraw(self) -> str:
        journeys.withdraw(self.whose, actor=self.userid)
        self.say(_("The proposal is taken back."))
        return self.address("departures")

    def do_move(self) -> str:
        journeys.move(self.whose, last_day=self.typed_day("last_day"), actor=self.userid)
        return self._done(_("The last day is changed."))

    def do_cancel(self) -> str:
        journeys.cancel(self.whose, actor=self.userid)
        self.say(_("The departure is cancelled: ${name} stays.", mapping={"name": self.name(self.whose)}))
        return self.address("departures")

    def do_tick(self) -> str:
        return self._tick(done=True)

    def do_untick(self) -> str:
        return self._tick(done=False)

    def do_add(self) -> str:
        values = {"title": self.text("title"), "who": self.text("who", 100), "due": self.typed_day("due")}
        journeys.add_task(journeys.departure(self.whose, actor=self.userid), **values, actor=self.userid)
        return self._done(_("The task is added."))

    def do_remove(self) -> str:
        found = journeys.departure(self.whose, actor=self.userid)
        journeys.remove_task(found, self.text("task", 20), actor=self.userid)
        return self._done(_("The task is removed."))

    def do_succeed(self) -> str:
        journeys.set_successor(self.whose, self.text("to", 100), area=self.text("area", 60), actor=self.userid)
        return self._done(_("The successor is recorded and told."))

    def do_hand(self) -> str:
        handed = journeys.hand_over(self.whose, self.text("area", 60), actor=self.userid)
        return self._done(_("Handed over to ${name}.", mapping={"name": self.name(handed.to)}))

    def do_why(self) -> str:
        journeys.tell_why(self.whose, reason=self.text("reason"), words=self.text("words"), actor=self.userid)
        return self._done(_("Thank you. This is read only together with the answers of others."))

    def _tick(self, *, done: bool) -> str:
        found = journeys.departure(self.whose, actor=self.userid)
        journeys.tick_task(found, self.text("task", 20), done=done, actor=self.userid)
        return f"{self.here}#checklist"

    def _done(self, message) -> str:
        self.say(message)
        return self.here
