"""`spaces`: the directory of spaces, with one's own first."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser import words
from bluegether.core.spaces.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


SIZE = 24
MAX_TEXT = 100


@implementer(IOpenToOutside)
class Directory(Page):
    """Spaces that one may know of, no space is woken."""

    index = ViewPageTemplateFile("directory.pt")

    def show(self) -> str:
        self.criteria = {
            "text": self.text("text")[:MAX_TEXT],
            "kind": self.text("kind") if self.text("kind") in words.TEMPLATES else "",
            "show": self.text("show") if self.text("show") in SHOWS else "",
        }
        return self.index()

    def mine(self) -> list:
        """Return one's own spaces, on the first page of everything."""
        return [] if any(self.criteria.values()) or self.start() else spaces.mine(self.userid)

    def invitations(self) -> list:
        return spaces.invitations(self.userid)

    def batch(self) -> dict:
        """Return the spaces of the page and how many there are."""
        start = self.start()
        found = spaces.listing(userid=self.userid, start=start, size=SIZE, **self.criteria)
        pager = self.pager(found.total, start, SIZE, **self.criteria)
        return {"rows": [self.row(brain) for brain in found.rows], "total": found.total, "pager": pager}

    def row(self, brain) -> dict:
        """Return a space as a card shows it."""
        one = spaces.brief(brain.UID, userid=self.userid)
        kind = one.template if one is not None else ""
        return {
            "url": brain.getURL(),
            "title": brain.Title,
            "purpose": brain.Description,
            "kind": words.TEMPLATES.get(kind, ""),
            "icon": words.ICONS.get(kind, "people"),
            "states": self.state(one) if one is not None else [],
            "members": one.members if one is not None else 0,
            "role": one.role if one is not None else "",
        }

    def kinds(self) -> list[dict]:
        """Return the kinds to choose from."""
        chosen = self.criteria["kind"]
        return [
            {"name": name, "title": title, "selected": "selected" if name == chosen else None}
            for name, title in words.TEMPLATES.items()
        ]

    def shows(self) -> list[dict]:
        """Return which spaces to choose from."""
        chosen = self.criteria["show"]
        return [
            {"name": name, "title": title, "selected": "selected" if name == chosen else None}
            for name, title in SHOWS.items()
        ]

    def may_create(self) -> bool:
        return spaces.can_create(self.userid)


SHOWS = {
    "": _("All spaces"),
    "open": _("Open spaces"),
    "mine": _("My spaces"),
    "archived": _("Archived spaces"),
}
