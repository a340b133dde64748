"""Who is where until when, free from when, on the bench: read from the kept periods, no mission is woken."""

from bluegether.core.kit.clock import today
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.interfaces import Period
from bluegether.core.people import api as people
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


DAY = timedelta(days=1)


@dataclass(frozen=True)
class Load:
    """How much of full time somebody is booked, in percent, from one day to another (both included)."""

    share: int
    start: date
    end: date


@dataclass(frozen=True)
class Bench:
    """A consultant without a confirmed mission: since when (None: never had one), and the next one if there is."""

    userid: str
    since: date | None
    weeks: int
    next: Period | None


def periods(userid: str) -> list[Period]:
    """Return when this person works on missions, by first day: confirmed and forecast, past and to come."""
    trees = kept()
    return list(trees.people.get(userid, ())) if trees is not None else []


def peak(all_periods: Iterable[Period], start: date, end: date) -> Load:
    """Return the highest sum of shares between two days and the first stretch in which it holds."""
    touching = [one for one in all_periods if one.start <= end and one.end >= start]
    turns = sorted({max(start, one.start) for one in touching} | {one.end + DAY for one in touching if one.end < end})
    loads = [(sum(one.share for one in touching if one.start <= day <= one.end), day) for day in turns]
    if not loads:
        return Load(0, start, end)
    highest, first = max(loads, key=lambda pair: (pair[0], -pair[1].toordinal()))
    after = [day for load, day in loads if day > first and load != highest]
    return Load(highest, first, min(after) - DAY if after else end)


def busy(userid: str, day: date) -> int:
    """Return the percentage of full time that is confirmed on this day."""
    return sum(one.share for one in periods(userid) if one.confirmed and one.start <= day <= one.end)


def free_from(userid: str, *, share: int = 100, day: date | None = None) -> date:
    """Return the first day, from `day` (today) on, from which this share of the person stays without confirmed work."""
    start = day or today()
    ahead = [one for one in periods(userid) if one.confirmed and one.end >= start]
    for one in sorted(ahead, key=lambda period: period.end, reverse=True):
        if sum(other.share for other in ahead if other.start <= one.end <= other.end) > 100 - share:
            return one.end + DAY
    return start


def on_bench(day: date | None = None, *, unit: str = "", userids: Iterable[str] | None = None) -> list[Bench]:
    """Return the consultants without confirmed work on this day, longest first; wakes no account.

    `userids` narrows it to these people. It reads the index of names once.
    """
    day = day or today()
    known = people.userids(kind="consultant", unit=unit)
    wanted = set(userids) if userids is not None else None
    found = [
        _bench(userid, day)
        for userid in known
        if (wanted is None or userid in wanted) and not busy(userid, day) and people.has_access(userid)
    ]
    return sorted(found, key=lambda one: (one.since or date.min, one.userid))


def _bench(userid: str, day: date) -> Bench:
    mine = periods(userid)
    past = [one.end for one in mine if one.confirmed and one.end < day]
    ahead = [one for one in mine if one.start > day]
    since = max(past) + DAY if past else None
    weeks = (day - since).days // 7 if since else 0
    return Bench(userid, since, weeks, min(ahead) if ahead else None)
