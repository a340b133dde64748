"""What the pages of adoption share: how months, shares and hours are said."""

from bluegether.core import _
from bluegether.core.adoption import api as adoption
from bluegether.core.kit.page import Looks
from bluegether.core.people import api as people
from datetime import date
from plone import api


# Setting -> (what is too low or too slow, what an animator does about it).
ADVICE = {
    "active_share": (
        _("Too few members take part"),
        _("Write to the newcomers, and let the weekly digest tell of what is worth coming for."),
    ),
    "contributors_share": (
        _("Too few members contribute"),
        _("Ask a question that many can answer, and thank those who share an experience."),
    ),
    "unit_share": (
        _("Few contributors in one unit"),
        _("Find one voice there: ask their manager to tell of a mission, and mention its experts in questions."),
    ),
    "crossing_share": (
        _("Units keep to themselves"),
        _("Mention experts of other units in questions, and open a space around a skill that several units share."),
    ),
    "open_share": (
        _("Much is kept in closed rooms"),
        _("Ask the owners of closed spaces whether their reason still holds."),
    ),
    "answer_hours": (
        _("Questions wait too long"),
        _("Mention an expert in each question that waits: the page of experts says who knows what."),
    ),
}


class Page(Looks):
    """GET only."""

    index = None

    def __call__(self):
        self.request.set("disable_plone.rightcolumn", 1)
        return self.index()

    @property
    def fewest(self) -> int:
        return adoption.FEWEST

    def month_title(self, name: str) -> str:
        """Return the month as people say it: November 2026."""
        day = date.fromisoformat(f"{name}-01")
        said = api.portal.translate(f"month_{day:%b}".lower(), domain="plonelocales", lang=self.language)
        return f"{said[:1].upper()}{said[1:]} {day.year}"

    def month_short(self, name: str) -> str:
        day = date.fromisoformat(f"{name}-01")
        return api.portal.translate(f"month_{day:%b}_abbr".lower(), domain="plonelocales", lang=self.language)

    @property
    def language(self) -> str:
        return api.portal.get_current_language()[:2]

    def percent(self, value) -> str:
        """Return a share; a dash where too few people stand behind it."""
        if value is None:
            return "–"
        return f"{value}\u202f%" if self.language == "fr" else f"{value}%"

    def count(self, value) -> str:
        return "–" if value is None else str(value)

    def hours(self, value) -> str:
        if value is None:
            return "–"
        said = f"{value:g}"
        return f"{said.replace('.', ',')} h" if self.language == "fr" else f"{said} h"

    def unit_title(self, unit: str):
        return people.units().get(unit, unit) if unit else _("Other units together")
