"""The present, behind a utility so that tests can move it."""

from bluegether.core.kit.interfaces import IClock
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
from plone import api
from zoneinfo import ZoneInfo
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n.interfaces import IUserPreferredLanguages
from zope.interface import implementer


@implementer(IClock)
class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def now() -> datetime:
    """Return the present as an aware datetime in UTC."""
    return getUtility(IClock).now()


def zone() -> ZoneInfo:
    """Return the site's time zone."""
    return ZoneInfo(api.portal.get_registry_record("plone.portal_timezone", default=None) or "UTC")


def local(moment: datetime) -> datetime:
    """Return the aware moment in the site's zone, as pages show it."""
    return moment.astimezone(zone())


def today() -> date:
    """Return the day that it is in the site's zone."""
    return local(now()).date()


def start_of(day: date) -> datetime:
    """Return the moment, in UTC, at which this day begins in the site's zone."""
    return datetime.combine(day, time(), zone()).astimezone(UTC)


def end_of(day: date) -> datetime:
    """Return the moment, in UTC, at which this day is over in the site's zone."""
    return start_of(day + timedelta(days=1))


def spoken(moment: datetime | date, *, clock: bool = False) -> str:
    """Return a day, or an aware moment in the site's zone, as the site writes it; with the time of day on demand.

    Plone looks up some twenty texts for one date, so a process keeps the last few thousand; a change of the formats
    in the registry is seen after a restart.
    """
    if isinstance(moment, datetime):  # Plone would show an aware one in the server's zone
        moment = local(moment).replace(tzinfo=None, second=0, microsecond=0)
    languages = IUserPreferredLanguages(getRequest()).getPreferredLanguages()
    return _spoken(moment, clock, tuple(languages))


@lru_cache(maxsize=4096)
def _spoken(moment: datetime | date, clock: bool, _languages: tuple[str, ...]) -> str:
    return api.portal.get_localized_time(moment, long_format=clock)
