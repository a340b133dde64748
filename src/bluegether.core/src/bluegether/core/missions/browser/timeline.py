"""A picture of who is booked when, by month: what is drawn, and the same in words. One picture for each person."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.missions.interfaces import Period
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


MONTHS = 6
WIDTH, HEIGHT = 100, 24  # of a month and of full time, in the picture's own units
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Bar:
    """A rectangle: confirmed, forecast on top of it, or beyond full time."""

    x: float
    y: float
    width: float
    height: float
    css: str


def months(first: date | None = None) -> list[date]:
    """Return the first days of the months that are drawn, from this one on."""
    start = (first or today()).replace(day=1)
    found = [start]
    while len(found) < MONTHS:
        found.append((found[-1] + timedelta(days=31)).replace(day=1))
    return found


def end_of(shown: list[date]) -> date:
    """Return the last day that is drawn."""
    return shown[-1].replace(day=monthrange(shown[-1].year, shown[-1].month)[1])


def position(day: date, first: date) -> float:
    """Return where a day begins, months being equally wide."""
    month = (day.year - first.year) * 12 + day.month - first.month
    return WIDTH * (month + (day.day - 1) / monthrange(day.year, day.month)[1])


def bars(periods: Iterable[Period], shown: list[date]) -> list[Bar]:
    """Return the rectangles of one person: as high as what is booked, full time being the whole height."""
    first, last = shown[0], end_of(shown)
    mine = [one for one in periods if one.start <= last and one.end >= first]
    turns = {max(first, one.start) for one in mine} | {one.end + DAY for one in mine if one.end < last}
    days = sorted(turns)
    found = []
    for number, day in enumerate(days):
        until = days[number + 1] if number + 1 < len(days) else last + DAY
        found += _stretch(mine, day, until, first)
    return found


def _stretch(mine: list[Period], day: date, until: date, first: date) -> list[Bar]:
    """Return the bars between two days on which nothing changes."""
    here = [one for one in mine if one.start <= day <= one.end]
    confirmed = sum(one.share for one in here if one.confirmed)
    forecast = sum(one.share for one in here if not one.confirmed)
    x, width = position(day, first), position(until, first) - position(day, first)
    low, high = min(confirmed, 100), min(confirmed + forecast, 100)
    found = []
    if low:
        found.append(_bar(x, width, 0, low, "over" if confirmed > 100 else "confirmed"))
    if high > low:
        found.append(_bar(x, width, low, high, "forecast"))
    return found


def _bar(x: float, width: float, low: int, high: int, css: str) -> Bar:
    height = HEIGHT * (high - low) / 100
    return Bar(round(x, 1), round(HEIGHT * (1 - high / 100), 1), round(width, 1), round(height, 1), css)


def words(period: Period, day) -> tuple:
    """Return what one period says, translatable, with its values; `day` writes a date."""
    text = (
        _("${start} to ${end}, ${share} %, confirmed")
        if period.confirmed
        else _("${start} to ${end}, ${share} %, forecast")
    )
    return text, {"start": day(period.start), "end": day(period.end), "share": period.share}
