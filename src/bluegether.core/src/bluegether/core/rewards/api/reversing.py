"""Reversal by decision of HR or direction, of an entry whose reference they were given, with a reason for its owner.

They do not read ledgers: the owner, or the list of amounts to pay, tells the reference.
"""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.rewards.api import checks
from bluegether.core.rewards.api.ledger import day_of
from bluegether.core.rewards.api.ledger import REVERSED
from bluegether.core.rewards.api.ledger import take_back
from bluegether.core.rewards.api.reading import Line
from bluegether.core.rewards.api.reading import line
from bluegether.core.rewards.api.rights import can_reverse
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import require
from bluegether.core.rewards.api.rights import trees
from bluegether.core.rewards.storage import Book
from bluegether.core.rewards.storage import Entry
from bluegether.core.rewards.storage import insert


def to_reverse(reference: str, *, userid: str) -> tuple[str, Line]:
    """Return (user id of its owner, the one entry) of this reference; what was done is told as `userid` may know it.

    Raises NotAllowed; Missing for nobody's.
    """
    book, entry = _found(reference, userid)
    return book.userid, line(book, entry, reader=userid)


def reverse(reference: str, reason: str, *, userid: str) -> Entry:
    """Reverse an entry that a deed made, and return the entry that does it; its owner is told.

    The deed earns nothing any more, also when it is told again. Raises NotAllowed, one's own entries included; Missing;
    Invalid without a reason; Conflict for what is reversed already, gave nothing or is no deed.
    """
    book, before = _found(reference, userid)
    if book.userid == userid:
        raise NotAllowed(_("Nobody decides about their own entries."))
    text = checks.text(reason, "reason", maximum=checks.MAX_REASON)
    if before.act != "deed" or not (before.points or before.cents):
        raise Conflict(_("Only what a deed earned can be reversed."))
    if before.seq in book.reversed:
        raise Conflict(_("This entry is reversed already."))
    found = trees()
    entry = take_back(found, book, before, act="reversal", text=text, actor=userid)
    key = (before.kind, before.thing)
    book.deeds[key] = book.deeds[key]._replace(state="reversed")
    insert(found.acted, userid, ("notes", book.number, entry.seq))
    tell(REVERSED, thing=f"{book.userid}/{day_of(entry)}", actor="", recipients=[book.userid], happened=now())
    return entry


def _found(reference: str, userid: str) -> tuple[Book, Entry]:
    require(can_reverse(userid))
    found = kept()
    place = (
        found.references.get(reference.strip().lower()) if found is not None and isinstance(reference, str) else None
    )
    if place is None:
        raise Missing(_("No entry has this reference."), field="reference")
    book = found.books[place[0]]
    return book, book.records[place[1]]
