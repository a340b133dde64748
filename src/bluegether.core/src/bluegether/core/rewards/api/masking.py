"""No figure about fewer than five people: small rows are put together until they are about enough.

Rows that are shown and the row of the others always add up to the total, so that nothing can be told by subtraction.
"""

from collections.abc import Iterable
from dataclasses import dataclass


FEWEST = 5


@dataclass(frozen=True)
class Figure:
    """Numbers about some people. `key` is what they are about, None for the others put together."""

    key: object
    people: frozenset
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Table:
    """What may be shown: `rows` in the order given, `others` and `total`, None when too few people stand behind."""

    rows: tuple[Figure, ...]
    others: Figure | None
    total: Figure | None
    masked: frozenset = frozenset()  # keys of what is among the others, or not shown at all


def table(figures: Iterable[Figure]) -> Table:
    """Return what may be shown of these figures."""
    found = list(figures)
    total = _together(found)
    if len(total.people) < FEWEST:
        return Table((), None, None, frozenset(one.key for one in found))
    small = [one for one in found if len(one.people) < FEWEST]
    for figure in sorted((one for one in found if one not in small), key=lambda one: len(one.people)):
        if not small or len(_together(small).people) >= FEWEST:
            break
        small.append(figure)
    rows = tuple(one for one in found if one not in small)
    return Table(rows, _together(small) if small else None, total, frozenset(one.key for one in small))


def _together(figures: list[Figure]) -> Figure:
    people = frozenset().union(*(one.people for one in figures))
    return Figure(None, people, tuple(map(sum, zip(*(one.numbers for one in figures), strict=True))))
