"""Questions: one's own referrals, the board and its lists, what waits."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.referrals.api.model import folded
from bluegether.core.referrals.api.model import is_hr
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.interfaces import HANDLED
from bluegether.core.referrals.interfaces import OPEN
from bluegether.core.referrals.interfaces import STATES
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Row
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class Filter:
    """What the board is narrowed to; empty is everything."""

    kind: str = ""
    recruiter: str = ""
    profile: str = ""
    need: str = ""
    text: str = ""

    def fits(self, row: Row) -> bool:
        """Return whether a row passes."""
        pairs = ((self.kind, row.kind), (self.recruiter, row.recruiter), (self.profile, row.profile))
        if any(wanted and wanted != value for wanted, value in (*pairs, (self.need, row.need))):
            return False
        return folded(self.text) in row.words


EVERYTHING = Filter()


def mine(userid: str, *, start: int = 0, size: int = 25) -> tuple[list[Referral], int]:
    """Return whom this person referred, the newest first, and how many there are."""
    root = kept()
    numbers = list(root.referred.get(userid, ())) if root is not None else []
    return [root.referrals[number] for number in numbers[::-1][start : start + size]], len(numbers)


def open_of(userid: str, limit: int = 3) -> list[Referral]:
    """Return the newest few of one's own where something is still to come, among the last dozen."""
    found, _total = mine(userid, size=12)
    return [one for one in found if one.state in OPEN][:limit]


def in_stage(
    state: str, *, userid: str, wanted: Filter = EVERYTHING, start: int = 0, size: int = 20
) -> tuple[list[Referral], int]:
    """Return who stands in a stage, last moved first, and how many; HR's. Wakes those of the page only.

    Raises Missing for everybody else, and for a stage that is none.
    """
    _check(userid)
    if state not in STATES:
        raise Missing(_("There is nothing at this address."))
    root = kept()
    numbers = list(_numbers(root, state, wanted)) if root is not None else []
    return [root.referrals[number] for number in numbers[start : start + size]], len(numbers)


def everything(*, userid: str, wanted: Filter = EVERYTHING, limit: int = 5000) -> Iterator[Referral]:
    """Yield who stands anywhere on the board, for an export; HR's. Raises Missing."""
    _check(userid)
    root = kept()
    if root is None:
        return iter(())
    numbers = (number for state in STATES for number in _numbers(root, state, wanted))
    return (root.referrals[number] for number in islice(numbers, limit))


def recruited_by(userid: str) -> list[Referral]:
    """Return the open referrals that this person follows."""
    root = kept()
    return [root.referrals[number] for number in root.recruiting.get(userid, ())] if root is not None else []


def to_qualify(userid: str, limit: int = 99) -> int:
    """Return how many candidates have agreed and wait for a first answer; 0 for who is not HR."""
    root = kept()
    if root is None or not is_hr(userid):
        return 0
    return len(list(islice(root.rows.get("consented", ()), limit)))


def to_describe(userid: str) -> list[Referral]:
    """Return those of one's own who agreed and of whom one has not said yet why: few, the last dozen."""
    found, _total = mine(userid, size=12)
    return [one for one in found if one.state in HANDLED[:3] and one.dossier is not None and not one.dossier.why]


def of_need(uid: str, userid: str) -> list[Referral]:
    """Return HR's referrals of a need. Raises Missing for everybody else."""
    return list(everything(userid=userid, wanted=Filter(need=uid)))


def _check(userid: str) -> None:
    if not is_hr(userid):
        raise Missing(_("There is nothing at this address."))


def _numbers(root, state: str, wanted: Filter) -> Iterator[int]:
    rows = root.rows.get(state, {})
    return (number for (_since, number), row in rows.items() if wanted.fits(row))
