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


MEASURES = ("deeds", "points", "cents", "new_points", "new_cents")


@dataclass(frozen=True)
class Simulation:
    """By kind and by unit: measure (see MEASURES) -> table. Each has its own: among many who did something, few may
    have earned an amount. `new_` is under the draft, the others under the rules in force."""

    quarter: str
    kinds: dict[str, Table]
    units: dict[str, Table]


class Sums:
    """Numbers of people that are added up by measure and key; nothing is about nobody."""

    def __init__(self):
        self.people: dict[str, dict] = {name: {} for name in MEASURES}
        self.numbers: dict[str, Counter] = {name: Counter() for name in MEASURES}

    def add(self, key: str, book: int, numbers: tuple[int, ...]) -> None:
        for name, number in zip(MEASURES, numbers, strict=True):
            if number:
                self.people[name].setdefault(key, set()).add(book)
                self.numbers[name][key] += number

    def tables(self) -> dict[str, Table]:
        return {name: self.table(name) for name in MEASURES}

    def table(self, name: str) -> Table:
        people, numbers = self.people[name], self.numbers[name]
        return table(Figure(key, frozenset(people[key]), (numbers[key],)) for key in sorted(numbers))


def simulate(userid: str) -> Simulation:
    """Replay last quarter's deeds that still hold. Raises NotAllowed; Missing when there is no draft."""
    planned, current, quarter = draft(userid).rules, in_force(), last_quarter()
    kinds, units = Sums(), Sums()
    for book in _books(quarter):
        for key, told, numbers in _replay(book, quarter, current.rules if current is not None else (), planned):
            kinds.add(key, book.number, numbers)
            units.add(told.unit, book.number, numbers)
    return Simulation(quarter, kinds.tables(), units.tables())


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
