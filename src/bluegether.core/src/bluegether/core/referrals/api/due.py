"""What time brings: a reminder, silence taken for a no, the end of the months that data are kept."""

from bluegether.core.kit.clock import now
from bluegether.core.referrals.api import consent
from bluegether.core.referrals.api.erasing import erase
from bluegether.core.referrals.api.model import enter
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.interfaces import HANDLED
from bluegether.core.referrals.storage import microseconds
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals
from bluegether.core.referrals.storage import unschedule
from itertools import islice


BATCH = 50


def meet() -> bool:
    """Do what is due, a batch; return whether there is more. Nothing due, nothing written."""
    root = kept()
    for key, (what, about) in _waiting(BATCH):
        if what == "former":
            root.former.pop(about, None)
            root.due.pop(key, None)
            continue
        found = root.referrals[about]
        unschedule(root, found, what)
        DUE[what](root, found)
    return is_due()


def is_due() -> bool:
    """Return whether something is due."""
    return bool(_waiting(1))


def _waiting(limit: int) -> list:
    root = kept()
    return list(islice(root.due.items(max=microseconds(now())), limit)) if root is not None else []


def _remind(root: Referrals, found: Referral) -> None:
    if found.state == "submitted":
        consent.remind(root, found)


def _expire(root: Referrals, found: Referral) -> None:
    if found.state == "submitted":
        consent.expire(root, found)


def _forget(root: Referrals, found: Referral) -> None:
    if found.state in HANDLED and found.state != "hired":
        enter(root, found, "expired", actor="")
    erase(root, found)


DUE = {"remind": _remind, "expire": _expire, "forget": _forget}
