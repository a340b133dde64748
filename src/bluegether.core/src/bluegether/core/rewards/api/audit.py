"""Whether the ledgers are what was written: every chain whole, every balance the sum of its entries."""

from bluegether.core.kit.chain import faults
from bluegether.core.rewards.api.rights import can_pay
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import require
from bluegether.core.rewards.storage import Book
from dataclasses import dataclass


@dataclass(frozen=True)
class Audit:
    """How many ledgers and entries were read, and how many ledgers are not what was written; none is named."""

    books: int
    entries: int
    faulty: int


def audit(userid: str) -> Audit:
    """Read every ledger, whole: it names nobody, but takes its time. Raises NotAllowed for who does not pay."""
    require(can_pay(userid))
    found = kept()
    books = list(found.books.values()) if found is not None else []
    return Audit(len(books), sum(book.count for book in books), sum(not _is_whole(book) for book in books))


def _is_whole(book: Book) -> bool:
    entries = list(book.records.values())
    sums = (sum(one.points for one in entries), sum(one.cents for one in entries))
    return not any(faults(book)) and sums == (book.balance, book.cents)
