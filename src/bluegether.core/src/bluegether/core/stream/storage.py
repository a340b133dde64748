"""Where entries are kept: one annotation of the site, append-only, ordered by time.

An entry's id is its time: microseconds since 1970, times 1024, plus ten bits of chance. Two writers at the same moment
get different ids and meet nowhere but in a tree's bucket, where BTrees merge what both inserted (an id "highest
plus one" makes a third of concurrent writes fail). Trees hold the id with its sign changed, so that walking a tree
from its start is newest first and loads the buckets of one page only; a BTree walked backwards loads all of them.

Nothing is copied per reader: a reader's page is merged from the lines of whom and what they follow, when it is read.
"""

from bluegether.core.stream.interfaces import IEntry
from BTrees.Length import Length
from BTrees.LLBTree import LLTreeSet
from BTrees.LOBTree import LOBTree
from BTrees.OLBTree import OLBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from heapq import merge
from persistent import Persistent
from zope.interface import implementer
import secrets


KEY = "bluegether.core.stream"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CHANCE = 10  # bits


@implementer(IEntry)
class Entry(Persistent):
    """One post or activity: a few hundred bytes, loaded only with the page that shows it."""

    edited = None
    hidden = False
    verb = kind = text = uid = technology = sector = ""
    hashtags = mentions = reactions = ()
    comments = 0

    def __init__(self, *, author: str, audience, **values):
        self.id = 0  # given by Stream.insert
        self.author = author
        self.audience = audience
        for name, value in values.items():
            setattr(self, name, value)

    @property
    def created(self) -> datetime:
        """Return when it entered, aware UTC."""
        return EPOCH + timedelta(microseconds=self.id >> CHANCE)

    @property
    def for_everyone(self) -> bool:
        return not (self.audience.kinds or self.audience.units)


class Person(Persistent):
    """What one reader chose. Only this person's requests write it."""

    def __init__(self):
        self.people = OOTreeSet()  # user ids followed
        self.hashtags = OOTreeSet()  # hashtags followed
        self.muted = OOTreeSet()  # user ids whose entries are left out
        self.bookmarks = LLTreeSet()  # -id


class Stream(Persistent):
    """The trees. A line is the LLTreeSet of the -ids of one author, hashtag or mentioned person."""

    def __init__(self):
        self.all = LOBTree()  # -id -> Entry
        self.author = OOBTree()  # user id -> line
        self.hashtag = OOBTree()  # hashtag -> line
        self.mention = OOBTree()  # user id -> line
        self.counts = OOBTree()  # (line's kind, value) -> Length of entries shown to everyone
        self.persons = OOBTree()  # user id -> Person
        self.things = OLBTree()  # "verb uid" of an activity -> id: nothing enters twice
        self.pinned = LLTreeSet()  # -id

    def get(self, entry_id: int) -> Entry | None:
        return self.all.get(-entry_id)

    def insert(self, entry: Entry, moment: datetime) -> None:
        """Give the entry its id and put it into its lines."""
        entry.id = free_id(self.all, moment)
        self.all[-entry.id] = entry
        self.enlist(entry)

    def remove(self, entry: Entry) -> None:
        """Forget the entry. Bookmarks of it are skipped when they are read."""
        self.delist(entry)
        if -entry.id in self.pinned:
            self.pinned.remove(-entry.id)
        del self.all[-entry.id]

    def enlist(self, entry: Entry) -> None:
        """Put the entry into the lines of its author, hashtags and mentions."""
        for kind, value in lines_of(entry):
            tree = getattr(self, kind)
            if value not in tree:
                tree[value] = LLTreeSet()
            tree[value].insert(-entry.id)
            self._count(kind, value, entry, 1)

    def delist(self, entry: Entry) -> None:
        """Take the entry out of its lines; a line stays when it is empty."""
        for kind, value in lines_of(entry):
            getattr(self, kind)[value].remove(-entry.id)
            self._count(kind, value, entry, -1)

    def _count(self, kind: str, value: str, entry: Entry, by: int) -> None:
        # What is about content is shown to whom the content is shown: it cannot be counted for everyone.
        if not entry.for_everyone or entry.hidden or entry.uid:
            return
        if (kind, value) not in self.counts:
            self.counts[kind, value] = Length()
        self.counts[kind, value].change(by)

    def count(self, kind: str, value: str) -> int:
        """Return how many entries of the line everyone sees: a number that gives nothing away."""
        length = self.counts.get((kind, value))
        return length() if length is not None else 0

    def line(self, kind: str, value: str):
        """Return the line, or an empty tuple."""
        return getattr(self, kind).get(value, ())


def lines_of(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("author", entry.author),
        *(("hashtag", tag) for tag in entry.hashtags),
        *(("mention", userid) for userid in entry.mentions),
    ]


def free_id(tree, moment: datetime) -> int:
    """Return an id for the moment that no entry has."""
    microseconds = (moment - EPOCH) // timedelta(microseconds=1)
    while True:
        found = (microseconds << CHANCE) | secrets.randbelow(1 << CHANCE)
        if -found not in tree:
            return found
        microseconds += 1


def ids(lines: list, *, below: int | None = None, above: int | None = None) -> Iterator[int]:
    """Return the ids of several lines, merged, newest first, each once; lazily, bucket by bucket."""
    last = None
    for negative in merge(*(_keys(line, below, above) for line in lines)):
        if negative != last:
            yield -negative
        last = negative


def _keys(line, below: int | None, above: int | None):
    if not line:
        return ()
    bounds = {}
    if below is not None:
        bounds |= {"min": -below, "excludemin": True}
    if above is not None:
        bounds |= {"max": -above, "excludemax": True}
    return line.keys(**bounds)
