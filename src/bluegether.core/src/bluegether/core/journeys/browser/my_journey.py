"""`@@my-journey`: the newcomer's own page: what is due, what comes, whom to know."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser import words
from bluegether.core.journeys.browser.steps import StepsPage
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Missing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SOON = 3


class MyJourney(StepsPage):
    """Theirs alone; when it has ended it stays to be read."""

    index = ViewPageTemplateFile("my_journey.pt")
    actions = ("tick", "untick", "answer")

    def show(self) -> str:
        try:
            self.journey = journeys.journey(self.userid, actor=self.userid)
        except Missing:
            self.journey = None
        return self.index()

    @property
    def whose(self) -> str:
        return self.userid

    def title(self):
        return _("Welcome, ${name}", mapping={"name": self.first_name(self.userid)})

    def rows(self) -> list[dict]:
        """Return the steps; to the newcomer none is late."""
        return [row | {"late": False} for row in super().rows()]

    def who_title(self, who: str):
        return words.WHO_FOR_NEWCOMER[who]

    def now(self) -> list[dict]:
        """Return one's own open steps that are due, or the next few when none is."""
        mine = [row for row in self.rows() if row["step"].who == "newcomer" and not row["done"]]
        due = [row for row in mine if row["day"] <= today()]
        return due or mine[:SOON]

    def questions(self) -> list[tuple]:
        """Return (day, what is asked) of the questions that wait."""
        return [(day, words.QUESTIONS[day]) for day in journeys.open_questions(self.journey)]

    def scale(self) -> list[tuple]:
        return list(words.SCALE.items())

    def do_answer(self) -> str:
        journeys.answer(self.userid, self.number("day"), scale=self.number("scale"), text=self.text("text"))
        self.say(_("Thank you. Only HR reads what you wrote."))
        return self.url
