"""When whose next interview is due. Indexes are ordered by the day from which it is counted, so that listing what is
due walks neither people nor careers, and a changed interval in the settings needs no new index."""

from bluegether.core import _
from bluegether.core.career.api.careers import choice
from bluegether.core.career.api.careers import keep
from bluegether.core.career.api.careers import kept
from bluegether.core.career.api.careers import record
from bluegether.core.career.api.careers import setting
from bluegether.core.career.api.circle import has_career
from bluegether.core.career.api.circle import is_hr
from bluegether.core.career.api.circle import nothing
from bluegether.core.career.api.circle import sides
from bluegether.core.career.interfaces import HR
from bluegether.core.career.interfaces import KINDS
from bluegether.core.career.storage import drop
from bluegether.core.career.storage import free_key
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import members
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from dateutil.relativedelta import relativedelta
from heapq import merge
from itertools import islice
from itertools import takewhile


SIZE = 25


@dataclass(frozen=True, order=True)
class Due:
    """Whose interview of which kind is due on which day."""

    on: date
    userid: str
    kind: str


def months(kind: str) -> int:
    """Return the interval of this kind, 0 when it is never due."""
    return setting(f"{kind}_months") or 0


def expected(userid: str) -> bool:
    """Return whether the company owes this person interviews: its own people, not freelances."""
    account = people.account(userid)
    return has_career(userid) and account.employment != "freelance"


def due(*, userid: str, start: int = 0, size: int = SIZE) -> list[Due]:
    """Return what is due within the announced days and nobody planned, soonest first: of everybody, for HR.

    Raises Missing for anybody but HR. Its cost is what it returns and what it skips.
    """
    if not is_hr(userid):
        raise nothing()
    found, last = kept(), announced()
    if found is None:
        return []
    lists = [_in_order(found, kind) for kind in KINDS if months(kind)]
    coming = takewhile(lambda one: one.on <= last, merge(*lists, key=lambda one: one.on))
    return list(islice(coming, start, start + size))


def due_in_team(userid: str) -> list[Due]:
    """Return what is due of those whose manager this is, soonest first; its cost is the team's."""
    found, last = kept(), announced()
    if found is None:
        return []
    entries = (
        Due(_next(ordinal, kind), member, kind)
        for member in people.team(userid)
        for kind, ordinal in found.bases.get(member, {}).items()
        if months(kind) and (ordinal, member) in found.since.get(kind, ())
    )
    return sorted(one for one in entries if one.on <= last)


def next_due(owner: str, kind: str) -> date | None:
    """Return the day on which the person's next interview of this kind is due, None when never."""
    found = kept()
    ordinal = found.bases.get(owner, {}).get(kind) if found is not None else None
    return _next(ordinal, kind) if ordinal and months(kind) and expected(owner) else None


def announced() -> date:
    """Return the last day of which is said today that an interview is due."""
    return local(now()).date() + timedelta(days=setting("ahead_days"))


def watch(userid: str) -> None:
    """Count from the arrival for somebody new; no longer count for somebody to whom no interviews are owed."""
    if not expected(userid):
        unwatch(userid)
        return
    account, bases = people.account(userid), keep().bases
    for kind in KINDS:
        if kind not in bases.get(userid, {}):
            _count_from(userid, kind, local(account.arrived).date())


def unwatch(userid: str) -> None:
    """Forget from when interviews are counted."""
    found = kept()
    for kind in found.bases.get(userid, {}) if found is not None else ():
        _unlist(userid, kind)
    if found is not None and userid in found.bases:
        del keep().bases[userid]


def note_earlier(owner: str, kind: str, day: date, *, userid: str) -> None:
    """Note, as HR, that the last interview of this kind took place on a day before the portal was used.

    Raises Missing, NotAllowed for anybody but HR, Invalid for a day to come, Conflict when none is counted.
    """
    if HR not in sides(owner, userid):
        raise NotAllowed(_("Only HR notes earlier interviews.")) if sides(owner, userid) else nothing()
    choice(kind, KINDS, field="kind")
    if not isinstance(day, date) or isinstance(day, datetime) or not date(1950, 1, 1) <= day <= local(now()).date():
        raise Invalid(_("Choose a day that is past."), field="day")
    if kind not in (kept().bases.get(owner, {}) if kept() is not None else {}):
        raise Conflict(_("No interview is expected of this person."))
    listed = _is_listed(owner, kind)
    _unlist(owner, kind)
    _count_from(owner, kind, day, listed=listed)
    record(owner, userid, "earlier", "interview_date", 0, kind)


def planned(owner: str, kind: str) -> None:
    """One of this kind is planned: it is no longer to be planned."""
    _unlist(owner, kind)


def freed(owner: str, kind: str) -> None:
    """The planned one was cancelled: it is to be planned again; nobody is reminded twice."""
    ordinal = keep().bases.get(owner, {}).get(kind)
    if ordinal and expected(owner):
        members(keep().since, kind).insert((ordinal, owner))


def held(owner: str, kind: str, day: date) -> None:
    """One took place: the next is counted from this day."""
    if expected(owner):
        _unlist(owner, kind)
        _count_from(owner, kind, day)


def remind_later(owner: str, one: Interview, what: str) -> None:
    """Remind once of the preparation some days before, or of the signature some days after; a new time replaces it."""
    days = timedelta(days=setting("remind_days"))
    moment = max(one.start - days, now()) if what == "prepare" else now() + days
    reminders = keep().reminders
    key = free_key(reminders, moment)
    reminders[key] = (owner, one.id, what)
    one.reminders = one.reminders | {what: key}


def _count_from(userid: str, kind: str, day: date, *, listed: bool = True) -> None:
    trees, ordinal = keep(), day.toordinal()
    trees.bases[userid] = trees.bases.get(userid, {}) | {kind: ordinal}
    if listed:
        members(trees.since, kind).insert((ordinal, userid))
        members(trees.unreminded, kind).insert((ordinal, userid))


def _is_listed(userid: str, kind: str) -> bool:
    trees = keep()
    return (trees.bases[userid][kind], userid) in trees.since.get(kind, ())


def _unlist(userid: str, kind: str) -> None:
    trees = keep()
    ordinal = trees.bases.get(userid, {}).get(kind)
    drop(trees.since, kind, (ordinal, userid))
    drop(trees.unreminded, kind, (ordinal, userid))


def _next(ordinal: int, kind: str) -> date:
    return date.fromordinal(ordinal) + relativedelta(months=months(kind))


def _in_order(found, kind: str) -> Iterator[Due]:
    interval = relativedelta(months=months(kind))
    for ordinal, userid in found.since.get(kind, ()):
        yield Due(date.fromordinal(ordinal) + interval, userid, kind)
