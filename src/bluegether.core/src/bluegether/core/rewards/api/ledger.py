"""Deeds enter the ledger: logged whatever they earn, paid once whatever happens, reversed when they no longer hold."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IDeed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.rewards.api.judging import judge
from bluegether.core.rewards.api.judging import month_of
from bluegether.core.rewards.api.judging import plain
from bluegether.core.rewards.api.judging import quarter_of
from bluegether.core.rewards.api.judging import Verdict
from bluegether.core.rewards.api.rights import earns
from bluegether.core.rewards.api.rights import trees
from bluegether.core.rewards.api.versions import in_force
from bluegether.core.rewards.storage import Book
from bluegether.core.rewards.storage import Entry
from bluegether.core.rewards.storage import insert_number
from bluegether.core.rewards.storage import microseconds
from bluegether.core.rewards.storage import Rewards
from bluegether.core.rewards.storage import RuleSet
from bluegether.core.rewards.storage import Told
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from threading import local


EARNED = "rewards.earned"
REVERSED = "rewards.reversed"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
REFERENCE = 10  # signs of an entry's hash
_holding = local()


@contextmanager
def held_back() -> Iterator[list[IDeed]]:
    """Keep what is told inside the block, in this thread, out of the ledger and yield it as a list.

    For imports, which tell of the past in any order: whoever holds it back records it afterwards, in the order of time.
    """
    _holding.deeds = []
    try:
        yield _holding.deeds
    finally:
        del _holding.deeds


def hear(deed: IDeed) -> None:
    """Take what a room tells: record it, unless it is held back."""
    held = getattr(_holding, "deeds", None)
    if held is None:
        record(deed)
    else:
        held.append(deed)


def record(deed: IDeed) -> list[Entry]:
    """Log what was done, or undone, and return the entries that it makes; a deed told again makes none.

    Judged by the rules in force when it happened, also when it is done again after it was undone. Who has no ledger
    (clients, erased people) earns nothing. Never raises for what a deed carries: the room that tells it goes on.
    """
    if deed.undone:
        return _undo(deed)
    if not earns(deed.userid):
        return []
    kept = trees()
    book = kept.book(deed.userid)
    told = book.deeds.get((deed.kind, deed.thing))
    if told is not None and told.state != "undone":
        return []
    told = told or _first(deed)
    insert_number(kept.quarters, quarter_of(moment_of(told.happened)), book.number)
    entries = _pay(kept, book, (deed.kind, deed.thing), told)
    book.deeds[deed.kind, deed.thing] = told._replace(state="held", entries=tuple(one.seq for one in entries))
    _tell(EARNED, deed.userid, [one for one in entries if one.points or one.cents or one.why])
    return entries


def _first(deed: IDeed) -> Told:
    person = people.account(deed.userid)
    return Told(microseconds(min(deed.happened, now())), person.unit, plain(deed.values), "held", ())


def _pay(kept: Rewards, book: Book, key: tuple[str, str], told: Told) -> list[Entry]:
    happened = moment_of(told.happened)
    rules, month = in_force(happened), month_of(happened)
    if rules is None:
        return []
    kind, thing = key
    verdicts = judge(rules.rules, kind, dict(told.values), lambda rule: book.used.get((month, rule), 0))
    entries = []
    for verdict in verdicts:
        if not verdict.why:
            book.used[month, verdict.rule.key] = book.used.get((month, verdict.rule.key), 0) + 1
        entries.append(_write(kept, book, told, rules, verdict, kind=kind, thing=thing))
    return entries


def _write(kept: Rewards, book: Book, told: Told, rules: RuleSet, verdict: Verdict, *, kind: str, thing: str) -> Entry:
    return enter(
        kept,
        book,
        unit=told.unit,
        happened=told.happened,
        act="deed",
        kind=kind,
        thing=thing,
        version=rules.number,
        rule=verdict.rule.key,
        points=verdict.points,
        cents=verdict.cents,
        why=verdict.why,
    )


def enter(kept: Rewards, book: Book, *, unit: str = "", happened: int, **values) -> Entry:
    """Append an entry and let what is counted beside follow: references, amounts to pay, published figures."""
    values = {"version": 0, "rule": "", "why": "", "reverses": 0, "cents": 0} | values
    moment = now()
    entry = book.write(time=moment.isoformat(), happened=moment_of(happened).isoformat(), **values)
    kept.references[reference(entry)] = (book.number, entry.seq)
    if entry.cents:
        kept.due.insert((book.number, entry.seq))
    if entry.version:
        _count(kept, book, entry, quarter_of(moment), unit)
    return entry


def _count(kept: Rewards, book: Book, entry: Entry, quarter: str, unit: str) -> None:
    kept.tally(quarter, "rule", entry.version, entry.rule, entry.points, book.number)
    kept.tally(quarter, "amount", entry.version, entry.rule, entry.cents, book.number)
    kept.tally(quarter, "unit", 0, unit, entry.points, book.number)
    kept.earn(book, quarter, entry.points)


def _undo(deed: IDeed) -> list[Entry]:
    kept = trees()
    book = kept.kept(deed.userid)
    told = book.deeds.get((deed.kind, deed.thing)) if book is not None else None
    if told is None or told.state == "undone":
        return []
    month = month_of(moment_of(told.happened))
    entries = []
    for seq in told.entries:
        before = book.records[seq]
        if seq in book.reversed or not (before.points or before.cents):
            continue
        entries.append(take_back(kept, book, before, act="undone"))
        book.used[month, before.rule] = max(0, book.used.get((month, before.rule), 0) - 1)
    if told.state == "held":  # what was reversed by decision stays so, also when it is done again
        book.deeds[deed.kind, deed.thing] = told._replace(state="undone")
    _tell(REVERSED, deed.userid, entries)
    return entries


def take_back(kept: Rewards, book: Book, entry: Entry, *, act: str, **reason: str) -> Entry:
    """Append the entry that reverses this one: the same rule and deed, the contrary of what it gave."""
    told = book.deeds.get((entry.kind, entry.thing))
    return enter(
        kept,
        book,
        unit=told.unit if told is not None else "",
        happened=microseconds(now()),
        act=act,
        kind=entry.kind,
        thing=entry.thing,
        version=entry.version,
        rule=entry.rule,
        points=-entry.points,
        cents=-entry.cents,
        reverses=entry.seq,
        **reason,
    )


def _tell(kind: str, userid: str, entries: list[Entry]) -> None:
    # One notice a day, whatever the number of entries: they are grouped by their thing.
    if entries:
        tell(kind, thing=f"{userid}/{day_of(entries[0])}", actor="", recipients=[userid], happened=now())


def reference(entry: Entry) -> str:
    """Return what the owner calls an entry by when they ask HR about it: it cannot be guessed."""
    return entry.hash[:REFERENCE]


def day_of(entry: Entry) -> str:
    """Return the day on which it was written, in UTC: `2026-11-02`."""
    return entry.time[:10]


def moment_of(micro: int) -> datetime:
    """Return microseconds since 1970 as an aware datetime."""
    return EPOCH + timedelta(microseconds=micro)
