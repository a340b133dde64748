"""The numbers of a score: each a function of what is asked and what is known, and the reason beside the number.

A part returns a `Finding`: value from 0 to 1, the name of its reason (see `words`), what the reason speaks of; None
when the need does not ask about it. What is not known counts half, whether the person did not say it or does not show
it to the reader: nobody can tell one from the other.
"""

from bluegether.core.matching.api.asking import Ask
from bluegether.core.matching.api.asking import Settings
from bluegether.core.matching.interfaces import FRESHNESS
from bluegether.core.matching.interfaces import PLACE
from bluegether.core.matching.interfaces import REMOTE
from bluegether.core.matching.interfaces import SKILLS
from bluegether.core.matching.interfaces import START
from bluegether.core.matching.interfaces import WELCOME
from bluegether.core.matching.interfaces import WISHES
from bluegether.core.matching.storage import Record
from typing import NamedTuple


UNKNOWN = 0.5
FRESH_DAYS, STALE_DAYS = 180, 720
# How the client works, how the person wants to work -> how well that goes together.
TOGETHER = {
    ("no", "no"): 1.0,
    ("no", "partly"): 0.5,
    ("no", "full"): 0.0,
    ("partly", "no"): 1.0,
    ("partly", "partly"): 1.0,
    ("partly", "full"): 0.5,
    ("full", "no"): 0.5,
    ("full", "partly"): 1.0,
    ("full", "full"): 1.0,
}


class Finding(NamedTuple):
    """A number and its reason."""

    value: float
    reason: str
    about: tuple = ()
    known: bool = True


class Levels(NamedTuple):
    """Levels for each row asked for: of the skill itself, the best below it, what counts (never more than asked)."""

    own: list[int]
    near: list[int]
    counted: list[float]


def levels(ask: Ask, record: Record, settings: Settings) -> Levels:
    """Return what the person says of each row."""
    own, near = [0] * len(ask.rows), [0] * len(ask.rows)
    for skill, level, _again in record.skills:
        for row, itself in ask.wanted.get(skill, ()):
            held = own if itself else near
            if level > held[row]:
                held[row] = level
    counted = [min(asked, max(own[row], near[row] * settings.near)) for row, (_skill, asked) in enumerate(ask.rows)]
    return Levels(own, near, counted)


def skills(ask: Ask, counted: list[float], first: int, last: int) -> Finding | None:
    """Return the levels that count as a share of those asked for, of the rows from `first` to `last`."""
    rows = ask.rows[first:last]
    if not rows:
        return None
    got = counted[first:last]
    met = sum(1 for (_skill, asked), level in zip(rows, got, strict=True) if level >= asked)
    return Finding(sum(got) / sum(asked for _skill, asked in rows), "levels", (met, len(rows)))


def start(ask: Ask, record: Record, settings: Settings) -> Finding:
    """Return how well the person is free: late days count down, a smaller share in proportion."""
    if not record.free and not record.periods:
        return Finding(UNKNOWN, "start_unknown", (), known=False)
    share = ask.share if record.share < 0 else min(ask.share, record.share)
    if not share:
        return Finding(0.0, "no_share")
    day = max(record.free, free_day(record.periods, share, ask.start, ask.end))
    late = day - ask.start
    value = max(0.0, 1 - late / settings.late_days) if late > 0 else 1.0
    reason = "late" if late > 0 else "free" if share == ask.share else "smaller_share"
    return Finding(value * share / ask.share, reason, (day, share, max(late, 0)))


def free_day(periods, share: int, start: int, end: int) -> int:
    """Return the first day, from `start` on, after which this share stays without confirmed work until `end`."""
    ahead = [one for one in periods if one[3] and one[1] >= start and one[0] <= end]
    for _first, last, _share, _confirmed in sorted(ahead, key=lambda period: period[1], reverse=True):
        if sum(part for first, until, part, _confirmed in ahead if first <= last <= until) > 100 - share:
            return last + 1
    return start


def place(ask: Ask, record: Record) -> Finding | None:
    """Return whether a place that is asked for is one that the person offers, or where they live."""
    if not ask.places:
        return None
    offered = (*record.places, record.city) if record.city else record.places
    if not offered:
        return Finding(UNKNOWN, "place_unknown", (), known=False)
    found = _common(ask.places, offered)
    return Finding(1.0, "place", (found,)) if found else Finding(0.0, "elsewhere")


def remote(ask: Ask, record: Record) -> Finding | None:
    """Return how well the person's way of working and the client's go together."""
    if not ask.remote:
        return None
    if not record.remote:
        return Finding(UNKNOWN, "remote_unknown", (ask.remote,), known=False)
    return Finding(TOGETHER[ask.remote, record.remote], "remote", (ask.remote, record.remote))


def wishes(ask: Ask, record: Record, settings: Settings) -> Finding:
    """Return the mean of what the person wishes and the need can meet: skills, sector, place, date."""
    found = {
        "skills": _wished_skills(ask, record),
        "sector": _met(ask.sector and (ask.sector,), record.wish_sectors),
        "place": _met(ask.places, record.wish_places),
        "date": _wished_day(ask, record, settings),
    }
    told = {name: value for name, value in found.items() if value is not None}
    if not told:
        return Finding(UNKNOWN, "wishes_unknown", (), known=False)
    met = tuple(name for name, value in told.items() if value)
    return Finding(sum(told.values()) / len(told), "wishes", (met, tuple(name for name in told if name not in met)))


def freshness(ask: Ask, record: Record) -> Finding:
    """Return 1 for a profile changed or confirmed in the last half year, 0 for one of two years, between in between."""
    if not record.refreshed:
        return Finding(UNKNOWN, "freshness_unknown", (), known=False)
    days = ask.today - record.refreshed
    value = 1 - (days - FRESH_DAYS) / (STALE_DAYS - FRESH_DAYS)
    return Finding(max(0.0, min(1.0, value)), "fresh", (record.refreshed,))


def findings(ask: Ask, record: Record, found: Levels, settings: Settings) -> dict:
    """Return part -> Finding, or None for what is not asked about."""
    return {
        SKILLS: skills(ask, found.counted, 0, ask.required),
        WELCOME: skills(ask, found.counted, ask.required, len(ask.rows)),
        START: start(ask, record, settings),
        PLACE: place(ask, record),
        REMOTE: remote(ask, record),
        WISHES: wishes(ask, record, settings),
        FRESHNESS: freshness(ask, record),
    }


def score(found: dict, settings: Settings) -> float:
    """Return the weighted mean of the parts, 0 to 100."""
    counted = [(settings.weights[name], one.value) for name, one in found.items() if one is not None]
    total = sum(weight for weight, _value in counted)
    return 100 * sum(weight * value for weight, value in counted) / total if total else 0.0


def excluded_by(ask: Ask, found: dict, got: Levels) -> list[tuple[str, Finding]]:
    """Return the hard criteria not met. What is not known excludes nobody, but a skill that is not said does."""
    return [(name, found[name]) for name in ask.hard if _fails(name, ask, found[name], got)]


def _fails(name: str, ask: Ask, finding: Finding | None, got: Levels) -> bool:
    if finding is None:
        return False
    if name == SKILLS:
        return not all(got.own[: ask.required])
    if name == START:
        return finding.known and finding.reason != "free"
    return finding.known and finding.value == 0


def _common(wanted, offered) -> str:
    """Return the first place that both name, one as a part of the other at most: `Nantes` and `Nantes Métropole`."""
    for one in wanted:
        for other in offered:
            if one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} ":
                return one
    return ""


def _met(wanted, wished) -> float | None:
    if not wanted or not wished:
        return None
    return float(bool(_common(wanted, wished)))


def _wished_skills(ask: Ask, record: Record) -> float | None:
    wished = {*record.wish_skills, *(skill for skill, _level, again in record.skills if again)}
    if not wished or not ask.rows:
        return None
    met = {row for skill in wished for row, _itself in ask.wanted.get(skill, ())}
    return len(met) / len(ask.rows)


def _wished_day(ask: Ask, record: Record, settings: Settings) -> float | None:
    if not record.wish_day:
        return None
    return max(0.0, 1 - max(0, record.wish_day - ask.start) / settings.late_days)
