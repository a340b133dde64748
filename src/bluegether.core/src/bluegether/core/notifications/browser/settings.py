"""`@@notification-settings`: what I am told, by which channel, when; `@@notification-devices`: my browsers."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.browser.page import Page
from bluegether.core.notifications.interfaces import CHANNELS
from bluegether.core.notifications.interfaces import RHYTHM_TITLES
from bluegether.core.notifications.interfaces import WEEKDAYS
from bluegether.core.people import api as people
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


CHANNEL_TITLES = {"portal": _("Portal"), "mail": _("Mail"), "push": _("Browser")}
FORCED = _("Always")


@implementer(IOpenToClients)
class Settings(Page):
    """One form; what is not on it stays as it was."""

    index = ViewPageTemplateFile("settings.pt")

    @property
    def has_account(self) -> bool:
        return people.account(self.userid) is not None

    @cached_property
    def settings(self) -> notifications.Settings:
        return notifications.settings(self.userid)

    def post(self) -> str:
        """Keep the form's choices."""
        notifications.choose(
            self.userid,
            channels=self.sent_channels(),
            rhythm=self.text("rhythm"),
            hour=self.number("hour"),
            weekday=self.number("weekday"),
            quiet_from=self.number("quiet_from"),
            quiet_until=self.number("quiet_until"),
            discreet=self.text("discreet") == "on",
        )
        notifications.again(self.userid)
        self.tell(_("Your choices are kept."))
        return self.url

    def sent_channels(self) -> dict:
        """Return what is ticked; boxes that differ in nothing from the site's default stay the site's."""
        ticked = set(self.texts("on"))
        found: dict[str, dict[str, bool]] = {}
        for row in self.rows():
            for cell in row["cells"]:
                wanted = cell["value"] in ticked
                if not cell["forced"] and wanted != cell["on"]:
                    found.setdefault(row["name"], {})[cell["channel"]] = wanted
        return found

    def number(self, name: str) -> int | None:
        """Return a choice as a number, None for "none"; what is no number is left to the verb to refuse."""
        value = self.text(name)
        if not value:
            return None
        return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else -1

    def rows(self) -> list[dict]:
        """Return the categories with their channels."""
        return [
            {"name": name, "title": title, "cells": [self.cell(name, channel) for channel in CHANNELS]}
            for name, title in notifications.categories().items()
        ]

    def cell(self, category: str, channel: str) -> dict:
        return {
            "channel": channel,
            "value": f"{category}.{channel}",
            "title": CHANNEL_TITLES[channel],
            "on": self.settings.channels[category][channel],
            "forced": channel in self.settings.forced[category],
        }

    def channels(self) -> list:
        return list(CHANNEL_TITLES.values())

    def choices(self, name: str) -> list[dict]:
        """Return the options of a select; what was sent counts before what is kept."""
        options = {
            "rhythm": list(RHYTHM_TITLES.items()),
            "hour": [(hour, f"{hour}:00") for hour in range(24)],
            "weekday": [(term.value, term.title) for term in WEEKDAYS],
            "quiet_from": [("", _("No hours of my own")), *((hour, f"{hour}:00") for hour in range(24))],
            "quiet_until": [("", _("No hours of my own")), *((hour, f"{hour}:00") for hour in range(24))],
        }[name]
        kept = getattr(self.settings, name)
        now = self.text(name) if self.error else str("" if kept is None else kept)
        return [
            {"value": value, "title": title, "selected": "selected" if str(value) == now else None}
            for value, title in options
        ]

    def wrong(self, name: str):
        """Return the message at this field."""
        return self.error.message if self.error is not None and self.error.field == name else None

    def site_quiet(self) -> dict:
        """Return the site's quiet hours, for people to know them."""
        begin, end = notifications.setting("quiet_from"), notifications.setting("quiet_until")
        days = [WEEKDAYS.getTerm(day).title for day in sorted(notifications.setting("quiet_days") or ())]
        return {"begin": begin, "end": end, "hours": begin != end, "days": days}

    @property
    def push_key(self) -> str:
        return notifications.public_key()

    def devices(self) -> list[dict]:
        """Return my browsers, without their keys."""
        return [
            {"key": key, "name": device.name or _("Browser"), "added": self.moment(device.added)["full"]}
            for key, device in notifications.devices(self.userid).items()
        ]


@implementer(IOpenToClients)
class Devices(Page):
    """Adds this browser (its script sends the address and the keys), or removes one."""

    def show(self):
        return self.request.response.redirect(f"{self.site_url}/@@notification-settings")

    def post(self) -> str:
        if self.text("remove"):
            notifications.unsubscribe(self.userid, self.text("remove"))
            self.tell(_("This browser receives nothing any more."))
        else:
            name = browser_name(self.request.getHeader("User-Agent") or "")
            keys = {field: self.text(field) for field in ("endpoint", "p256dh", "auth")}
            notifications.subscribe(self.userid, name=name, **keys)
            self.tell(_("This browser receives your notifications from now on."))
        return f"{self.site_url}/@@notification-settings#browsers"


def browser_name(agent: str) -> str:
    """Return what a person recognises their browser by; no more is kept of it."""
    names = {"Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
    systems = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS"}
    name = next((title for sign, title in names.items() if sign in agent), "")
    system = next((title for sign, title in (systems | {"Linux": "Linux"}).items() if sign in agent), "")
    return " · ".join(part for part in (name, system) if part)
