"""When a feed was last fetched, to the day: a GET never writes, so it is remembered here and the timer writes it.

At most one write per feed and day. A process that ends forgets what it has not written: the next fetch tells again.
"""

from bluegether.core.calendars.api.feeds import feed
from bluegether.core.kit.clock import today
from datetime import date
from plone import api
from threading import Lock


BATCH = 500
MOST = 50_000
_lock = Lock()
_days: dict[tuple, date] = {}  # (path of the site, user id) -> local day


def used(userid: str) -> None:
    """Remember that a program fetched this person's feed today."""
    day = today()
    if feed(userid).used == day:
        return
    with _lock:
        if len(_days) < MOST:
            _days[_key(userid)] = day


def record_uses() -> None:
    """Write down the days of some feeds; writes nothing when they are known."""
    site = api.portal.get().getPhysicalPath()
    with _lock:
        mine = [key for key in _days if key[0] == site][:BATCH]
        days = {key[1]: _days.pop(key) for key in mine}
    for userid, day in days.items():
        one = feed(userid)
        if one is not None and one.used != day:
            one.used = day


def _key(userid: str) -> tuple:
    return (api.portal.get().getPhysicalPath(), userid)
