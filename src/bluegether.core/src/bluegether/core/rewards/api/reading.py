"""One's own ledger: read by its owner and by nobody else. Pages and services ask with the signed-in person's id."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards.api.kinds import described
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.storage import Book
from bluegether.core.rewards.storage import Entry
from bluegether.core.rewards.storage import Rule
from collections.abc import Iterator
from dataclasses import dataclass
from plone import api


SIZE = 25
MAX_SIZE = 200


@dataclass(frozen=True)
class Line:
    """One entry and its why. `text`, `url`: the deed or the order; `rule`: the rule as it was, None for orders."""

    entry: Entry
    text: str
    url: str
    rule: Rule | None
    reversed_by: int
    reason: str


@dataclass(frozen=True)
class Page:
    """Some lines, newest first; `cursor` asks for the next ones, 0 at the end."""

    lines: list[Line]
    cursor: int


def balance(userid: str) -> int:
    """Return the person's points."""
    book = book_of(userid)
    return book.balance if book is not None else 0


def earned_cents(userid: str) -> int:
    """Return the amounts that the person earned in all, in cents, whether they are paid or not."""
    book = book_of(userid)
    return book.cents if book is not None else 0


def ledger(userid: str, *, cursor: int = 0, size: int = SIZE) -> Page:
    """Return a page of the person's ledger, of entries before the number `cursor`. Raises Invalid for a bad size."""
    if not 1 <= size <= MAX_SIZE:
        raise Invalid(_("${name} cannot be read.", mapping={"name": "size"}), field="size")
    book = book_of(userid)
    if book is None:
        return Page([], 0)
    newest = min(cursor - 1, book.count) if cursor else book.count
    numbers = range(newest, max(0, newest - size), -1)
    lines = [line(book, book.records[seq]) for seq in numbers]
    return Page(lines, lines[-1].entry.seq if lines and lines[-1].entry.seq > 1 else 0)


def all_lines(userid: str) -> Iterator[Line]:
    """Return the person's whole ledger, the oldest first, for an export."""
    book = book_of(userid)
    return (line(book, entry) for entry in book.records.values()) if book is not None else iter(())


def line(book: Book, entry: Entry, *, reader: str = "") -> Line:
    """Return an entry with what it is about, as its owner may know it, or another reader."""
    text, url = told(entry, reader or book.userid)
    _actor, reason = book.notes.get(entry.seq, ("", ""))
    return Line(entry, text, url, rule_of(entry), book.reversed.get(entry.seq, 0), reason)


def told(entry: Entry, reader: str) -> tuple[str, str]:
    """Return (translatable text, address or "") of the deed or order that the entry is about."""
    if entry.kind != "order":
        return described(entry.kind, entry.thing, reader)
    order = kept().orders.get(int(entry.thing))
    titles = order.title if order is not None else ("", "")
    return _("Order: ${title}", mapping={"title": in_language(*titles)}), ""


def rule_of(entry: Entry) -> Rule | None:
    """Return the rule that the entry names, as it was in its version."""
    if not entry.version:
        return None
    rules = kept().versions[entry.version].rules
    return next(rule for rule in rules if rule.key == entry.rule)


def in_language(french: str, english: str) -> str:
    """Return the text for the reader: English for who reads it, French for all others."""
    return english if api.portal.get_current_language().startswith("en") and english else french


def book_of(userid: str) -> Book | None:
    """Return the person's book, None when they have none."""
    found = kept()
    return found.kept(userid) if found is not None else None
