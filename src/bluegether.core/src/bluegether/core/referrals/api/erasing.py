"""Erasing a candidate: everything that says who it was goes at once; stages and dates stay, for the figures."""

from bluegether.core.kit.clock import now
from bluegether.core.referrals.api.contacts import unclaim
from bluegether.core.referrals.api.model import put
from bluegether.core.referrals.interfaces import OPEN
from bluegether.core.referrals.storage import displace
from bluegether.core.referrals.storage import drop
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals
from bluegether.core.referrals.storage import unschedule


def erase(root: Referrals, found: Referral) -> None:
    """Erase what is kept of this person; twice changes nothing more."""
    if found.erased is not None:
        return
    unclaim(root, found)
    unschedule(root, found)
    for digest in found.digests:
        root.tokens.pop(digest, None)
    if root.hires.get(found.userid) == found.id:
        del root.hires[found.userid]
    found.digests = ()
    found.name = found.email = found.phone = found.company = found.need = found.userid = found.notice = ""
    found.dossier = None
    found.erased = now()
    found.steps = tuple(step._replace(actor="") for step in found.steps)
    if found.recruiter:
        drop(root.recruiting, found.recruiter, found.id)
        found.recruiter = ""
    put(root, found) if found.state in OPEN else displace(root, found)
