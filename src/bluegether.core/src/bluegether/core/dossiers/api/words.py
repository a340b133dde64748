"""The words of a dossier in its own language, which need not be the reader's: headings, dates, levels, languages."""

from bluegether.core import _
from bluegether.core.people.interfaces.profile import LANGUAGE_LEVELS
from bluegether.core.people.interfaces.profile import LEVELS
from datetime import date
from datetime import datetime
from zope.i18n import translate
from zope.i18n.locales import locales
from zope.i18nmessageid import Message


LANGUAGES = ("fr", "en")
LABEL = _("Skills profile")
ENVIRONMENT = _("Environment:")
OTHER_SKILLS = _("Other skills")
SECTIONS = {
    "profile": _("Profile"),
    "skills": _("Skills"),
    "experiences": _("Experiences"),
    "certifications": _("Certifications"),
    "languages": _("Languages"),
}


class Words:
    """One language's words."""

    def __init__(self, language: str):
        self.language = language
        self.locale = locales.getLocale(language)

    def say(self, text, **mapping) -> str:
        """Return a text of the catalog in this language."""
        return translate(Message(text, mapping=mapping or None), target_language=self.language)

    def account(self, sector: str) -> str:
        """Return what stands in place of a confidential client's name."""
        sector = sector.strip()
        if not sector:
            return self.say(_("Major account"))
        sector = sector if sector[:2].isupper() else sector[:1].lower() + sector[1:]
        return self.say(_("Major account – ${sector}"), sector=sector)

    def month(self, day: date) -> str:
        """Return `mars 2021`."""
        names = self.locale.dates.calendars["gregorian"].getMonthNames()
        return f"{names[day.month - 1]} {day.year}"

    def period(self, start: date | None, end: date | None, today: date) -> str:
        """Return `mars 2021 – aujourd’hui (2 ans 3 mois)`, empty when nothing is known."""
        if start is None:
            return self.say(_("until ${date}"), date=self.month(end)) if end else ""
        running = end is None or end > today
        if not running and (start.year, start.month) == (end.year, end.month):
            return self.month(start)
        last = self.say(_("today")) if running else self.month(end)
        if start > today:
            return self.say(_("from ${date}"), date=self.month(start))
        length = self.length(start, today if running else end)
        return f"{self.month(start)} – {last}" + (f" ({length})" if length else "")

    def length(self, start: date, end: date) -> str:
        """Return `2 ans 3 mois`, the months at both ends counted; empty when they are the wrong way round."""
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        years, months = divmod(max(months, 0), 12)
        parts = [self.years(years) if years else "", self.months(months) if months else ""]
        return " ".join(part for part in parts if part)

    def years(self, number: int) -> str:
        return self.say(_("1 year")) if number == 1 else self.say(_("${number} years"), number=number)

    def months(self, number: int) -> str:
        return self.say(_("1 month")) if number == 1 else self.say(_("${number} months"), number=number)

    def skill_level(self, level: int) -> str:
        """Return what a level of a skill is called."""
        return self.say(LEVELS.getTerm(level).title) if level in LEVELS else ""

    def spoken(self, code: str) -> str:
        """Return what a language is called, with a capital letter."""
        name = self.locale.displayNames.languages.get(code, code)
        return name[:1].upper() + name[1:]

    def spoken_level(self, level: str) -> str:
        """Return what a level of a language is called."""
        return self.say(LANGUAGE_LEVELS.getTerm(level).title) if level in LANGUAGE_LEVELS else ""


def as_day(value) -> date | None:
    """Return a day of whatever a profile holds one as: a date, a moment, `2021-03` or nothing."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or not value:
        return value or None
    parts = str(value).split("-")[:3]
    try:
        return date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        return None
