"""`@@leads`: the leads that I handed in; for sales and direction, all of them by state."""

from bluegether.core import _
from bluegether.core.kit.query import batch
from bluegether.core.leads import api as leads
from bluegether.core.leads import vocabularies as words
from bluegether.core.leads.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


MINE = "mine"


class Leads(Page):
    """The list."""

    index = ViewPageTemplateFile("leads.pt")
    title = _("Leads")

    def open(self) -> None:
        self.start, self.size = batch(self.request.form)
        asked = self.text("state", 20)
        self.chosen = asked if self.handles and (asked in words.STATES or asked == MINE) else ""
        self.found = self.find()

    def find(self):
        if not self.handles or self.chosen == MINE:
            return leads.mine(self.userid, start=self.start, size=self.size)
        states = (self.chosen,) if self.chosen else ()
        return leads.leads(reader=self.userid, states=states, start=self.start, size=self.size)

    @property
    def days(self) -> int:
        return leads.answer_days()

    def tabs(self) -> list[dict]:
        """Return the states that sales filter by, with how many there are."""
        counts = leads.counts(reader=self.userid)
        tabs = [("", _("All leads"), sum(counts.values()))]
        tabs += [(state, title, counts[state]) for state, (title, _css) in words.STATES.items()]
        tabs.append((MINE, _("Handed in by me"), None))
        return [
            {"title": title, "count": count, "url": self.address(state=state), "current": state == self.chosen}
            for state, title, count in tabs
        ]

    def rows(self) -> list[dict]:
        return [
            {
                "company": lead.company,
                "url": self.lead_url(lead),
                "heard": lead.heard if len(lead.heard) < 160 else f"{lead.heard[:158]}…",
                "state": self.state(lead),
                "received": self.day(lead.received),
                "due": self.day(lead.due) if lead.state == "new" else "",
                "author": self.name_of(lead.author) if self.handles and lead.author != self.userid else "",
                "taker": self.name_of(lead.taker) if lead.taker else "",
            }
            for lead in self.found.rows
        ]

    def address(self, **values) -> str:
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{self.site_url}/@@leads?{query}" if query else f"{self.site_url}/@@leads"

    def pages(self) -> dict:
        """Return the addresses of the page before and after, when there is one."""
        found = {}
        if self.start:
            found["previous"] = self.address(state=self.chosen, b_start=max(0, self.start - self.size))
        if self.found.more:
            found["next"] = self.address(state=self.chosen, b_start=self.start + self.size)
        return found
