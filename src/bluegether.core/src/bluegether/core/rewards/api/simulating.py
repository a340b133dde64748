"""What a draft would have paid for last quarter's deeds, beside the rules in force. Nothing is written."""

from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.rewards.api.judging import judge
from bluegether.core.rewards.api.judging import month_of
from bluegether.core.rewards.api.judging import quarter_of
from bluegether.core.rewards.api.ledger import moment_of
from bluegether.core.rewards.api.masking import Figure
from bluegether.core.rewards.api.masking import Table
from bluegether.core.rewards.api.masking import table
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.versions import draft
from bluegether.core.rewards.api.versions import in_force
from bluegether.core.rewards.storage import Book
from bluegether.core.rewards.storage import Rule
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Simulation:
    """By kind and by unit: deeds, points and cents under the rules in force, points and cents under the draft."""

    quarter: str
    kinds: Table
    units: Table


class Sums:
    """Figures that are added up by key."""

    def __init__(self):
        self.people: dict = {}
        self.numbers: dict = {}

    def add(self, key: str, book: int, numbers: tuple[int, ...]) -> None:
        self.people.setdefault(key, set()).add(book)
        before = self.numbers.get(key, (0,) * len(numbers))
        self.numbers[key] = tuple(one + other for one, other in zip(before, numbers, strict=True))

    def table(self) -> Table:
        return table(Figure(key, frozenset(self.people[key]), self.numbers[key]) for key in sorted(self.numbers))


def simulate(userid: str) -> Simulation:
    """Replay last quarter's deeds that still hold. Raises NotAllowed; Missing when there is no draft."""
    planned, current, quarter = draft(userid).rules, in_force(), last_quarter()
    kinds, units = Sums(), Sums()
    for book in _books(quarter):
        for key, told, numbers in _replay(book, quarter, current.rules if current is not None else (), planned):
            kinds.add(key, book.number, numbers)
            units.add(told.unit, book.number, numbers)
    return Simulation(quarter, kinds.table(), units.table())


def last_quarter() -> str:
    """Return the quarter before the one that runs."""
    here = local(now())
    first = here.replace(month=here.month - (here.month - 1) % 3, day=1, hour=12)
    return quarter_of(first - timedelta(days=2))


def _books(quarter: str) -> Iterator[Book]:
    found = kept()
    for number in found.quarters.get(quarter, ()):
        yield found.books[number]


def _replay(book: Book, quarter: str, current: tuple[Rule, ...], planned: tuple[Rule, ...]) -> Iterator[tuple]:
    deeds = sorted(
        (told.happened, kind, told)
        for (kind, _thing), told in book.deeds.items()
        if told.state == "held" and quarter_of(moment_of(told.happened)) == quarter
    )
    used = (Counter(), Counter())
    for _happened, kind, told in deeds:
        before, after = (
            _earned(rules, kind, told, counts) for rules, counts in zip((current, planned), used, strict=True)
        )
        yield kind, told, (1, *before, *after)


def _earned(rules: tuple[Rule, ...], kind: str, told, counts: Counter) -> tuple[int, int]:
    month = month_of(moment_of(told.happened))
    verdicts = judge(rules, kind, dict(told.values), lambda key: counts[month, key])
    counts.update((month, verdict.rule.key) for verdict in verdicts if not verdict.why)
    return sum(one.points for one in verdicts), sum(one.cents for one in verdicts)
