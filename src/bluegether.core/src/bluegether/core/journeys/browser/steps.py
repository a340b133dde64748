"""What the two pages of one arrival share: the steps by day, and ticking them."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser.page import Page
from bluegether.core.kit.clock import today
from itertools import groupby


class StepsPage(Page):
    """`journey` is the arrival shown, `whose` the user id of the newcomer."""

    whose = ""

    def rows(self) -> list[dict]:
        """Return the steps with their state, and whether the signed-in person may tick them."""
        return [self._row(step) for step in self.journey.steps]

    def by_day(self) -> list[dict]:
        """Return the steps under their days: number, date, rows, and whether all of the day is done."""
        found = []
        for number, rows in groupby(self.rows(), key=lambda row: row["step"].day):
            day = list(rows)
            done = all(row["done"] for row in day)
            found.append({"number": number, "date": day[0]["day"], "rows": day, "done": done})
        return found

    def progress(self) -> dict:
        done, total = len(self.journey.done), len(self.journey.steps)
        return {"done": done, "total": total, "days": range(total)}

    def late(self) -> int:
        return sum(row["late"] for row in self.rows())

    def know(self) -> list[dict]:
        """Return whom the newcomer may turn to."""
        found = journeys.people_to_know(self.journey)
        return [{"role": super(StepsPage, self).who_title(role), "userid": userid} for role, userid in found]

    def do_tick(self) -> str:
        return self._tick(done=True)

    def do_untick(self) -> str:
        return self._tick(done=False)

    def _tick(self, *, done: bool) -> str:
        found = journeys.tick(self.whose, self.text("step", 20), done=done, actor=self.userid)
        if found.ended is not None:
            self.say(_("That was the last step: this arrival is complete."))
        return f"{self.here()}#step-{self.text('step', 20)}"

    def here(self) -> str:
        """Return the address of this page."""
        return self.url

    def _row(self, step) -> dict:
        done = self.journey.done.get(step.id)
        return {
            "step": step,
            "day": journeys.due_day(self.journey, step.day),
            "done": done,
            "due": journeys.due_day(self.journey, step.day) <= today(),
            "late": journeys.is_late(self.journey, step),
            "link": journeys.address_of(step),
            "may_tick": self.journey.ended is None and journeys.can_tick(self.journey, step, self.userid),
        }
