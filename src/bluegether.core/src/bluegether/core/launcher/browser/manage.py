"""`@@apps-manage`: the list that animators keep, with how often each is opened."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.browser.page import Page
from bluegether.core.people import api as people
from datetime import timedelta
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


KINDS = {
    "consultant": _("Consultants"),
    "staff": _("Staff"),
    "direction": _("Direction"),
    "partner": _("Partners"),
}


class Manage(Page):
    """One row for each application."""

    index = ViewPageTemplateFile("manage.pt")
    title = _("The list of applications")

    def rows(self) -> list[dict]:
        this, last = months()
        return [
            {
                "app": one,
                "for": self.audience(one),
                "this": _count(one, this),
                "last": _count(one, last),
                "edit": f"{self.site_url}/@@app-edit?id={one.id}",
            }
            for one in launcher.kept_apps(self.userid)
        ]

    def audience(self, one) -> list:
        """Return whom it is for, in words; nothing means everyone."""
        units = people.units()
        return [*(KINDS[kind] for kind in one.kinds), *(units.get(unit, unit) for unit in one.units)]


def months() -> tuple[str, str]:
    """Return this month and the last one as they are counted: 2026-11."""
    day = today()
    return day.isoformat()[:7], (day.replace(day=1) - timedelta(days=1)).isoformat()[:7]


def _count(one, month: str) -> int:
    return one.opened[month]() if month in one.opened else 0
