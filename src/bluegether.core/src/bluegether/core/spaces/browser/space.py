"""`space`: the page of a space: its head, and one tab of those that rooms plug in (`kit.interfaces.ISpaceSection`)."""

from bluegether.core.kit.interfaces import ISpaceSection
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser import words
from bluegether.core.spaces.browser.page import OfSpace
from bluegether.core.spaces.interfaces import FREE
from bluegether.core.spaces.interfaces import IOpenToKnowers
from bluegether.core.spaces.interfaces import REQUEST
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.component import getAdapters
from zope.interface import implementer


@implementer(IOpenToKnowers)
class Space(OfSpace):
    """Who may not see what is inside gets the head and how to enter. Only the chosen tab is rendered."""

    index = ViewPageTemplateFile("space.pt")

    def show(self) -> str:
        self.chosen = self.section()
        return self.index()

    @cached_property
    def inside(self) -> bool:
        """Return whether this reader sees what is inside."""
        return spaces.may_see(self.uid, self.userid) or (spaces.can_configure(self.record, self.userid))

    @cached_property
    def sections(self) -> list[tuple]:
        """Return (name, section) of the tabs of this reader, in order."""
        if not self.inside:
            return []
        found = getAdapters((self.context, self.request), ISpaceSection)
        return sorted((pair for pair in found if pair[1].available()), key=lambda pair: (pair[1].order, pair[0]))

    def section(self):
        """Return the tab that the address names, else the first."""
        name = self.text("tab")
        if not name:
            return self.sections[0] if self.sections else None
        found = next((pair for pair in self.sections if pair[0] == name), None)
        if found is None:
            raise NotFound(name)
        return found

    def tabs(self) -> list[dict]:
        return [
            {"title": section.title, "url": self.tab(name), "current": "page" if name == self.chosen[0] else None}
            for name, section in self.sections
        ]

    def brief(self):
        return spaces.brief(self.uid, userid=self.userid)

    def kind(self):
        return words.TEMPLATES[self.context.template]

    def owner(self) -> dict:
        return self.person(self.record.owner)

    def faces(self) -> list[dict]:
        """Return some members; of a closed space to its members only."""
        return [self.person(userid) for userid in spaces.faces(self.uid)] if self.inside else []

    def way_in(self) -> str:
        """Return how this reader enters: a word for the page, empty when there is no way."""
        if self.role or self.record.archived:
            return ""
        if self.userid in self.record.invited:
            return "invited"
        if self.userid in self.record.applied:
            return "applied"
        if spaces.is_outside(self.userid):
            return ""
        return {FREE: "join", REQUEST: "apply"}.get(self.context.joining, "")

    def waiting(self) -> int:
        """Return how many applications wait for who answers them."""
        return len(self.record.applied) if self.may_moderate else 0
