"""The page of a client, and the list of clients."""

from bluegether.core.kit import query
from bluegether.core.missions import api as missions
from bluegether.core.missions.browser.page import Page
from bluegether.core.people import api as people
from functools import cached_property
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


SIZE = 25


class Client(Page):
    """Sites, contacts, missions."""

    index = ViewPageTemplateFile("client.pt")

    @property
    def can_manage(self) -> bool:
        return missions.can_manage(self.userid)

    @cached_property
    def missions(self) -> list:
        """Return the client's missions, running ones first."""
        found = missions.missions_at(IUUID(self.context), reader=self.userid)
        return [{"mission": one, "names": self.names(one.uid)} for one in found]

    def names(self, uid: str) -> str:
        return ", ".join(self.say_text(self.name_of(userid)) for userid in missions.record(uid).userids)


class Clients(Page):
    """Every client, a batch at a time."""

    index = ViewPageTemplateFile("clients.pt")

    @property
    def can_manage(self) -> bool:
        return missions.can_manage(self.userid)

    @cached_property
    def found(self) -> list:
        wanted = people.folded(self.text("text", 100))
        return [one for one in missions.clients() if wanted in people.folded(f"{one.title} {one.sector}")]

    @property
    def rows(self) -> list[dict]:
        start = self.start
        return [
            {
                "record": one,
                "url": missions.url(one.uid),
                "count": missions.running_at(one.uid),
                "manager": self.name_of(one.account_manager) if one.account_manager else "",
            }
            for one in self.found[start : start + SIZE]
        ]

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
        return f"{self.context.absolute_url()}?{urlencode({'text': self.text('text', 100), 'b_start': start})}"
