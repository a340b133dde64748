"""The right to disconnect: when mail and push messages may leave. The portal itself shows everything at once."""

from bluegether.core.kit.absence import away_until
from bluegether.core.kit.clock import local
from bluegether.core.notifications import storage
from bluegether.core.notifications.api.wanted import setting
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
import holidays


STEPS = 60  # of nights, week-ends, holidays and absences in a row


def free_from(userid: str, moment: datetime) -> datetime:
    """Return the first moment, from this one on, at which something may leave for this person (aware UTC)."""
    for _step in range(STEPS):
        later = max(_ends(userid, moment), default=moment)
        if later <= moment:
            break
        moment = later
    return moment


def _ends(userid: str, moment: datetime) -> Iterator[datetime]:
    """Return when each reason to be quiet at this moment ends."""
    here = local(moment)
    if here.weekday() in (setting("quiet_days") or ()) or _is_holiday(here.date()):
        yield _at(here, 0, days=1)
    mine = storage.choices(userid)
    for begin, end in (
        (setting("quiet_from"), setting("quiet_until")),
        (getattr(mine, "quiet_from", None), getattr(mine, "quiet_until", None)),
    ):
        if is_between(here.hour, begin, end):
            yield _at(here, end, days=int(here.hour >= end))
    back = away_until(userid, moment)
    if back is not None:
        yield back.astimezone(UTC)


def is_between(hour: int, begin: int | None, end: int | None) -> bool:
    """Return whether the hour is one of those from `begin` until `end`, over midnight too."""
    if begin is None or end is None or begin == end:
        return False
    return begin <= hour < end if begin < end else hour >= begin or hour < end


def _at(here: datetime, hour: int, *, days: int) -> datetime:
    found = datetime.combine(here.date() + timedelta(days=days), time(hour), tzinfo=here.tzinfo).astimezone(UTC)
    # In the hour that a clock skips or repeats, time still goes on.
    return max(found, here.astimezone(UTC) + timedelta(minutes=1))


def _is_holiday(day: date) -> bool:
    country = setting("holidays_country")
    return bool(country) and day in _holidays(country, setting("holidays_region") or None, day.year)


@lru_cache(maxsize=32)
def _holidays(country: str, region: str | None, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, subdiv=region, years=year))
    except NotImplementedError:  # set by REST to a country that the library does not know
        return frozenset()
