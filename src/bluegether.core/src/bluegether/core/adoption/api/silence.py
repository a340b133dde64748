"""Consultants who have had no exchange with anybody for four weeks: for the animator, who writes to them."""

from bluegether.core import _
from bluegether.core.adoption.storage import Adoption
from bluegether.core.adoption.storage import KEY
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import local
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from dataclasses import dataclass
from datetime import date
from itertools import islice
from plone import api


WEEKS = 4
CHUNK = 200
SIZE = 25


@dataclass(frozen=True)
class Silent:
    """Somebody, and the day of their last exchange, None when there was none yet."""

    userid: str
    last: date | None


def may_see_silent(userid: str) -> bool:
    """Return whether this person keeps the network alive: by role, and administrators are no exception."""
    user = api.user.get(userid=userid) if userid else None
    return user is not None and "Animator" in user.getRoles()


def list_silent(kept: Adoption, day: int) -> None:
    """Make the list anew as it is on this day. In the background: walks all accounts."""
    limit, start = day - 7 * WEEKS, 0
    kept.silent.clear()
    while rows := people.accounts(start=start, size=CHUNK).rows:
        start += CHUNK
        for one in rows:
            last = kept.last.get(one.userid, 0)
            if one.kind == "consultant" and last <= limit and local(one.arrived).date().toordinal() <= limit:
                kept.silent.insert((last, one.userid))


def silent(*, userid: str, after: tuple[int, str] | None = None, size: int = SIZE) -> tuple[list[Silent], tuple | None]:
    """Return consultants silent for four weeks, the longest first, and the cursor of the next ones, or None.

    Who has had an exchange since the list was made, or has no access now, is left out. Raises NotAllowed.
    """
    if not may_see_silent(userid):
        raise NotAllowed(_("Only an animator sees who has been silent."))
    kept = stored(api.portal.get(), KEY)
    keys = kept.silent.keys(after, excludemin=after is not None) if kept is not None else ()
    found = list(islice((key for key in keys if _still(kept, key)), size + 1))
    rows = [Silent(one, date.fromordinal(last) if last else None) for last, one in found[:size]]
    return rows, found[size - 1] if len(found) > size else None


def _still(kept: Adoption, key: tuple[int, str]) -> bool:
    last, userid = key
    return kept.last.get(userid, 0) == last and people.account(userid) is not None and people.has_access(userid)
