"""`/missions`: those that the reader may know of: all for business, their own and their team's for everybody else."""

from bluegether.core.kit import query
from bluegether.core.missions import api as missions
from bluegether.core.missions.browser.page import Page
from bluegether.core.missions.vocabularies import STATES
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


SIZE = 25


class Missions(Page):
    """A batch of missions, the latest first, by state, client and words."""

    index = ViewPageTemplateFile("listing.pt")

    @property
    def can_manage(self) -> bool:
        return missions.can_manage(self.userid)

    @property
    def business(self) -> bool:
        return missions.sees_business(self.userid)

    @property
    def may_open_board(self) -> bool:
        return missions.scope(self.userid) is not None

    @property
    def states(self) -> list[dict]:
        chosen = self.chosen
        return [{"id": key, "title": title, "selected": key == chosen} for key, (title, _css) in STATES.items()]

    @property
    def chosen(self) -> str:
        found = self.text("state", 20)
        return found if found in STATES else ""

    @cached_property
    def found(self) -> list:
        """Return the records, which wake no mission."""
        return missions.search(self.userid, text=self.text("text", 100), state=self.chosen)

    @property
    def rows(self) -> list[dict]:
        start = self.start
        return [self.row(record) for record in self.found[start : start + SIZE]]

    def row(self, record) -> dict:
        days = missions.confirmed_days(record)
        return {
            "title": record.title,
            "url": missions.url(record.uid),
            "client": self.client_name(record.client),
            "names": [self.name_of(userid) for userid in record.userids],
            "state": self.state(record.state),
            "until": self.day(date.fromordinal(days[1])) if days is not None else "",
        }

    @property
    def start(self) -> int:
        return query.integer(self.request.form, "b_start", default=0, maximum=10**6)

    @property
    def turn(self) -> dict:
        before, after = self.start - SIZE, self.start + SIZE
        return {
            "before": self.turned(max(0, before)) if self.start else "",
            "after": self.turned(after) if after < len(self.found) else "",
        }

    def turned(self, start: int) -> str:
        values = {"text": self.text("text", 100), "state": self.chosen, "b_start": start}
        return f"{self.context.absolute_url()}?{urlencode(values)}"
