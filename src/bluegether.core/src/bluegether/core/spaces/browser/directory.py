"""`spaces`: the directory of spaces, with one's own first."""

from bluegether.core import _
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser import words
from bluegether.core.spaces.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 24
MAX_TEXT = 100


class Directory(Page):
    """Spaces that one may know of, from the catalog; no space is woken."""

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
        found = api.portal.get_tool("portal_catalog")(**self.query())
        rows = [self.row(brain) for brain in found[start : start + SIZE]]
        total = len(found)
        return {"rows": rows, "total": total, "pager": self.pager(total, start, SIZE, **self.criteria)}

    def query(self) -> dict:
        wanted = {"portal_type": "Space", "sort_on": "sortable_title"}
        if self.criteria["text"]:
            wanted["SearchableText"] = " ".join(f"{word}*" for word in plain_words(self.criteria["text"]))
        if self.criteria["kind"]:
            wanted["space_template"] = self.criteria["kind"]
        wanted["review_state"] = SHOWS[self.criteria["show"]]["states"]
        if self.criteria["show"] == "mine":
            wanted["UID"] = list(spaces.spaces_of(self.userid)) or ["none"]
        return wanted

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
            {"name": name, "title": show["title"], "selected": "selected" if name == chosen else None}
            for name, show in SHOWS.items()
        ]

    def may_create(self) -> bool:
        return spaces.can_create(self.userid)


LIVE = ["open", "listed", "secret"]
GONE = [f"archived_{name}" for name in LIVE]
SHOWS = {
    "": {"title": _("All spaces"), "states": LIVE},
    "open": {"title": _("Open spaces"), "states": ["open"]},
    "mine": {"title": _("My spaces"), "states": [*LIVE, *GONE]},
    "archived": {"title": _("Archived spaces"), "states": GONE},
}


def plain_words(text: str) -> list[str]:
    """Return the words of a text, without what the index takes as an operator."""
    kept = "".join(sign if sign.isalnum() else " " for sign in text)
    return [word for word in kept.split() if word.upper() not in ("AND", "OR", "NOT")][:8]
