"""Who something is for, as data that every room can store."""

from bluegether.core.kit.interfaces import IAudience
from collections.abc import Iterator
from dataclasses import dataclass
from zope.component import getUtility


@dataclass(frozen=True)
class Audience:
    """Everyone by default; each tuple narrows it (any of its values suffices). Clients only when named.

    `spaces` holds the identifiers (UIDs) of spaces: their members, whom a room of its own knows (`ICircle`).
    """

    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    spaces: tuple[str, ...] = ()


def includes(audience: Audience, userid: str) -> bool:
    """Return whether the person belongs to the audience."""
    return getUtility(IAudience).includes(audience, userid)


def userids(audience: Audience) -> Iterator[str]:
    """Return the user ids of the audience, in no order."""
    return getUtility(IAudience).userids(audience)
