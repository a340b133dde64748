"""The index as one reader may see it: sets of numbers, and the orders that people are shown in.

Every question goes through the reader's audiences. What was filed for another audience is in none of the sets that are
looked at, so it is not found, not counted, not suggested and not sorted by.
"""

from BTrees.IIBTree import difference
from BTrees.IIBTree import IISet
from BTrees.IIBTree import intersection
from BTrees.IIBTree import multiunion
from collections.abc import Iterable
from collections.abc import Iterator
from functools import cached_property
from functools import reduce
from heapq import merge
from itertools import islice


LAST = "\U0010ffff"
LAST_NUMBER = 2**31
NOBODY = IISet()
EVERYBODY = ("who", "person")


def either(sets: Iterable):
    """Return who is in one of these sets."""
    found = [numbers for numbers in sets if numbers]
    return found[0] if len(found) == 1 else multiunion(found)


def both(first, second):
    """Return who is in both sets."""
    return intersection(first, second)


def all_of(sets: Iterable):
    """Return who is in each of these sets; of none, nobody."""
    found = list(sets)
    return reduce(intersection, found) if found else NOBODY


def without(first, second):
    """Return who is in the first set only."""
    return difference(first, second) if second else first


class View:
    """One reader's."""

    def __init__(self, directory, audiences: tuple[str, ...]):
        self.directory = directory
        self.audiences = audiences

    @cached_property
    def everybody(self):
        """Return the people that this reader may find at all."""
        return self.having(*EVERYBODY)

    def having(self, facet: str, value: str):
        """Return who has this value of a facet, as far as they show it to the reader."""
        facets = self.directory.facets
        return either(facets.get((facet, value, audience)) for audience in self.audiences)

    def having_any(self, facet: str, values: Iterable[str]):
        """Return who has one of these values."""
        facets = self.directory.facets
        return either([facets.get((facet, value, audience)) for value in values for audience in self.audiences])

    def values(self, facet: str) -> Iterator[tuple[str, str]]:
        """Return (value, how it is written) of what the reader may know of, in order, each once."""
        last = None
        for _facet, value, audience in self.directory.facets.keys((facet,), (facet, LAST)):
            if value != last and audience in self.audiences:
                last = value
                yield value, self.directory.titles.get((facet, value, audience), value)

    def available(self, day: int):
        """Return who is available on this day (its ordinal), or was before."""
        return either([numbers for tree in self._days() for numbers in tree.values(None, day)])

    def arrived_since(self, moment: int):
        """Return who arrived at this moment (seconds since 1970) or later."""
        return either([IISet(number for _when, number in self.directory.by_arrival.keys(None, (-moment, LAST_NUMBER)))])

    def number(self, userid: str) -> int:
        """Return the person's number; one that nobody has for somebody who is not here."""
        return self.directory.numbers.get(userid, -1)

    def numbers(self, userids: Iterable[str]):
        """Return the set of these people."""
        return IISet([self.number(userid) for userid in userids])

    def has(self, userid: str) -> bool:
        """Return whether the reader may find this person."""
        return self.number(userid) in self.everybody

    def people(self, numbers: Iterable[int]) -> list[str]:
        """Return their user ids."""
        return [self.directory.userids[number] for number in numbers]

    def by_name(self, found) -> Iterator[int]:
        """Return these people by name."""
        return self._ordered(found, self.directory.by_name, 0)

    def by_arrival(self, found) -> Iterator[int]:
        """Return these people, those who arrived last first."""
        return self._ordered(found, self.directory.by_arrival, 1)

    def by_availability(self, found) -> Iterator[int]:
        """Return these people by the day they show, then those who show none, by name."""
        rest = found
        for _day, numbers in merge(*(tree.items() for tree in self._days()), key=lambda item: item[0]):
            now = both(rest, numbers)
            if now:
                rest = without(rest, now)
                yield from self.by_name(now)
        yield from self.by_name(rest)

    def by_tiers(self, found, tiers: Iterable) -> Iterator[int]:
        """Return these people, those of the first set first; by name within each."""
        rest = found
        for tier in tiers:
            now = both(rest, tier)
            rest = without(rest, now)
            yield from self.by_name(now)
        yield from self.by_name(rest)

    def _days(self) -> list:
        trees = (self.directory.days.get(audience) for audience in self.audiences)
        return [tree for tree in trees if tree]

    def _ordered(self, found, order, place: int) -> Iterator[int]:
        # Many are met soon on a walk along everybody; few are sorted faster than found on it.
        count = len(found)
        if not count:
            return
        if count * count > FEW * len(self.directory.userids):
            yield from (number for _key, number in order if number in found)
            return
        keys = self.directory.keys
        yield from (number for _key, number in sorted((keys[number][place], number) for number in found))


# As many as a page and a half: the walk to a page of that size is as long as `len(everybody) * FEW / len(found)`.
FEW = 40


def page(order: Iterator[int], start: int, size: int) -> list[int]:
    """Return a page of an order; what comes after it is not looked at."""
    return list(islice(order, start, start + size))
