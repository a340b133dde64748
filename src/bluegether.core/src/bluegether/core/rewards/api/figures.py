"""What the firm paid out, by quarter: figures that everyone may read, kept beside the ledgers, none about few people.

A quarter is published when it is over: while it runs, how a figure moves would tell who earned what.
"""

from bluegether.core.kit.clock import now
from bluegether.core.rewards.api.judging import quarter_of
from bluegether.core.rewards.api.masking import Figure
from bluegether.core.rewards.api.masking import Table
from bluegether.core.rewards.api.masking import table
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.storage import Cell


def quarters() -> list[str]:
    """Return the quarters that are over and in which something was paid, the newest first: `2026-3`."""
    found, running = kept(), quarter_of(now())
    names = dict.fromkeys(quarter for quarter, *_rest in found.cells) if found is not None else {}
    return sorted((name for name in names if name < running), reverse=True)


def paid(quarter: str) -> Table:
    """Return the points of a quarter that is over, by (version, rule key): points, entries."""
    return table(Figure((version, key), people, numbers) for version, key, people, numbers in _cells(quarter, "rule"))


def paid_amounts(quarter: str) -> Table:
    """Return the amounts of a quarter that is over, by (version, rule key): cents, entries.

    Apart from the points: among five who earned points by a rule, one alone may have earned an amount.
    """
    return table(Figure((version, key), people, numbers) for version, key, people, numbers in _cells(quarter, "amount"))


def has_amounts(quarter: str) -> bool:
    """Return whether any amount was paid in that quarter, whatever the number of people."""
    return any(True for _cell in _cells(quarter, "amount"))


def by_unit(quarter: str) -> Table:
    """Return the points of a quarter that is over, by unit as people's were then: points, entries."""
    return table(Figure(unit, people, numbers) for _version, unit, people, numbers in _cells(quarter, "unit"))


def _cells(quarter: str, what: str):
    found = kept()
    if found is None or quarter >= quarter_of(now()):
        return
    for (_quarter, _what, version, key), cell in found.cells.items(min=(quarter, what), max=(quarter, f"{what}~")):
        yield version, key, frozenset(cell.people), numbers_of(cell)


def numbers_of(cell: Cell) -> tuple[int, int]:
    """Return the sum, of points or cents, and the number of entries."""
    return cell.sum(), cell.entries()
