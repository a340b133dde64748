"""`@@urgent-message`: write one, and who sent which; `@@announcement`: read one."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.browser.page import Page
from bluegether.core.people import api as people
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


KIND_TITLES = {
    "consultant": _("Consultants"),
    "staff": _("Internal staff"),
    "direction": _("Direction"),
    "partner": _("Partners"),
    "client": _("Clients"),
}


class Urgent(Page):
    """The form, and beside it what was sent, by whom and to whom: it cannot be taken back."""

    index = ViewPageTemplateFile("urgent.pt")
    maximum_title = notifications.MAX_TITLE
    maximum_text = notifications.MAX_TEXT

    def post(self) -> str:
        notifications.announce(
            title=self.text("title"),
            text=self.text("text"),
            kinds=self.texts("kinds"),
            units=self.texts("units"),
            userid=self.userid,
        )
        self.tell(_("Your message is on its way: it is in the portal now, mail and browser messages follow at once."))
        return self.url

    def wrong(self, name: str):
        return self.error.message if self.error is not None and self.error.field == name else None

    def boxes(self, name: str) -> list[dict]:
        """Return the kinds or units to choose from."""
        options = KIND_TITLES.items() if name == "kinds" else sorted(people.units().items(), key=lambda row: row[1])
        sent = self.texts(name)
        return [
            {"value": value, "title": title, "checked": "checked" if value in sent else None}
            for value, title in options
        ]

    def sent(self) -> list[dict]:
        """Return the latest messages."""
        return [self.row(found_id, found) for found_id, found in notifications.announcements()]

    def row(self, found_id: int, found) -> dict:
        return {
            "title": found.title,
            "url": f"{self.site_url}/@@announcement?id={found_id}",
            "author": notifications.name_of(found.author),
            "when": self.moment(found.sent)["full"],
            "audience": [
                *(KIND_TITLES[kind] for kind in found.audience.kinds),
                *(people.units().get(unit, unit) for unit in found.audience.units),
            ],
        }


@implementer(IOpenToClients)
class Announcement(Page):
    """One urgent message, for those whom it was sent to."""

    index = ViewPageTemplateFile("announcement.pt")

    @cached_property
    def message(self) -> dict:
        found = notifications.announcement(notifications.checked_id(self.text("id")), self.userid)
        return {
            "title": found.title,
            "author": notifications.name_of(found.author),
            "when": self.moment(found.sent)["full"],
            "lines": found.text.split("\n"),
        }

    def post(self) -> str:
        raise Missing(_("There is nothing at this address."))
