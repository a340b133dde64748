"""The parts of the frame: rail, create menu, account menu. Nothing here walks the site."""

from Acquisition import aq_inner
from bluegether.theme import _
from plone.memoize.view import memoize
from Products.Five import BrowserView
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.i18nmessageid import Message


ICON_PREFIX = "plone.icon."
IN_BOTTOM_BAR = 4
TONES = 6
# Category of actions -> heading in the rail. The first is for every day and has none; the last is folded.
GROUPS = {
    "rail": "",
    "rail_work": _("Business"),
    "rail_company": _("Company"),
    "rail_lead": _("Steering"),
}
FOLDED = "rail_lead"


def initials(name: str) -> str:
    """Return the first letters of the first and the last word: "Anne-Lise de Brem" gives "AB"."""
    words = [word for word in name.replace("'", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


def tone(userid: str) -> int:
    """Return the colour, 1 to 6, of this person's avatar; always the same."""
    return sum(userid.encode()) % TONES + 1


class Shell(BrowserView):
    """`context/@@shell` in templates."""

    def _state(self, name: str):
        return getMultiAdapter((self.context, self.request), name=name)

    def _text(self, value) -> str:
        domain = None if isinstance(value, Message) else "plone"
        return translate(value, domain=domain, context=self.request)

    def _entry(self, action: dict) -> dict:
        icon = (action.get("icon") or "").rsplit("/", 1)[-1].removeprefix(ICON_PREFIX)
        return {"id": action["id"], "url": action["url"], "title": self._text(action["title"]), "icon": icon or "dot"}

    @memoize
    def entries(self, category: str) -> list[dict]:
        """Return the actions of this category that the person may use: id, url, title, icon."""
        return [self._entry(action) for action in self._state("plone_context_state").actions(category)]

    @property
    @memoize
    def anonymous(self) -> bool:
        return self._state("plone_portal_state").anonymous()

    @memoize
    def rail(self) -> list[dict]:
        """Return the rooms of all groups; `current` is "page" for the page itself, "true" below it, None otherwise."""
        if self.anonymous:
            return []
        here = self.request.get("ACTUAL_URL", "").rstrip("/")
        portal_url = self._state("plone_portal_state").portal_url()
        entries = [entry | {"current": None, "group": name} for name in GROUPS for entry in self.entries(name)]
        near = [nearness(entry["url"], here, portal_url) for entry in entries]
        if any(near):
            entry = entries[near.index(max(near))]
            entry["current"] = mark(entry["url"], here)
        return entries

    def groups(self, after: int = 0) -> list[dict]:
        """Return the rooms from this one on by group: heading, entries, whether the group is open."""
        found = [(name, [entry for entry in self.rail()[after:] if entry["group"] == name]) for name in GROUPS]
        return [
            {
                "title": self._text(GROUPS[name]) if GROUPS[name] else "",
                "entries": entries,
                "open": name != FOLDED or any(entry["current"] for entry in entries),
            }
            for name, entries in found
            if entries
        ]

    def bottom(self) -> list[dict]:
        return self.rail()[:IN_BOTTOM_BAR]

    def more(self) -> list[dict]:
        return self.groups(IN_BOTTOM_BAR)

    @memoize
    def addable(self) -> list[dict]:
        """Return what may be added in this folder, for those who may add."""
        folder = aq_inner(self._state("plone_context_state").folder())
        member = self._state("plone_portal_state").member()
        if self.anonymous or not member.has_permission("Add portal content", folder):
            return []
        return [
            {"id": kind["id"], "url": kind["action"], "title": self._text(kind["title"]), "icon": type_icon(kind["id"])}
            for kind in self._state("folder_factories").addable_types()
        ]

    @memoize
    def person(self) -> dict:
        """Return who is here: userid, name, label (of the menu), initials, tone."""
        member = self._state("plone_portal_state").member()
        userid = member.getId()
        name = member.getProperty("fullname", "") or userid
        label = self._text(_("My account: ${name}", mapping={"name": name}))
        return {"userid": userid, "name": name, "label": label, "initials": initials(name), "tone": tone(userid)}

    @property
    def may_search(self) -> bool:
        """Return whether the person may look around in the portal: a client may not, and gets no search box."""
        state = self._state("plone_portal_state")
        return not self.anonymous and bool(state.member().has_permission("View", state.portal()))

    @property
    def logo(self) -> str:
        """Return the address of the site's own logo, or "" when none was uploaded."""
        state = self._state("plone_portal_state")
        registry = getattr(self.context, "portal_registry", {})
        return f"{state.navigation_root_url()}/@@site-logo" if registry.get("plone.site_logo") else ""

    @property
    def signing_in(self) -> bool:
        return self.request.get("ACTUAL_URL", "").rstrip("/").rsplit("/", 1)[-1] in ("login", "login_form", "@@login")


def nearness(url: str, here: str, portal_url: str) -> int:
    """Return how long the part of the address is that this entry covers; the front page covers only itself."""
    url = url.rstrip("/")
    if here == url:
        return len(url) + 1
    return len(url) if url != portal_url and here.startswith(url + "/") else 0


def mark(url: str, here: str) -> str:
    return "page" if here == url.rstrip("/") else "true"


def type_icon(type_id: str) -> str:
    return "contenttype/" + type_id.lower().replace(" ", "-")
