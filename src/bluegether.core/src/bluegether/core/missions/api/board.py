"""What those who steer look at each week: missions ending, who is free when, the bench. No mission is woken."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.missions.api.periods import Bench
from bluegether.core.missions.api.periods import free_from
from bluegether.core.missions.api.periods import on_bench
from bluegether.core.missions.api.periods import periods
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.api.scope import Scope
from bluegether.core.missions.api.scope import scope
from bluegether.core.missions.interfaces import Period
from bluegether.core.missions.storage import Record
from bluegether.core.people import api as people
from dataclasses import dataclass
from datetime import date


WEEKS = 12  # how far ahead missions that end are shown


@dataclass(frozen=True)
class Ending:
    """Somebody's work on a mission that ends soon: what is forecast after it, if anything."""

    record: Record
    userid: str
    end: date
    next: Period | None


@dataclass(frozen=True)
class Free:
    """A consultant: when they are wholly free, how much of them is booked today, and their periods from now on."""

    userid: str
    day: date
    busy: int
    periods: tuple[Period, ...]


def steered(reader: str) -> Scope:
    """Return whom this person steers; raise NotAllowed for who steers nobody."""
    found = scope(reader)
    if found is None:
        raise NotAllowed(_("This board is for those who steer missions: sales, managers, HR, finance, direction."))
    return found


def ending(reader: str, *, unit: str = "", weeks: int = WEEKS) -> list[Ending]:
    """Return whose confirmed work ends within so many weeks, soonest first. Raises NotAllowed."""
    wanted, trees = _wanted(reader, unit), kept()
    if trees is None:
        return []
    return [one for one in _endings(trees, weeks) if wanted is None or one.userid in wanted]


def ending_at(client_uids: set[str], *, weeks: int = WEEKS) -> list[Ending]:
    """Return whose confirmed work at these clients ends within so many weeks, soonest first, whoever asks."""
    trees = kept()
    return [one for one in _endings(trees, weeks) if one.record.client in client_uids] if trees is not None else []


def availability(reader: str, *, unit: str = "", text: str = "") -> list[Free]:
    """Return the consultants by the day on which they are wholly free, then by name. Raises NotAllowed."""
    wanted, day = _wanted(reader, unit), today()
    names = people.userids(kind="consultant", unit=unit, text=text)
    mine = [one for one in names if (wanted is None or one in wanted) and people.has_access(one)]
    return sorted((_free(userid, day) for userid in mine), key=lambda one: one.day)


def bench(reader: str, *, unit: str = "") -> list[Bench]:
    """Return who is without confirmed work today, longest first. Raises NotAllowed."""
    found = steered(reader)
    return on_bench(unit=unit, userids=None if found.everybody else found.userids)


def _wanted(reader: str, unit: str) -> frozenset[str] | None:
    """Return the user ids that a list is narrowed to, None for everybody."""
    found = steered(reader)
    if not unit:
        return None if found.everybody else found.userids
    there = frozenset(people.userids(unit=unit))
    return there if found.everybody else there & found.userids


def _endings(trees, weeks: int) -> list[Ending]:
    first = today().toordinal()
    return [_ending(trees, key) for key in trees.ends.keys((first, "", ""), (first + 7 * weeks + 1, "", ""))]


def _ending(trees, key: tuple[int, str, str]) -> Ending:
    day, uid, userid = key
    end = date.fromordinal(day)
    later = [one for one in trees.people.get(userid, ()) if one.end > end]
    return Ending(trees.records[uid], userid, end, min(later) if later else None)


def _free(userid: str, day: date) -> Free:
    ahead = tuple(one for one in periods(userid) if one.end >= day)
    now = sum(one.share for one in ahead if one.confirmed and one.start <= day)
    return Free(userid, free_from(userid, day=day), now, ahead)
