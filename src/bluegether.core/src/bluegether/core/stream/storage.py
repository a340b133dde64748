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
from plone.namedfile.file import NamedBlobFile
from zope.interface import implementer
import secrets


KEY = "bluegether.core.stream"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CHANCE = 10  # bits
DAYS = 31  # of counted hashtags that are kept


@implementer(IEntry)
class Entry(Persistent):
    """One post or activity: a few hundred bytes, loaded only with the page that shows it."""

    edited = None
    hidden = False
    verb = kind = text = uid = technology = sector = ""
    hashtags = mentions = reactions = documents = praised = pictures = files = ()
    comments = quoted = active = 0
    value = ""
    poll = None

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

    def add_pictures(self, made: tuple) -> None:
        """Keep pictures with the entry, a blob each; their words and sides lie beside, for a page to read."""
        self.files = tuple(NamedBlobFile(data=one.data, contentType="image/jpeg") for one in made)
        self.pictures = tuple((one.alt, one.width, one.height) for one in made)

    @property
    def for_everyone(self) -> bool:
        return not (self.audience.kinds or self.audience.units or self.audience.spaces)


class Poll(Persistent):
    """Options and who voted for which; how many there are is kept beside."""

    def __init__(self, options: tuple[str, ...], *, several: bool, ends: datetime | None):
        self.options = options
        self.several = several
        self.ends = ends
        self.votes = OOBTree()  # user id -> tuple of places of options
        self.counts = tuple(Length() for _option in options)
        self.voters = Length()

    def put(self, userid: str, chosen: tuple[int, ...]) -> None:
        """Put this person's vote in the place of the one before; an empty one takes it back."""
        before = self.votes.get(userid, ())
        for place in set(before) - set(chosen):
            self.counts[place].change(-1)
        for place in set(chosen) - set(before):
            self.counts[place].change(1)
        self.voters.change(bool(chosen) - bool(before))
        if chosen:
            self.votes[userid] = chosen
        elif before:
            del self.votes[userid]

    def disown(self, userid: str, former: str) -> None:
        """Keep the vote under another name."""
        if userid in self.votes:
            self.votes[former] = self.votes.pop(userid)


class Person(Persistent):
    """What one reader chose. Only this person's requests write it, but for who blocked them."""

    seen = 0  # id of the newest entry when the person last said that all is read
    blocked = blocked_by = votes = spaces = None

    def tree(self, name: str):
        """Return the set of this name, made when it is missing. Only for writing."""
        if getattr(self, name) is None:
            setattr(self, name, LLTreeSet() if name == "votes" else OOTreeSet())
        return getattr(self, name)

    def __init__(self):
        self.people = OOTreeSet()  # user ids followed; `spaces`, made by the first: UIDs of spaces followed
        self.hashtags = OOTreeSet()  # hashtags followed
        self.muted = OOTreeSet()  # user ids whose entries are left out
        self.bookmarks = LLTreeSet()  # -id


class Stream(Persistent):
    """The trees. A line is the LLTreeSet of the -ids of one author, hashtag, mentioned person and so on.

    Trees that came later are made by the first write.
    """

    space = None  # UID of a space -> line of what is for it
    document = None  # UID of attached content -> line
    quoted = None  # id of an entry, as text -> line of those that share it
    praised = None  # user id -> line
    praise = None  # author of praise -> line
    sharer = None  # who quotes an entry or attaches content -> line
    filed = None  # entries older than that id are still to be filed (0: none)
    active = None  # -(moment of the last comment, as an id) -> id
    trend = None  # day -> OOBTree hashtag -> Length of entries shown to everyone
    aliases = None  # hashtag that was renamed -> the one that it is now

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
        self.touch(entry, moment)

    def remove(self, entry: Entry) -> None:
        """Forget the entry. Bookmarks of it are skipped when they are read."""
        self.delist(entry)
        if -entry.id in self.pinned:
            self.pinned.remove(-entry.id)
        if entry.active:
            del self.active[-entry.active]
        del self.all[-entry.id]

    def touch(self, entry: Entry, moment: datetime) -> None:
        """Something happened to the entry: it comes first by activity."""
        active = self.tree("active", LOBTree)
        if entry.active:
            del active[-entry.active]
        entry.active = free_id(active, moment)
        active[-entry.active] = entry.id

    def talked_about_since(self, moment: datetime) -> Iterator[Entry]:
        """Yield the entries that something happened to since then, whoever may see them."""
        least = ((moment - EPOCH) // timedelta(microseconds=1)) << CHANCE
        for entry_id in self.active.values(max=-least) if self.active is not None else ():
            found = self.get(entry_id)
            if found is not None and not found.hidden:
                yield found

    def tree(self, name: str, factory=OOBTree):
        """Return the tree of this name, made when it is missing. Only for writing."""
        if getattr(self, name) is None:
            setattr(self, name, factory())
        return getattr(self, name)

    def hashtag_now(self, hashtag: str) -> str:
        """Return the hashtag that this one was renamed to, or itself."""
        return self.aliases.get(hashtag, hashtag) if self.aliases is not None else hashtag

    def enlist(self, entry: Entry) -> None:
        """Put the entry into the lines of its author, hashtags and mentions."""
        for kind, value in lines_of(entry):
            tree = self.tree(kind)
            if value not in tree:
                tree[value] = LLTreeSet()
            if tree[value].insert(-entry.id):
                self._count(kind, value, entry, 1)

    def delist(self, entry: Entry) -> None:
        """Take the entry out of its lines; a line stays when it is empty."""
        for kind, value in lines_of(entry):
            line = self.line(kind, value)
            if -entry.id in line:  # an older entry may not be filed yet
                line.remove(-entry.id)
                self._count(kind, value, entry, -1)

    def _count(self, kind: str, value: str, entry: Entry, by: int) -> None:
        # What is about content is shown to whom the content is shown: it cannot be counted for everyone.
        if not entry.for_everyone or entry.hidden or entry.uid:
            return
        if (kind, value) not in self.counts:
            self.counts[kind, value] = Length()
        self.counts[kind, value].change(by)
        if kind == "hashtag":
            self._count_day(value, entry.created.toordinal(), by)

    def _count_day(self, hashtag: str, day: int, by: int) -> None:
        days = self.tree("trend")
        if day not in days:
            days[day] = OOBTree()
            for old in list(days.keys(max=max(days.keys()) - DAYS)):
                del days[old]
        counts = days.get(day)
        if counts is None:
            return
        if hashtag not in counts:
            counts[hashtag] = Length()
        counts[hashtag].change(by)

    def count(self, kind: str, value: str) -> int:
        """Return how many entries of the line everyone sees: a number that gives nothing away."""
        length = self.counts.get((kind, value))
        return length() if length is not None else 0

    def forget_line(self, kind: str, value: str) -> None:
        """Take away a line that is empty, and its count."""
        tree = getattr(self, kind)
        if tree is not None:
            tree.pop(value, None)
        self.counts.pop((kind, value), None)

    def line(self, kind: str, value: str):
        """Return the line, or an empty tuple."""
        tree = getattr(self, kind)
        return tree.get(value, ()) if tree is not None else ()


def lines_of(entry: Entry) -> list[tuple[str, str]]:
    return [
        ("author", entry.author),
        *(("space", uid) for uid in entry.audience.spaces),
        *(("hashtag", tag) for tag in entry.hashtags),
        *(("mention", userid) for userid in entry.mentions),
        *(("praised", userid) for userid in entry.praised),
        *(("document", uid) for uid in entry.documents),
        *([("quoted", str(entry.quoted))] if entry.quoted else []),
        *([("praise", entry.author)] if entry.praised else []),
        *([("sharer", entry.author)] if entry.quoted or entry.documents else []),
    ]


def first_id(moment: datetime) -> int:
    """Return the smallest id that an entry of this moment can have."""
    return ((moment - EPOCH) // timedelta(microseconds=1)) << CHANCE


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
