"""The present, behind a utility so that tests can move it."""

from bluegether.core.kit.interfaces import IClock
from datetime import datetime
from datetime import UTC
from plone import api
from zoneinfo import ZoneInfo
from zope.component import getUtility
from zope.interface import implementer


@implementer(IClock)
class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def now() -> datetime:
    """Return the present as an aware datetime in UTC."""
    return getUtility(IClock).now()


def local(moment: datetime) -> datetime:
    """Return the aware moment in the site's zone, as pages show it."""
    return moment.astimezone(ZoneInfo(api.portal.get_registry_record("plone.portal_timezone", default=None) or "UTC"))
