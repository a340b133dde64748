"""The proof: records, and whether the chain is whole."""

from bluegether.core.charter.api.signing import status as status_of
from bluegether.core.charter.api.versions import charters
from bluegether.core.charter.interfaces import Status
from bluegether.core.charter.storage import Charters
from bluegether.core.charter.storage import NOTHING
from bluegether.core.charter.storage import Record
from bluegether.core.kit.chain import faults
from bluegether.core.kit.chain import GENESIS
from bluegether.core.kit.chain import misnamed
from bluegether.core.kit.chain import Problem
from bluegether.core.kit.chain import sha256
from bluegether.core.kit.chain import Verification
from bluegether.core.people import api as people
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter


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
    subjects = [Problem(kept.latest.get(userid, NOTHING)[2], "subject") for userid in misnamed(kept)]
    problems = [*faults(kept), *_texts(kept), *subjects]
    return Verification(kept.count, kept.head, tuple(sorted(problems, key=attrgetter("seq"))))


def _texts(kept: Charters) -> Iterator[Problem]:
    for seq, record in kept.records.items():
        if sha256(kept.texts.get(record.text_hash, "")) != record.text_hash:
            yield Problem(seq, "text")
