"""What the directory knows about people, arranged for searching: one annotation of the site.

A person has a number, drawn once; sets of numbers are what a search works with. Everything here can be rebuilt from
people's own records (`api.rebuild`), but for the saved searches. A record of what somebody is indexed under lies beside
the sets, so that a change undoes exactly what was done, whatever has happened to the person since.
"""

from bluegether.core.directory.storage.names import Names
from bluegether.core.directory.storage.searches import Searches
from BTrees.IIBTree import IITreeSet
from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent
import secrets


KEY = "bluegether.core.directory"
NUMBERS = 2**31 - 1


class Record(Persistent):
    """What one person is indexed under; loaded when it changes, never by a search."""

    def __init__(self, *, userid: str, key: str, arrived: int, words=(), jobs=(), initials=(), tokens=(), days=()):
        self.userid = userid
        self.key = key  # folded name, to sort by
        self.arrived = arrived  # seconds since 1970
        self.words = words  # folded words of the name
        self.jobs = jobs  # folded words of the job
        self.initials = initials
        self.tokens = tokens  # (facet, value, audience, title)
        self.days = days  # (ordinal of the day when somebody becomes available, audience)

    def state(self) -> tuple:
        """Return everything, to compare."""
        names = (self.userid, self.key, self.arrived, self.words, self.jobs, self.initials)
        return (*names, frozenset(self.tokens), frozenset(self.days))


class Directory(Persistent):
    """The room's trees."""

    def __init__(self):
        self.searches = OOBTree()  # user id -> Searches
        self.clear()

    def clear(self) -> None:
        """Forget everybody; saved searches stay."""
        self.numbers = OIBTree()  # user id -> number
        self.userids = IOBTree()  # number -> user id
        self.records = IOBTree()  # number -> Record
        self.keys = IOBTree()  # number -> (folded name, -seconds of arrival): sorts few without walking all
        self.by_name = OOTreeSet()  # (folded name, number)
        self.by_arrival = OOTreeSet()  # (-seconds of arrival, number)
        self.facets = OOBTree()  # (facet, value, audience) -> numbers
        self.titles = OOBTree()  # (facet, value, audience) -> how the value is written
        self.days = OOBTree()  # audience -> IOBTree: ordinal of the day -> numbers available from then on
        self.names = Names()

    def number(self, userid: str) -> int:
        """Return the person's number, drawn when they have none yet."""
        if userid not in self.numbers:
            number = secrets.randbelow(NUMBERS)
            while number in self.userids:
                number = secrets.randbelow(NUMBERS)
            self.numbers[userid] = number
            self.userids[number] = userid
        return self.numbers[userid]

    def put(self, record: Record) -> bool:
        """Index a person under this record and nothing else; return whether anything changed."""
        number = self.number(record.userid)
        before = self.records.get(number)
        if before is not None:
            if before.state() == record.state():
                return False
            self._remove(number, before)
        self._insert(number, record)
        return True

    def drop(self, userid: str) -> None:
        """Take a person out, and their number."""
        number = self.numbers.get(userid)
        if number is None:
            return
        self._remove(number, self.records[number])
        del self.numbers[userid]
        del self.userids[number]

    def _insert(self, number: int, record: Record) -> None:
        self.records[number] = record
        self.keys[number] = (record.key, -record.arrived)
        self.by_name.insert((record.key, number))
        self.by_arrival.insert((-record.arrived, number))
        self.names.insert(number, record.words, record.jobs, record.initials)
        for name, value, audience, title in record.tokens:
            _insert(self.facets, (name, value, audience), number)
            if title:
                self.titles[name, value, audience] = title
        for day, audience in record.days:
            if audience not in self.days:
                self.days[audience] = IOBTree()
            _insert(self.days[audience], day, number)

    def _remove(self, number: int, record: Record) -> None:
        del self.records[number]
        del self.keys[number]
        self.by_name.remove((record.key, number))
        self.by_arrival.remove((-record.arrived, number))
        self.names.remove(number, record.words, record.jobs, record.initials)
        for name, value, audience, _title in record.tokens:
            if _remove(self.facets, (name, value, audience), number):
                self.titles.pop((name, value, audience), None)
        for day, audience in record.days:
            # An empty tree under "me:<user id>" would tell that they were here.
            if _remove(self.days[audience], day, number) and not self.days[audience]:
                del self.days[audience]

    def filed_under(self, facets, skill_id: str) -> set[str]:
        """Return the user ids of who is filed under this skill in one of the facets, at any level, for anybody."""
        found = set()
        for facet in facets:
            for begin, end in ((skill_id, skill_id + "\0"), (f"{skill_id}:", f"{skill_id};")):
                for numbers in self.facets.values((facet, begin), (facet, end)):
                    found.update(numbers)
        return {self.userids[number] for number in found}

    def contents(self) -> dict:
        """Return everything that a rebuild would make, by user id: to compare two indexes."""
        names = self.userids
        trees = {("facet", *key): numbers for key, numbers in self.facets.items()}
        trees |= {("day", audience, day): them for audience, days in self.days.items() for day, them in days.items()}
        trees |= {("word", word): numbers for word, numbers in self.names.words.items()}
        trees |= {("job", word): numbers for word, numbers in self.names.jobs.items()}
        found = {key: frozenset(names.get(number) for number in numbers) for key, numbers in trees.items()}
        found["name"] = [(key, names.get(number)) for key, number in self.by_name]
        found["arrival"] = sorted((when, names.get(number)) for when, number in self.by_arrival)
        found["records"] = {record.userid: record.state() for record in self.records.values()}
        return found


def _insert(tree, key, number: int) -> None:
    if key not in tree:
        tree[key] = IITreeSet()
    tree[key].insert(number)


def _remove(tree, key, number: int) -> bool:
    """Take the number out of the set; return whether the set is gone with it."""
    tree[key].remove(number)
    if tree[key]:
        return False
    del tree[key]
    return True


__all__ = ["KEY", "Directory", "Record", "Searches"]
