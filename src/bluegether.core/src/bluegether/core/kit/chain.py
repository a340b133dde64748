"""An append-only chain of records: each carries the hash of the one before and its own, the head how many there are.

A record names a person by a pseudonym, `HMAC(salt, user id)`; the random salt is kept beside the user id and thrown
away with it when the person is erased, so that the chain stays whole and nobody can tell any more whose record it is.
There is no verb that changes a record: whoever does it with other means is found by `faults`.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from persistent import Persistent
import hashlib
import hmac
import json
import secrets


GENESIS = "0" * 64


def canonical(data) -> str:
    """Return the one serialisation that is hashed: sorted keys, no spaces, UTF-8."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(text: str) -> str:
    """Return the hash of a text as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def pseudonym(userid: str, salt: str) -> str:
    """Return how records name this person."""
    return hmac.new(salt.encode(), userid.encode(), hashlib.sha256).hexdigest()


class Link(Persistent):
    """One record, written once. A room names its own FIELDS; `seq` and `previous` are among them."""

    FIELDS: tuple[str, ...] = ("seq", "previous")

    def __init__(self, **values):
        for name in self.FIELDS:
            setattr(self, name, values[name])
        self.hash = self.digest()

    def data(self) -> dict:
        """Return what the hash covers."""
        return {name: getattr(self, name) for name in self.FIELDS}

    def digest(self) -> str:
        """Return the hash that the record must carry."""
        return sha256(canonical(self.data()))


class Chain(Persistent):
    """The records, and who is behind their pseudonyms. A room's storage extends it."""

    def __init__(self):
        self.count = 0  # head of the chain: how many records
        self.head = GENESIS  # head of the chain: hash of the last record
        self.records = LOBTree()  # sequence number from 1 -> Link
        self.subjects = OOBTree()  # user id -> (subject, salt)
        self.people = OOBTree()  # subject -> user id

    def subject(self, userid: str) -> str:
        """Return the person's pseudonym, given at their first record."""
        if userid not in self.subjects:
            salt = secrets.token_hex(32)
            self.subjects[userid] = (pseudonym(userid, salt), salt)
            self.people[self.subjects[userid][0]] = userid
        return self.subjects[userid][0]

    def add(self, factory: type[Link], **values) -> Link:
        """Add a record at the end of the chain and return it."""
        record = factory(seq=self.count + 1, previous=self.head, **values)
        self.records[record.seq] = record
        self.count = record.seq
        self.head = record.hash
        return record

    def unname(self, userid: str) -> None:
        """Throw away what ties the person to their records."""
        subject, _salt = self.subjects.pop(userid, ("", ""))
        self.people.pop(subject, None)


@dataclass(frozen=True)
class Problem:
    """One fault of a chain: `seq` where it is, `kind` altered, missing, broken, truncated, text or subject."""

    seq: int
    kind: str


@dataclass(frozen=True)
class Verification:
    """The outcome of reading a whole chain."""

    count: int
    head: str
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        return not self.problems


def faults(chain: Chain) -> Iterator[Problem]:
    """Read the whole chain and yield where it was altered.

    `altered`: a record is not what its hash says. `missing`: a number without a record. `broken`: it does not follow
    the one before (removed, reordered or inserted). `truncated`: the end is not what the head says.
    """
    expected, previous = 1, GENESIS
    for seq, record in chain.records.items():
        yield from (Problem(missing, "missing") for missing in range(expected, seq))
        if record.seq != seq or record.digest() != record.hash:
            yield Problem(seq, "altered")
        if record.previous != previous:
            yield Problem(seq, "broken")
        expected, previous = seq + 1, record.hash
    if expected - 1 != chain.count or previous != chain.head:
        yield Problem(max(expected - 1, chain.count), "truncated")


def misnamed(chain: Chain) -> Iterator[str]:
    """Yield the user ids whose pseudonym is not theirs."""
    for userid, (subject, salt) in chain.subjects.items():
        if pseudonym(userid, salt) != subject or chain.people.get(subject) != userid:
            yield userid
