"""A month's sums: what is shown. No figure is about fewer than five people, and none follows from two others."""

from bluegether.core.adoption.storage import Adoption
from bluegether.core.adoption.storage import KEY
from bluegether.core.kit.annotation import stored
from bluegether.core.people import api as people
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from plone import api
from statistics import median


FEWEST = 5
CHUNK = 200
OTHERS = ""  # id of the units that are too small to be named


@dataclass(frozen=True)
class Unit:
    """A unit's month; the one without an id stands for all units too small to be named."""

    id: str
    members: int
    active: int
    contributors: int


@dataclass(frozen=True)
class Month:
    """One month. Shares are percents, None where fewer than five people (or questions, contents) stand behind one.

    `days` is how many of its days are counted; `answer_hours` the median wait for a first answer.
    """

    name: str
    days: int = 0
    members: int | None = None
    active: int | None = None
    contributors: int | None = None
    exchanges: int | None = None
    crossing: int | None = None
    opened: int | None = None
    answers: int | None = None
    answer_hours: float | None = None
    units: list[Unit] = field(default_factory=list)

    @property
    def active_share(self) -> int | None:
        return share(self.active, self.members)

    @property
    def contributors_share(self) -> int | None:
        return share(self.contributors, self.members)


def share(part: int | None, whole: int | None) -> int | None:
    """Return the percents, None without both."""
    return round(100 * part / whole) if part is not None and whole else None


def month(name: str) -> Month | None:
    """Return the month `2026-11`, None when nothing of it is counted."""
    kept = stored(api.portal.get(), KEY)
    found = kept.months.get(name) if kept is not None else None
    return _read(found) if found is not None else None


def months(limit: int = 12) -> list[Month]:
    """Return the last months, the newest first."""
    kept = stored(api.portal.get(), KEY)
    names = list(kept.months.keys())[-limit:] if kept is not None else []
    return [_read(kept.months[name]) for name in reversed(names)]


def _read(found: dict) -> Month:
    return Month(**(found | {"units": [Unit(*values) for values in found["units"]]}))


def sum_up(kept: Adoption, name: str) -> None:
    """Make the sums of a month from its days, as far as they are kept. In the background: walks all accounts."""
    days = _days(kept, name)
    signed_in, contributors, exchanges = set(), set(), Counter()
    for _ordinal, day in days:
        signed_in.update(day.signed_in)
        contributors.update(day.contributors)
        exchanges.update(dict(day.exchanges))
    units = _units()
    contributors &= units.keys()
    active = (signed_in & units.keys()) | contributors
    found = Month(
        name=name,
        days=sum(ordinal <= kept.counted for ordinal in _ordinals(name)),
        members=_enough(len(units)),
        active=_enough(len(active)),
        contributors=_enough(len(contributors)),
        **_exchanged(exchanges, units),
        **_opened(days, contributors),
        **_answered(days),
    )
    by_unit = named_units(units, active, contributors) if found.members else []
    kept.months[name] = vars(found) | {"units": [tuple(vars(unit).values()) for unit in by_unit]}


def _ordinals(name: str) -> range:
    first = date.fromisoformat(f"{name}-01")
    return range(first.toordinal(), first.toordinal() + monthrange(first.year, first.month)[1])


def _days(kept: Adoption, name: str) -> list:
    ordinals = _ordinals(name)
    return [(ordinal, day) for ordinal, day in kept.days.items(ordinals[0], ordinals[-1]) if ordinal <= kept.counted]


def _enough(count: int) -> int | None:
    return count if count >= FEWEST else None


def _units() -> dict[str, str]:
    """Return the unit of each member who has access."""
    found, start = {}, 0
    while rows := people.accounts(start=start, size=CHUNK).rows:
        start += CHUNK
        found |= {one.userid: one.unit for one in rows if one.kind != "client" and people.has_access(one.userid)}
    return found


def _exchanged(exchanges: Counter, units: dict[str, str]) -> dict:
    pairs = [(*pair.split(">"), count) for pair, count in exchanges.items()]
    pairs = [(one, other, count) for one, other, count in pairs if one in units and other in units]
    total = sum(count for _one, _other, count in pairs)
    crossing = sum(count for one, other, count in pairs if units[one] != units[other])
    taking_part = {userid for one, other, _count in pairs for userid in (one, other)}
    known = len(taking_part) >= FEWEST
    return {"exchanges": total if known else None, "crossing": share(crossing, total) if known else None}


def _opened(days: list, contributors: set) -> dict:
    contents, opened = (sum(getattr(day, name) for _ordinal, day in days) for name in ("contents", "opened"))
    return {"opened": share(opened, contents) if len(contributors) >= FEWEST else None}


def _answered(days: list) -> dict:
    waits = [wait for _ordinal, day in days for wait in day.waits]
    if len(waits) < FEWEST:
        return {"answers": None, "answer_hours": None}
    return {"answers": len(waits), "answer_hours": round(median(waits) / 3600, 1)}


def named_units(units: dict[str, str], active: set, contributors: set) -> list[Unit]:
    """Return the units with at least five members, the rest together, which is made of at least five too."""
    members = Counter(units.values())
    active_in = Counter(units[userid] for userid in active)
    contributors_in = Counter(units[userid] for userid in contributors)
    names = sorted((name for name in members if name), key=lambda name: (-members[name], name))
    rest = [name for name in names if members[name] < FEWEST] + ([""] if members[""] else [])
    named = [name for name in names if name not in rest]
    while named and 0 < sum(members[name] for name in rest) < FEWEST:
        rest.append(named.pop())
    rows = [Unit(name, members[name], active_in[name], contributors_in[name]) for name in named]
    counts = [sum(counter[name] for name in rest) for counter in (members, active_in, contributors_in)]
    return [*rows, Unit(OTHERS, *counts)] if counts[0] >= FEWEST else rows
