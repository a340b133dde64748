"""A deed: something that published rules may reward. A room says that it was done, and imports no reward.

    done("referrals.hired", userid, thing=referral_uid, values={"profile": "senior"})

What was done can be undone (an answer no longer accepted): `undone` names the same kind, person and thing.
"""

from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IDeed
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from zope.event import notify
from zope.interface import implementer


@implementer(IDeed)
@dataclass(frozen=True)
class Deed:
    """See `IDeed`. `undone` says that the earlier deed of this kind, person and thing no longer holds."""

    kind: str
    userid: str
    thing: str
    happened: datetime = field(default_factory=now)
    values: dict = field(default_factory=dict)
    undone: bool = False


def done(kind: str, userid: str, *, thing: str, values: dict | None = None, happened: datetime | None = None) -> None:
    """Say that this person did it. `happened` back-dates it (imports)."""
    notify(Deed(kind, userid, thing, happened or now(), dict(values or {})))


def undone(kind: str, userid: str, *, thing: str) -> None:
    """Say that it no longer holds."""
    notify(Deed(kind, userid, thing, undone=True))
