"""The questions of the stream. Nothing here writes; a page loads its own entries and no other.

The reader is the signed-in person: entries about content are shown to those whom the catalog shows the content.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream.api.gathering import each
from bluegether.core.stream.api.gathering import heard_spaces
from bluegether.core.stream.api.gathering import one
from bluegether.core.stream.api.gathering import Shown
from bluegether.core.stream.api.rules import MAX_ID
from bluegether.core.stream.api.rules import Reader
from bluegether.core.stream.api.text import folded
from bluegether.core.stream.content import Publication
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import first_id
from bluegether.core.stream.storage import ids
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from itertools import islice
from plone import api


ORDERS = ("newest", "activity")
ORDERED = ("all", "me")
VIEWS = ("all", "me", "person", "shared", "hashtag", "space", "bookmarks")
LINES = {"person": "author", "shared": "sharer"}
SIZE = 15
MAX_SIZE = 100
SCAN = 500  # entries looked at for one page, however few of them the reader may see
NEW = 20  # beyond that a count says "more than"
RUN = timedelta(days=1)
FOLDED = 20  # activities in one card: who publishes more at once gets another card, and the page stays short


@dataclass(frozen=True)
class View:
    """What to read: `value` is the user id of whose entries or shares, the hashtag, or the UID of a space."""

    name: str = "all"
    value: str = ""
    order: str = "newest"


@dataclass(frozen=True)
class Page:
    """Some entries, and where the next page starts (None at the end)."""

    items: list[Shown]
    cursor: int | None


def view(name: str, value: str = "", order: str = "newest") -> View:
    """Return the view of this name; raise Invalid when there is none, or it has no such order."""
    if name not in VIEWS or not isinstance(value, str):
        raise Invalid(_("This view of the stream does not exist."), field="view")
    if order not in ORDERS or (order != "newest" and name not in ORDERED):
        raise Invalid(_("This order of the stream does not exist."), field="order")
    return View(name, hashtag_now(folded(value)) if name == "hashtag" else value, order)


def hashtag_now(hashtag: str) -> str:
    """Return the folded hashtag that this one was renamed to, or itself."""
    trees = stored(api.portal.get(), KEY)
    return trees.hashtag_now(hashtag) if trees is not None else hashtag


def reader(userid: str) -> Reader:
    """Return who reads; raise NotAllowed for a client and for nobody."""
    person = people.account(userid)
    if not userid or (person is not None and person.kind == "client"):
        raise NotAllowed(_("You may not do this."))
    trees = stored(api.portal.get(), KEY)
    mine = trees.persons.get(userid) if trees is not None else None
    return Reader(userid, getattr(person, "kind", ""), unwanted(mine), mine, spaces.is_outside(userid))


def unwanted(mine) -> frozenset:
    """Return whose entries this person's pages leave out: muted, or blocked by either."""
    return frozenset(mine.muted) | unwanted_by_block(mine) if mine is not None else frozenset()


def unwanted_by_block(mine) -> frozenset:
    """Return whom this person blocked, and who blocked them."""
    return frozenset(mine.blocked or ()) | frozenset(mine.blocked_by or ()) if mine is not None else frozenset()


def entries(wanted: View, *, userid: str, cursor: int | None = None, size: int = SIZE) -> Page:
    """Return a page of what the person may see, newest first, older than `cursor`; runs of activities are folded.

    A page may hold fewer than `size` and still have a next one: at most 500 entries are looked at.
    """
    who, trees = reader(userid), stored(api.portal.get(), KEY)
    items: list[Shown] = []
    last = None
    found_ids = _places(trees, wanted, who, cursor)
    for looked_at, (place, found) in enumerate(each(trees, found_ids, who, wanted, size + 1)):
        if looked_at == SCAN:
            return Page(items, last)
        if found is not None and _folds(items, found):
            items[-1].more.append(found)
        elif found is not None and len(items) == size:
            return Page(items, last)
        elif found is not None:
            items.append(found)
        last = place
    return Page(items, None)


def entry(entry_id: int, *, userid: str) -> Entry:
    """Return one entry that the person may see; raise Missing otherwise, also when it is there for others."""
    return shown(entry_id, userid=userid).entry


def may_see(found: Entry | None, userid: str) -> bool:
    """Return whether this person sees the entry now; nobody sees one that is not there."""
    try:
        trees = stored(api.portal.get(), KEY)
        return found is not None and one(trees, found.id, reader(userid)) is not None
    except NotAllowed:
        return False


def publication(entry_id: int) -> Publication:
    """Return the entry as something with an address, whether or not it is there and may be seen: ask `View` of it."""
    site = api.portal.get()
    trees = stored(site, KEY)
    found = trees.get(entry_id) if trees is not None and 0 < entry_id < MAX_ID else None
    return Publication(entry_id, found).__of__(site)


def shown(entry_id: int, *, userid: str) -> Shown:
    """Return one entry as a page shows it; raise Missing when the person may not see it."""
    who, trees = reader(userid), stored(api.portal.get(), KEY)
    found = one(trees, entry_id, who) if trees is not None and 0 < entry_id < MAX_ID else None
    if found is None:
        raise Missing(_("This publication does not exist (any more)."))
    return found


def pinned(*, userid: str) -> list[Shown]:
    """Return the entries on top that the person may see, newest first."""
    who, trees = reader(userid), stored(api.portal.get(), KEY)
    if trees is None:
        return []
    places = ((-negative, -negative) for negative in trees.pinned)
    items = each(trees, places, who, None, len(trees.pinned) or 1)
    return [item for _place, item in items if item is not None]


def seen(userid: str) -> int:
    """Return the id of the newest entry when the person last said that all is read; 0 when they never did."""
    trees = stored(api.portal.get(), KEY)
    mine = trees.persons.get(userid) if trees is not None else None
    return mine.seen if mine is not None else 0


def is_pinned(entry_id: int) -> bool:
    """Return whether the entry is on top."""
    trees = stored(api.portal.get(), KEY)
    return trees is not None and -entry_id in trees.pinned


def new_since(entry_id: int, wanted: View, *, userid: str) -> int:
    """Return how many newer entries of others the person may see; 21 stands for more than 20."""
    who, trees = reader(userid), stored(api.portal.get(), KEY)
    count = 0
    newer = ((found, found) for found in _ids(trees, wanted, who, above=entry_id))
    for looked_at, (_place, item) in enumerate(each(trees, newer, who, wanted, NEW + 1)):
        count += item is not None and item.entry.author != userid
        if count > NEW or looked_at >= SCAN:
            break
    return count


def newest(*, userid: str) -> int:
    """Return the id of the newest entry of all, whoever may see it; 0 when there is none."""
    trees = stored(api.portal.get(), KEY)
    return next(ids([trees.all]), 0) if trees is not None and reader(userid) else 0


def total(kind: str, value: str) -> int:
    """Return how many entries that everyone sees an `author` wrote, or hold a `hashtag`."""
    trees = stored(api.portal.get(), KEY)
    return trees.count(kind, folded(value) if kind == "hashtag" else value) if trees is not None else 0


def line(kind: str, value: str, *, userid: str, limit: int) -> list[Shown]:
    """Return the newest entries of a line (`quoted`, `document`...) that the person may see, at most `limit`."""
    who, trees = reader(userid), stored(api.portal.get(), KEY)
    if trees is None:
        return []
    places = ((found, found) for found in ids([trees.line(kind, value)]))
    seen = each(trees, islice(places, SCAN), who, None, limit)
    return list(islice((item for _place, item in seen if item is not None), limit))


def authors_in_space(uid: str, since: datetime) -> list[str]:
    """Return the authors of the space's posts since this moment, one for each; whoever asks, for figures only."""
    trees = stored(api.portal.get(), KEY)
    if trees is None:
        return []
    found = (trees.get(entry_id) for entry_id in ids([trees.line("space", uid)], above=first_id(since)))
    return [entry.author for entry in islice(found, 2 * SCAN) if not (entry.verb or entry.hidden)]


def _places(trees: Stream | None, wanted: View, who: Reader, cursor: int | None) -> Iterator[tuple[int, int]]:
    """Return (where the entry stands, its id): by activity the place is that of the last comment."""
    if wanted.order == "newest":
        return ((found, found) for found in _ids(trees, wanted, who, below=cursor))
    if trees is None or trees.active is None:
        return iter(())
    bounds = {"min": -cursor, "excludemin": True} if cursor is not None else {}
    return ((-negative, found) for negative, found in trees.active.items(**bounds))


def _ids(trees: Stream | None, wanted: View, who: Reader, **bounds) -> Iterator[int]:
    if trees is None:
        return iter(())
    return ids(_lines(trees, wanted, who), **bounds)


def _lines(trees: Stream, wanted: View, who: Reader) -> list:
    mine = trees.persons.get(who.userid)
    if wanted.name == "all":
        return [trees.all]
    if wanted.name in LINES:
        return [trees.line(LINES[wanted.name], wanted.value)]
    if wanted.name == "hashtag":
        return [trees.line("hashtag", trees.hashtag_now(wanted.value))]
    if wanted.name == "space":
        return [trees.line("space", wanted.value)] if who.sees_space(wanted.value) else []
    if wanted.name == "bookmarks":
        return [mine.bookmarks] if mine is not None else []
    return _mine(trees, mine, who.userid)


def _mine(trees: Stream, mine, userid: str) -> list:
    """Return the lines of "for me": my own, those who mention me, my spaces, and whom and what I follow."""
    lines = [trees.line("author", userid), trees.line("mention", userid)]
    lines += [trees.line("space", uid) for uid in heard_spaces(userid, mine)]
    if mine is not None:
        lines += [trees.line("author", followed) for followed in mine.people]
        lines += [trees.line("hashtag", trees.hashtag_now(hashtag)) for hashtag in mine.hashtags]
    return [line for line in lines if line]


def _folds(items: list[Shown], found: Shown) -> bool:
    """Return whether the activity continues the run of one person's same activities within a day."""
    if not (items and found.entry.verb and found.entry.uid and len(items[-1].more) < FOLDED - 1):
        return False
    newer = items[-1].entry
    return (newer.verb, newer.author, newer.audience) == (
        found.entry.verb,
        found.entry.author,
        found.entry.audience,
    ) and newer.created - found.entry.created < RUN
