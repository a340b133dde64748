"""What the pages of calendars share: who reads, days and hours as people read them."""

from bluegether.core import _
from bluegether.core.calendars.api import Found
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.clock import today
from bluegether.core.kit.page import Looks
from datetime import date
from datetime import datetime
from datetime import timedelta
from itertools import groupby
from plone import api


WEEKDAYS = tuple(f"weekday_{day}" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))


class Agenda(Looks):
    """A view that shows entries by day."""

    @property
    def url(self) -> str:
        return f"{api.portal.get().absolute_url()}/@@my-calendar"

    def days(self, entries: list[Found]) -> list[dict]:
        """Return the entries by the day that they begin, what has begun before under today."""
        rows = [(max(local(one.begins).date(), today()), one) for one in entries]
        return [
            {"date": day, "title": self.day(day), "entries": [self.row(one) for _day, one in group]}
            for day, group in groupby(rows, key=lambda row: row[0])
        ]

    def row(self, one: Found) -> dict:
        entry = one.entry
        return {
            "title": entry.title,
            "when": self.when(entry.start, entry.end),
            "source": one.source.title,
            "location": entry.location,
            "url": entry.url,
        }

    def day(self, day: date) -> str:
        weekday = api.portal.translate(WEEKDAYS[day.weekday()], "plonelocales", self.language)
        return f"{weekday} {spoken(day)}"

    @property
    def language(self) -> str:
        return api.portal.get_current_language()

    def when(self, start: date, end: date):
        """Return the hours of an entry, or the days of one without hours."""
        if isinstance(start, datetime):
            return self.hours(local(start), local(end))
        if end <= start:
            return _("All day")
        return _("Until ${day}", mapping={"day": spoken(end)})

    def hours(self, start: datetime, end: datetime):
        hours = f"{start:%H:%M}"
        if end.date() == start.date():
            return hours if end == start else f"{hours} – {end:%H:%M}"
        return _("${hour}, until ${day}", mapping={"hour": hours, "day": spoken(end)})

    def within(self, days: int) -> tuple[datetime, datetime]:
        """Return the moments from now to so many days ahead."""
        return now(), now() + timedelta(days)
