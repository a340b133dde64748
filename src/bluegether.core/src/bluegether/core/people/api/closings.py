"""Who has access now: what the gate and every list of people that others choose from ask. Reads one tree."""

from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.people.storage import Closing
from bluegether.core.people.storage import CLOSINGS_KEY
from bluegether.core.people.storage import KEY
from datetime import datetime
from plone import api


def closing(userid: str) -> Closing | None:
    """Return what closes, or will close, this person's access; None for nearly everybody. One look-up."""
    closings = stored(api.portal.get(), CLOSINGS_KEY)
    return closings.people.get(userid) if closings is not None else None


def has_ended(userid: str) -> bool:
    """Return whether this person's access is over for good."""
    found = closing(userid)
    return found is not None and over_at(found, now())


def is_suspended(userid: str) -> bool:
    """Return whether this person's access is suspended now, and not over."""
    found = closing(userid)
    return found is not None and not over_at(found, now()) and suspended_at(found, now())


def has_access(userid: str) -> bool:
    """Return whether nothing closes this person's access now: what every list of people that others choose from asks.

    False for who was erased. True for a user id that the portal never gave, such as an administrator of the server.
    """
    found = closing(userid)
    if found is not None:
        moment = now()
        return not over_at(found, moment) and not suspended_at(found, moment)
    people = stored(api.portal.get(), KEY)
    return people is None or userid in people.accounts or userid not in people.used_ids


def over_at(found: Closing, moment: datetime) -> bool:
    """Return whether the access is over at this moment."""
    return found.ends is not None and found.ends <= moment


def suspended_at(found: Closing, moment: datetime) -> bool:
    """Return whether the access is suspended at this moment."""
    return found.until is not None and found.until > moment
