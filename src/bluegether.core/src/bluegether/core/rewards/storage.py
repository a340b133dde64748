"""Where rewards are kept: one annotation of the site. All of one person is in their `Book`: writers do not meet.

A book's entries are a hash chain (`kit.chain`): appended, never changed. Nothing in a book names its owner; who owns it
is in `names` and in the book's `userid`, and both are emptied when the person is erased: figures stay, the person goes.
Amounts are whole cents; times aware UTC, in entries as ISO text.
"""

from bluegether.core.kit.chain import Chain
from bluegether.core.kit.chain import GENESIS
from bluegether.core.kit.chain import Link
from bluegether.core.kit.chain import sha256
from BTrees.Length import Length
from BTrees.LLBTree import LLTreeSet
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from datetime import datetime
from persistent import Persistent
from typing import NamedTuple
import secrets


KEY = "bluegether.core.rewards"


class Condition(NamedTuple):
    """What a rule asks of a deed's values. `op`: is, is_not, at_least, at_most."""

    name: str
    op: str
    value: str


class Rule(NamedTuple):
    """One rule; `key` stays its own from version to version. `cap`: payments per person and month, 0 for no cap."""

    key: str
    kind: str
    points: int
    cents: int
    cap: int
    conditions: tuple[Condition, ...]
    text_fr: str
    text_en: str


class Told(NamedTuple):
    """One deed as it was first told. `state`: held, undone, reversed; `entries`: numbers of what it earned last."""

    happened: int  # microseconds since 1970
    unit: str
    values: tuple  # of (name, plain value), sorted
    state: str
    entries: tuple[int, ...]


class RuleSet(Persistent):
    """One version of the rules. A draft has no `since`; in force from then on, it is never changed again."""

    since = None  # aware moment from which it is in force
    put_by = ""  # user id of who put it in force
    confirmed: tuple = ()  # the warnings that were confirmed then

    def __init__(self, number: int, *, rules: tuple[Rule, ...], made_by: str, made: datetime):
        self.number = number
        self.rules = rules
        self.made_by = made_by
        self.made = made
        self.note = ""
        self.revision = 1  # of a draft: tells two editors from each other


class Entry(Link):
    """One line of a ledger.

    `act`: deed, undone (it no longer holds), reversal (by decision), order, back (of an order). `why`: empty or `cap`.
    """

    FIELDS = (
        *("seq", "previous", "time", "happened", "act", "kind", "thing", "version", "rule"),
        *("points", "cents", "why", "reverses", "text_hash", "chance"),
    )


class Book(Chain):
    """The ledger of one person. `records`: number -> Entry; what can be told from them is kept beside."""

    listed = False  # whether the person chose to be on the leaderboard

    def __init__(self, number: int, userid: str):
        # Not Chain's own: it has trees for the pseudonyms of many people.
        self.count = 0
        self.head = GENESIS
        self.records = LOBTree()  # seq -> Entry
        self.number = number
        self.userid = userid  # empty once erased
        self.balance = 0  # points: the sum of all entries
        self.cents = 0  # earned in all
        self.deeds = OOBTree()  # (kind, thing) -> Told
        self.used = OOBTree()  # (month, rule key) -> payments
        self.reversed = OOBTree()  # seq -> seq of the entry that reverses it
        self.notes = OOBTree()  # seq -> (user id of who decided, reason)
        self.earned = OOBTree()  # quarter -> points earned by rules
        self.orders = LLTreeSet()  # minus the id: walked from its start, newest first

    def write(self, *, points: int, cents: int, text: str = "", actor: str = "", **values) -> Entry:
        """Append an entry; keep balance, reversals and the reason beside."""
        values |= {"points": points, "cents": cents, "text_hash": sha256(text) if text else ""}
        values["chance"] = secrets.token_hex(8)  # two people's first entries may be alike; their references must not
        entry = self.add(Entry, **values)
        self.balance += points
        self.cents += cents
        if entry.reverses:
            self.reversed[entry.reverses] = entry.seq
        if text or actor:
            self.notes[entry.seq] = (actor, text)
        return entry


class Cell(Persistent):
    """One published figure, of points or of cents. Lengths, so that two who earn at once do not conflict."""

    def __init__(self):
        self.sum = Length()
        self.entries = Length()
        self.people = LLTreeSet()  # numbers of books: how many people it is about


class Item(Persistent):
    """One reward of the catalogue."""

    picture = None  # NamedBlobFile, a JPEG

    def __init__(self, item_id: int):
        self.id = item_id
        self.title_fr = self.title_en = self.text_fr = self.text_en = ""
        self.price = 0
        self.stock = 0
        self.offered = True


class Order(Persistent):
    """One order. `state`: ordered, approved, delivered, refused, cancelled. `steps`: (moment, user id, state, text)."""

    handler = ""  # user id of who approved it and delivers it

    def __init__(self, order_id: int, *, book: int, item: int, title: tuple[str, str], price: int, entry: int):
        self.id = order_id
        self.book = book
        self.item = item
        self.title = title  # as it was then: (French, English)
        self.price = price
        self.entry = entry  # number of the entry that holds the points
        self.state = "ordered"
        self.steps: tuple = ()


class Payout(Persistent):
    """What was settled at once. `lines`: (number of a book, seq)."""

    def __init__(self, *, moment: datetime, actor: str, cents: int, people: int, lines: tuple):
        self.moment = moment
        self.actor = actor
        self.cents = cents
        self.people = people
        self.lines = lines


class Rewards(Persistent):
    """The room's trees."""

    draft = None  # RuleSet

    def __init__(self):
        self.versions = LOBTree()  # number from 1 -> RuleSet
        self.since = LOBTree()  # microseconds since 1970 from which in force -> number
        self.names = OOBTree()  # user id -> number of the book
        self.books = LOBTree()  # number, by chance -> Book
        self.quarters = OOBTree()  # quarter "2026-4" -> LLTreeSet of books with deeds of then
        # (quarter, "rule" or "amount", version, rule key) or (quarter, "unit", 0, unit) -> Cell; only "amount" is cents
        self.cells = OOBTree()
        self.due = OOTreeSet()  # (number of a book, seq): amounts to pay
        self.payouts = LOBTree()  # microseconds since 1970 -> Payout
        self.references = OOBTree()  # reference of an entry -> (number of a book, seq)
        self.boards = (
            OOBTree()
        )  # quarter -> OOTreeSet of (minus points, number of the book) of who is on the leaderboard
        self.acted = OOBTree()  # user id -> OOTreeSet of (tree name, number, number) that name them as who decided
        self.items = LOBTree()  # id -> Item
        self.orders = LOBTree()  # id: microseconds since 1970 -> Order
        self.waiting = LLTreeSet()  # ids of orders to approve
        self.approved = LLTreeSet()  # ids of orders to deliver

    def book(self, userid: str) -> Book:
        """Return the person's book, made when it is missing. Only for writing."""
        if userid not in self.names:
            number = free_number(self.books)
            self.books[number] = Book(number, userid)
            self.names[userid] = number
        return self.books[self.names[userid]]

    def kept(self, userid: str) -> Book | None:
        """Return the person's book, or None."""
        return self.books.get(self.names.get(userid, 0))

    def earn(self, book: Book, quarter: str, points: int) -> None:
        """Add to what the person earned in this quarter; the leaderboard follows."""
        before = book.earned.get(quarter, 0)
        book.earned[quarter] = before + points
        if book.listed:
            drop(self.boards.get(quarter, ()), (-before, book.number))
            insert(self.boards, quarter, (-before - points, book.number))

    def list(self, book: Book, listed: bool) -> None:
        """Put the person on the leaderboard of every quarter, or take them off."""
        book.listed = listed
        for quarter, points in book.earned.items():
            if listed:
                insert(self.boards, quarter, (-points, book.number))
            else:
                drop(self.boards.get(quarter, ()), (-points, book.number))

    def tally(self, quarter: str, what: str, version: int, key: str, number: int, book: int) -> None:
        """Add to a published figure what a book's entry gave; nothing is about nobody."""
        if not number:
            return
        place = (quarter, what, version, key)
        if place not in self.cells:
            self.cells[place] = Cell()
        cell = self.cells[place]
        cell.sum.change(number)
        cell.entries.change(1)
        if book not in cell.people:
            cell.people.insert(book)


def insert(tree, key, value, factory=OOTreeSet) -> None:
    """Put the value into the set at this key, made when it is missing."""
    if key not in tree:
        tree[key] = factory()
    if value not in tree[key]:
        tree[key].insert(value)


def insert_number(tree, key, value: int) -> None:
    """Put the number into the set at this key, made when it is missing."""
    insert(tree, key, value, LLTreeSet)


def drop(tree, member) -> None:
    """Take the member out of the set, if it is there."""
    if member in tree:
        tree.remove(member)


def free_number(tree) -> int:
    """Return a number that nobody has, by chance: it says nothing of who or when."""
    while True:
        number = secrets.randbelow(2**62) + 1
        if number not in tree:
            return number


def free_key(tree, moment: datetime) -> int:
    """Return the moment in microseconds since 1970, or the first free key after it."""
    key = microseconds(moment)
    while key in tree:
        key += 1
    return key


def microseconds(moment: datetime) -> int:
    """Return the aware moment in microseconds since 1970."""
    return int(moment.timestamp() * 1_000_000)
