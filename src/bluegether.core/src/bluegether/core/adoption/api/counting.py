"""Counting the days, in the background: what rooms tell of each day that is over, once."""

from bluegether.core.adoption.api.months import sum_up
from bluegether.core.adoption.api.silence import list_silent
from bluegether.core.adoption.storage import Adoption
from bluegether.core.adoption.storage import Day
from bluegether.core.adoption.storage import KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import start_of
from bluegether.core.kit.clock import today
from bluegether.core.kit.contribution import Contribution
from bluegether.core.kit.interfaces import IContributions
from bluegether.core.people import api as people
from collections import Counter
from collections.abc import Iterator
from datetime import date
from plone import api
from zope.component import getAdapters


FIRST = 92  # days before today that a site which never counted begins with
AT_ONCE = 31  # days that one run counts
KEPT = 62  # days for which it is kept who did something: a month and the one before


def note_sign_in(userid: str) -> None:
    """Note that a member signed in today; writes once a day and person. Client accounts are no members."""
    if not _is_member(userid):
        return
    day, kept = today().toordinal(), stored(api.portal.get(), KEY)
    known = kept.days.get(day) if kept is not None else None
    if known is None or userid not in known.signed_in:
        store(api.portal.get(), KEY, Adoption).day(day).signed_in.insert(userid)


def catch_up() -> bool:
    """Count the days that are over and not counted yet, the oldest first; True when there are more."""
    kept, yesterday = stored(api.portal.get(), KEY), today().toordinal() - 1
    counted = max(kept.counted if kept is not None else 0, yesterday - FIRST)
    if counted >= yesterday:
        return False
    kept = store(api.portal.get(), KEY, Adoption)
    last = min(counted + AT_ONCE, yesterday)
    _count(kept, counted + 1, last)
    kept.counted = last
    for month in sorted({date.fromordinal(day).isoformat()[:7] for day in range(counted + 1, last + 1)}):
        sum_up(kept, month)
    if last == yesterday:
        list_silent(kept, yesterday)
        kept.forget_days(yesterday - KEPT)
    return last < yesterday


def export(userid: str) -> dict:
    """Return the days on which this person signed in or contributed, as far back as they are kept."""
    kept = stored(api.portal.get(), KEY)
    days = kept.days.items() if kept is not None else ()
    return {
        "signed_in": [date.fromordinal(day).isoformat() for day, found in days if userid in found.signed_in],
        "contributions": {
            date.fromordinal(day).isoformat(): found.contributors[userid]
            for day, found in days
            if userid in found.contributors
        },
    }


def erase(userid: str) -> None:
    """Forget this person."""
    kept = stored(api.portal.get(), KEY)
    if kept is not None:
        kept.erase(userid)


def _count(kept: Adoption, first: int, last: int) -> None:
    waits: dict[int, list[int]] = {}
    for one in _contributions(first, last):
        ordinal = local(one.happened).date().toordinal()
        day = kept.day(ordinal)
        day.contributors[one.userid] = day.contributors.get(one.userid, 0) + 1
        _count_content(day, one)
        _count_exchange(kept, day, ordinal, one)
        if one.waited is not None:
            waits.setdefault(ordinal, []).append(int(one.waited.total_seconds()))
    for ordinal, seconds in waits.items():
        kept.day(ordinal).waits = tuple(seconds)


def _count_content(day: Day, one: Contribution) -> None:
    if one.open is not None:
        day.contents += 1
        day.opened += one.open


def _count_exchange(kept: Adoption, day: Day, ordinal: int, one: Contribution) -> None:
    if one.to in ("", one.userid) or not _is_member(one.to):
        return
    pair = f"{one.userid}>{one.to}"
    day.exchanges[pair] = day.exchanges.get(pair, 0) + 1
    for userid in (one.userid, one.to):
        kept.last[userid] = max(ordinal, kept.last.get(userid, 0))


def _contributions(first: int, last: int) -> Iterator[Contribution]:
    """Yield what members did on these days in every room."""
    start, end = start_of(date.fromordinal(first)), start_of(date.fromordinal(last + 1))
    known = Counter()
    for _name, room in getAdapters((api.portal.get(),), IContributions):
        for one in room.contributions(start, end):
            if one.userid not in known:
                known[one.userid] = _is_member(one.userid)
            if known[one.userid]:
                yield one


def _is_member(userid: str) -> bool:
    person = people.account(userid) if userid else None
    return person is not None and person.kind != "client"
