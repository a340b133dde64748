"""Who is away: mail and push wait until they are back."""

from bluegether.core.kit.interfaces import IAbsences
from datetime import datetime
from plone import api
from zope.component import getAdapters


def away_until(userid: str, moment: datetime) -> datetime | None:
    """Return when this person is back, the latest of what the rooms say; None when they are not away."""
    found = [room.away_until(userid, moment) for _name, room in getAdapters((api.portal.get(),), IAbsences)]
    return max((back for back in found if back is not None and back > moment), default=None)
