"""`@@notifications`: the centre; `@@notification-open`: the way from a notice to its thing, by a form."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.browser.page import Page
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.interface import implementer


ICONS = {
    "announcement": "exclamation-triangle",
    "career": "compass",
    "charter": "file-earmark-check",
    "comment": "chat-left-text",
    "dossiers": "file-earmark-person",
    "rewards": "gift",
    "needs": "briefcase",
    "expertise": "award",
    "follow": "person-plus",
    "journey": "signpost-split",
    "mention": "at",
    "message": "envelope",
    "moderation": "shield-check",
    "reaction": "heart",
    "reply": "reply",
}


@implementer(IOpenToClients)
class Centre(Page):
    """What I was told, newest first; marking works without JavaScript."""

    index = ViewPageTemplateFile("centre.pt")

    @property
    def only_unread(self) -> bool:
        return self.text("show") == "unread"

    @cached_property
    def page(self) -> notifications.Page:
        cursor = notifications.checked_cursor(self.request.form.get("cursor"))
        return notifications.notices(self.userid, unread=self.only_unread, cursor=cursor)

    def post(self) -> str:
        """Mark one, or all, and come back to the same list."""
        act = self.text("act")
        if act == "read-all":
            notifications.read_all(self.userid)
            self.tell(_("Everything is marked as read."))
        elif act in ("read", "unread"):
            verb = notifications.read if act == "read" else notifications.unread
            verb(notifications.checked_id(self.text("id")), self.userid)
        else:
            raise Missing(_("There is nothing at this address."))
        return self.address(show=self.text("show"))

    def rows(self) -> list[dict]:
        """Return the notices made ready for the template."""
        return [self.row(item) for item in self.page.items]

    def row(self, item: notifications.Item) -> dict:
        return {
            "id": item.id,
            "text": item.text,
            "excerpt": item.excerpt,
            "icon": ICONS.get(item.category, "bell"),
            "person": self.person(item.actor) if item.actor and item.category != "announcement" else None,
            "when": self.moment(item.happened),
            "unread": item.unread,
            "urgent": item.urgent,
        }

    def address(self, **query) -> str:
        wanted = {name: value for name, value in query.items() if value}
        return self.url + (f"?{urlencode(wanted)}" if wanted else "")

    def tabs(self) -> list[dict]:
        """Return the two lists."""
        both = (("", _("All notifications")), ("unread", _("Not read")))
        shown = "unread" if self.only_unread else ""
        return [
            {"title": title, "url": self.address(show=name), "current": "page" if name == shown else None}
            for name, title in both
        ]

    @property
    def older(self) -> str | None:
        """Return the address of the next page."""
        if self.page.cursor is None:
            return None
        return self.address(show="unread" if self.only_unread else "", cursor=self.page.cursor)

    @property
    def any_unread(self) -> bool:
        return notifications.count(self.userid).number > 0


@implementer(IOpenToClients)
class Open(Page):
    """Mails and browser messages lead here: a form that marks the notice as read and goes to its thing."""

    index = ViewPageTemplateFile("open.pt")

    def post(self) -> str:
        return notifications.read(notifications.checked_id(self.text("id")), self.userid).url

    @cached_property
    def item(self) -> notifications.Item | None:
        """Return the notice, None when it is gone or not this person's to know any more."""
        try:
            return notifications.notice(notifications.checked_id(self.text("id")), self.userid)
        except Missing:
            self.request.response.setStatus(404)
            return None
