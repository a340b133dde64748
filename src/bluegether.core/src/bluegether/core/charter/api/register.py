"""The proof: records, and whether the chain is whole."""

from bluegether.core.charter.api.signing import status as status_of
from bluegether.core.charter.api.versions import charters
from bluegether.core.charter.interfaces import Status
from bluegether.core.charter.storage import Charters
from bluegether.core.charter.storage import GENESIS
from bluegether.core.charter.storage import NOTHING
from bluegether.core.charter.storage import pseudonym
from bluegether.core.charter.storage import Record
from bluegether.core.charter.storage import sha256
from bluegether.core.people import api as people
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault of the chain: `seq` where it is, `kind` altered, missing, broken, truncated, text or subject."""

    seq: int
    kind: str


@dataclass(frozen=True)
class Verification:
    """The outcome of `verify`."""

    count: int
    head: str
    problems: tuple[Problem, ...]

    @property
    def whole(self) -> bool:
        return not self.problems


def total() -> int:
    """Return how many records the head of the chain counts."""
    kept = charters()
    return kept.count if kept is not None else 0


def records(*, start: int = 0, size: int = 25) -> list[Record]:
    """Return records, the newest first; wakes no more than `size`."""
    kept = charters()
    if kept is None:
        return []
    last = kept.count - start
    return [kept.records[seq] for seq in range(last, max(0, last - size), -1) if seq in kept.records]


def person(subject: str) -> str:
    """Return the user id behind a record's subject, or an empty string once the person is erased."""
    kept = charters()
    return kept.people.get(subject, "") if kept is not None else ""


def answer(userid: str) -> Record | None:
    """Return this person's last record, whatever version it answers, or None."""
    kept = charters()
    seq = kept.latest.get(userid, NOTHING)[2] if kept is not None else 0
    return kept.records.get(seq)


@dataclass(frozen=True)
class Entry:
    """One person of the register: who, where they stand, their last record if any."""

    person: object  # people.api.account
    status: Status
    record: Record | None


def entries(
    *, status: str = "", text: str = "", kind: str = "", unit: str = "", start: int = 0, size: int = 25
) -> tuple[list[Entry], int]:
    """Return (people of the register by name, how many in all) that match; wakes the people of the page only."""
    found = people.userids(text=text, kind=kind, unit=unit)
    if status:
        found = [userid for userid in found if status_of(userid).value == status]
    page = found[start : start + size]
    return [Entry(people.account(userid), status_of(userid), answer(userid)) for userid in page], len(found)


def export(userid: str) -> list[dict]:
    """Return every record of this person, the oldest first, with the texts' hashes."""
    kept = charters()
    if kept is None or userid not in kept.subjects:
        return []
    subject = kept.subjects[userid][0]
    found = [record for record in kept.records.values() if record.subject == subject]
    return [record.data() | {"hash": record.hash} for record in found]


def erase(userid: str) -> None:
    """Forget whose the person's records are; the records, and the chain, stay."""
    kept = charters()
    if kept is not None:
        kept.forget(userid)


def verify() -> Verification:
    """Read the whole register and return where it was altered.

    `altered`: a record is not what its hash says. `missing`: a number without a record. `broken`: it does not follow
    the one before (removed, reordered or inserted). `truncated`: the end is not what the head says. `text`: the text
    it names is gone or altered. `subject`: a person's pseudonym is not theirs.
    """
    kept = charters()
    if kept is None:
        return Verification(0, GENESIS, ())
    problems = [*_chain(kept), *_head(kept), *_subjects(kept)]
    return Verification(kept.count, kept.head, tuple(problems))


def _chain(kept: Charters) -> Iterator[Problem]:
    expected, previous = 1, GENESIS
    for seq, record in kept.records.items():
        yield from (Problem(missing, "missing") for missing in range(expected, seq))
        if record.seq != seq or record.digest() != record.hash:
            yield Problem(seq, "altered")
        if record.previous != previous:
            yield Problem(seq, "broken")
        if sha256(kept.texts.get(record.text_hash, "")) != record.text_hash:
            yield Problem(seq, "text")
        expected, previous = seq + 1, record.hash


def _head(kept: Charters) -> Iterator[Problem]:
    last = kept.records.maxKey() if kept.records else 0
    end = kept.records[last].hash if last else GENESIS
    if last != kept.count or end != kept.head:
        yield Problem(max(last, kept.count), "truncated")


def _subjects(kept: Charters) -> Iterator[Problem]:
    for userid, (subject, salt) in kept.subjects.items():
        if pseudonym(userid, salt) != subject or kept.people.get(subject) != userid:
            yield Problem(kept.latest.get(userid, NOTHING)[2], "subject")
