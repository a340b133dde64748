"""`@@rewards-leaderboard`: units first, from the published figures; then the people who chose to be seen."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.chart import Chart
from bluegether.core.rewards.browser.chart import chart
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Leaderboard(Page):
    """The switch is on the page itself; nobody is on it who did not choose it."""

    index = ViewPageTemplateFile("rewards_leaderboard.pt")
    title = _("Leaderboard")

    def open(self) -> None:
        self.listed = rewards.is_listed(self.userid)
        quarters = rewards.quarters()
        self.last = quarters[0] if quarters else ""
        self.units = rewards.by_unit(self.last) if self.last else None
        self.placed = rewards.board()

    def post(self) -> str:
        verb = self.text("verb", 20)
        if verb == "join":
            rewards.join_board(self.userid)
            return self.say(_("You are on the leaderboard."))
        if verb == "leave":
            rewards.leave_board(self.userid)
            return self.say(_("You are no longer on the leaderboard."))
        raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}))

    def rows(self) -> list[dict]:
        """Return the units, most points first, the others together at the end."""
        if self.units is None or not self.units.rows:
            return []
        best = sorted(self.units.rows, key=lambda row: (-row.numbers[0], str(row.key)))
        rows = [self.row(self.unit_title(one.key), one) for one in best]
        return [*rows, self.row(_("All others together"), self.units.others)] if self.units.others is not None else rows

    def row(self, title, figure) -> dict:
        points = figure.numbers[0]
        each = round(points / len(figure.people))
        return {
            "title": self.said(title),
            "value": points,
            "points": self.number(points),
            "people": self.number(len(figure.people)),
            "each": self.number(each),
        }

    def picture(self, rows: list[dict]) -> Chart:
        return chart([(row["title"], max(0, row["value"]), row["points"]) for row in rows])

    def people(self) -> list[dict]:
        return [
            {
                "place": one.place,
                "name": self.name_of(one.userid),
                "url": f"{self.site_url}/people/{one.userid}",
                "points": self.number(one.points),
                "mine": one.userid == self.userid,
            }
            for one in self.placed
        ]
