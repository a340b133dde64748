"""Figures of needs, with their definitions: from the log of milestones and the records, without waking a need.

A need belongs to the month in which it was opened first. Days between two milestones are whole days; a need that did
not reach the second one does not count there. The median of a month is shown with how many needs it is of.
"""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.needs import storage
from bluegether.core.needs.api import rules
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from plone import api
from statistics import median


MONTHS = 12
# Key -> (from which milestone, to which).
SPANS = {
    "shortlisted": ("opened", "shortlisted"),
    "proposed": ("shortlisted", "proposed"),
    "started": ("proposed", "started"),
}
TITLES = {
    "shortlisted": _("From the need to the shortlist"),
    "proposed": _("From the shortlist to the proposal"),
    "started": _("From the proposal to the start"),
}
DEFINITIONS = {
    "shortlisted": _("Days from the first opening of a need to the first person shortlisted for it."),
    "proposed": _("Days from the first person shortlisted to the first person proposed to the client."),
    "started": _("Days from the first proposal to the first day of the mission that was created of the need."),
}


@dataclass(frozen=True)
class Span:
    """The median of one span in one month, of so many needs; None of none."""

    days: float | None
    of: int


@dataclass(frozen=True)
class Month:
    """What the needs opened in one month came to."""

    first: date
    opened: int
    answered: int  # by the network
    won: int
    answer_days: Span
    spans: dict[str, Span]

    @property
    def share(self) -> int | None:
        """Return the percentage answered by the network."""
        return round(100 * self.answered / self.opened) if self.opened else None


def figures(*, reader: str, months: int = MONTHS) -> list[Month]:
    """Return the last months, the oldest first. Raises NotAllowed for who does not see every need."""
    if not rules.sees_all(reader):
        raise NotAllowed(_("Sales and direction see these figures."))
    firsts = _firsts(months)
    by_month: dict[date, list[dict[str, datetime]]] = {first: [] for first in firsts}
    for reached in _opened_since(firsts[0]):
        first = local(reached["opened"]).date().replace(day=1)
        if first in by_month:
            by_month[first].append(reached)
    return [_month(first, found) for first, found in by_month.items()]


def total(found: list[Month]) -> dict:
    """Return how many needs these months opened, and how many of them the network answered."""
    opened, answered = sum(one.opened for one in found), sum(one.answered for one in found)
    return {"opened": opened, "answered": answered, "share": round(100 * answered / opened) if opened else None}


def _firsts(months: int) -> list[date]:
    found = [today().replace(day=1)]
    while len(found) < months:
        last = found[-1]
        found.append(last.replace(year=last.year - (last.month == 1), month=(last.month - 2) % 12 + 1))
    return found[::-1]


def _opened_since(first: date):
    """Yield the milestones of the needs opened since; the log is in the order of time."""
    kept = storage.read_all(api.portal.get())
    start = storage.micros(datetime(first.year, first.month, first.day, tzinfo=storage.UTC)) - storage.DAY
    for uid, milestone in kept.log.values(min=start):
        if milestone == "opened":
            yield kept.milestones[uid]


def _month(first: date, found: list[dict[str, datetime]]) -> Month:
    return Month(
        first=first,
        opened=len(found),
        answered=sum("answered" in one for one in found),
        won=sum("won" in one for one in found),
        answer_days=_span(found, "opened", "answered"),
        spans={name: _span(found, *ends) for name, ends in SPANS.items()},
    )


def _span(found: list[dict[str, datetime]], start: str, end: str) -> Span:
    days = [max(0.0, (one[end] - one[start]).total_seconds() / 86400) for one in found if start in one and end in one]
    return Span(round(median(days), 1) if days else None, len(days))
