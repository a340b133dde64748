"""Amounts to pay: finance and direction see who is owed what under which rule, and settle it. Points stay private."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.notice import tell
from bluegether.core.rewards.api.reading import rule_of
from bluegether.core.rewards.api.rights import can_pay
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import require
from bluegether.core.rewards.api.rights import trees
from bluegether.core.rewards.storage import Entry
from bluegether.core.rewards.storage import free_key
from bluegether.core.rewards.storage import insert
from bluegether.core.rewards.storage import Payout
from bluegether.core.rewards.storage import Rule
from dataclasses import dataclass


PAID = "rewards.paid"


@dataclass(frozen=True)
class Owed:
    """What one person is owed. `userid` is empty for somebody who was erased; less than nothing is to be taken back."""

    book: int
    userid: str
    cents: int
    lines: tuple[tuple[Entry, Rule], ...]


def owed(userid: str) -> list[Owed]:
    """Return what must be paid, a row per person; wakes the books that are owed something only. Raises NotAllowed."""
    require(can_pay(userid))
    found = kept()
    by_book: dict[int, list[Entry]] = {}
    for number, seq in found.due if found is not None else ():
        by_book.setdefault(number, []).append(found.books[number].records[seq])
    return [
        Owed(
            number,
            found.books[number].userid,
            sum(one.cents for one in entries),
            tuple((one, rule_of(one)) for one in entries),
        )
        for number, entries in by_book.items()
    ]


def settle(seen: dict[int, int], *, userid: str) -> Payout:
    """Note as paid what these books are owed: number of the book -> cents as they were seen. Each person is told.

    Raises NotAllowed; Invalid for nobody; Conflict when somebody is owed something else by now.
    """
    rows = {row.book: row for row in owed(userid)}
    if not seen:
        raise Invalid(_("Choose somebody."))
    if any(number not in rows or rows[number].cents != cents for number, cents in seen.items()):
        raise Conflict(_("The amounts have changed meanwhile: look at them again."))
    chosen = [rows[number] for number in seen]
    found, moment = trees(), now()
    lines = tuple((row.book, entry.seq) for row in chosen for entry, _rule in row.lines)
    for line in lines:
        found.due.remove(line)
    payout = Payout(
        moment=moment, actor=userid, cents=sum(row.cents for row in chosen), people=len(chosen), lines=lines
    )
    key = free_key(found.payouts, moment)
    found.payouts[key] = payout
    insert(found.acted, userid, ("payouts", key, 0))
    for row in chosen:
        if row.userid:
            tell(PAID, thing=f"{row.userid}/{key}", actor="", recipients=[row.userid], happened=moment)
    return payout


def payouts(userid: str, *, limit: int = 20) -> list[Payout]:
    """Return what was settled, the newest first. Raises NotAllowed."""
    require(can_pay(userid))
    found = kept()
    keys = list(found.payouts.keys())[-limit:] if found is not None else []
    return [found.payouts[key] for key in reversed(keys)]


def is_due(userid: str, seq: int) -> bool:
    """Return whether an entry of one's own waits to be paid."""
    found = kept()
    return found is not None and (found.names.get(userid, 0), seq) in found.due


def payout_of(userid: str, key: int) -> int | None:
    """Return the cents that one got by this payout, None when one was not in it."""
    found = kept()
    payout = found.payouts.get(key) if found is not None else None
    book = found.kept(userid) if payout is not None else None
    if book is None or all(number != book.number for number, _seq in payout.lines):
        return None
    return sum(book.records[seq].cents for number, seq in payout.lines if number == book.number)
