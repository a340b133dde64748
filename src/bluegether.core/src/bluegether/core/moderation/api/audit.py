"""The log: what was done, by whom, and whether anybody altered it. Figures by month."""

from bluegether.core.kit.chain import faults
from bluegether.core.kit.chain import GENESIS
from bluegether.core.kit.chain import misnamed
from bluegether.core.kit.chain import Problem
from bluegether.core.kit.chain import sha256
from bluegether.core.kit.chain import Verification
from bluegether.core.moderation.api import rules
from bluegether.core.moderation.api.cases import kept
from bluegether.core.moderation.storage import Moderation
from bluegether.core.moderation.storage import Record
from collections.abc import Iterator
from dataclasses import dataclass


HIDDEN_ACTS = frozenset({"reported"})  # whose actor is never named
VERBS = ("keep", "hide", "remove", "warn", "suspend")


@dataclass(frozen=True)
class Step:
    """A record as a reader may see it: user ids, "" for who is erased or not to be named."""

    record: Record
    actor: str
    about: str
    text: str


def steps(*, userid: str, start: int = 0, size: int = 50) -> tuple[list[Step], int]:
    """Return (steps, newest first, how many in all); raise NotAllowed. Reporters are not named here to anybody."""
    rules.require(rules.may_read_log(userid))
    trees = kept()
    if trees is None:
        return [], 0
    last = trees.count - start
    found = [trees.records[seq] for seq in range(last, max(0, last - size), -1) if seq in trees.records]
    return [_step(trees, record, userid) for record in found], trees.count


def _step(trees: Moderation, record: Record, userid: str) -> Step:
    about, secret = trees.people.get(record.about, ""), record.act in HIDDEN_ACTS
    actor = "" if secret else trees.people.get(record.actor, "")
    # What somebody wrote in a report may tell its author who it was.
    text = "" if secret and about == userid else trees.texts.get(record.text_hash, "")
    return Step(record, actor, about, text)


def verify() -> Verification:
    """Read the whole log and return where it was altered; a reason that was erased with its person is no fault."""
    trees = kept()
    if trees is None:
        return Verification(0, GENESIS, ())
    subjects = [Problem(0, "subject") for _userid in misnamed(trees)]
    return Verification(trees.count, trees.head, (*faults(trees), *_texts(trees), *subjects))


def _texts(trees: Moderation) -> Iterator[Problem]:
    for seq, record in trees.records.items():
        text = trees.texts.get(record.text_hash)
        if text is None or (text and sha256(text) != record.text_hash):
            yield Problem(seq, "text")


def figures(*, userid: str) -> list[dict]:
    """Return one row per month, newest first: reports, cases, decisions by kind, appeals, mean hours to decide."""
    rules.require(rules.may_moderate(userid))
    trees = kept()
    counts = dict(trees.figures.items()) if trees is not None else {}
    return [_row(month, counts) for month in sorted({month for month, _what in counts}, reverse=True)]


def _row(month: str, counts: dict) -> dict:
    def of(what: str) -> int:
        return counts.get((month, what), 0)

    names = ("reports", "cases", "decisions", *VERBS, "appeals", "confirmed", "reversed")
    hours = round(of("seconds") / 3600 / of("decisions"), 1) if of("decisions") else None
    return {"month": month} | {name: of(name) for name in names} | {"hours": hours}
