"""The centre: what a person was told, read or not. Nothing but `read`, `unread` and `read_all` writes.

Each notice shown is asked anew whether this person may hear it; what they may not is neither listed nor counted.
"""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.notifications import storage
from bluegether.core.notifications.api.delivery import close
from bluegether.core.notifications.api.kinds import belongs
from bluegether.core.notifications.api.kinds import category_of
from bluegether.core.notifications.api.kinds import Hearer
from bluegether.core.notifications.api.kinds import kind_of
from bluegether.core.notifications.api.kinds import said
from bluegether.core.notifications.storage import Group
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import islice


SIZE = 20
MAX_SIZE = 100
SCAN = 300  # notices looked at for one page, however few of them the person may see
MOST = 9  # beyond that a count says "more than"
COUNTED = 40  # unread notices looked at for a count
LOOKED_AT = 100  # notices for many, the newest, among which a count looks for this person's
MAX_ID = 1 << 62


@dataclass(frozen=True)
class Item:
    """A notice as it is shown. `text` is translatable, `actor` the user id of who caused it last."""

    id: int
    kind: str
    category: str
    thing: str
    actor: str
    text: str
    excerpt: str
    url: str
    happened: datetime
    unread: bool
    urgent: bool


@dataclass(frozen=True)
class Page:
    """Some notices, and where the next page starts (None at the end)."""

    items: list[Item]
    cursor: int | None


@dataclass(frozen=True)
class Count:
    """How many are unread; with `more`, more than that."""

    number: int = 0
    more: bool = False


def notices(userid: str, *, unread: bool = False, cursor: int | None = None, size: int = SIZE) -> Page:
    """Return what the person was told, newest first, older than `cursor`. Raises NotAllowed for a visitor.

    A page may hold fewer than `size` and still have a next one: at most 300 notices are looked at.
    """
    _require(userid)
    items: list[Item] = []
    hearer, last = Hearer(userid), cursor
    for looked_at, (newest, notice_id, group, is_unread) in enumerate(walk(userid, below=cursor)):
        if len(items) == size or looked_at == SCAN:
            return Page(items, last)
        last = newest
        item = _item(hearer, notice_id, group, is_unread) if is_unread or not unread else None
        if item is not None:
            items.append(item)
    return Page(items, None)


def notice(notice_id: int, userid: str) -> Item:
    """Return one notice; raise Missing when it is not there, or the person may not hear it any more."""
    _require(userid)
    group, is_unread = _find(userid, notice_id)
    item = _item(Hearer(userid), notice_id, group, is_unread) if group is not None else None
    if item is None:
        raise Missing(_("This notification is not there any more."))
    return item


def count(userid: str) -> Count:
    """Return how many unread notices the person may hear, ten of them at most: what the badge says."""
    found, hearer = 0, Hearer(userid)
    for looked_at, (_notice_id, group) in enumerate(_unread(userid)):
        if looked_at == COUNTED:
            break
        found += said(group, hearer, "portal") is not None
        if found > MOST:
            return Count(MOST, True)
    return Count(found)


def read(notice_id: int, userid: str) -> Item:
    """Mark the notice as read and return it. Raises Missing."""
    item = notice(notice_id, userid)
    box = storage.mailbox(userid)
    if box is not None and -notice_id in box.groups:
        close(box, -notice_id, box.groups[-notice_id])
    elif item.unread:
        storage.made_mailbox(userid).read_for_many.insert(-notice_id)
    return item


def unread(notice_id: int, userid: str) -> None:
    """Mark the notice as unread again. Raises Missing."""
    item = notice(notice_id, userid)
    box = storage.made_mailbox(userid)
    if -notice_id in box.groups:
        box.unread.insert(-notice_id)
    elif not item.unread:
        _unread_for_many(box, notice_id)


def read_all(userid: str) -> None:
    """Mark everything as read. Raises NotAllowed for a visitor."""
    _require(userid)
    kept = storage.trees()
    if kept is None or not (any(True for _unread_one in _unread(userid)) or storage.mailbox(userid)):
        return
    box = storage.made_mailbox(userid)
    box.unread.clear()
    box.open.clear()
    box.read_for_many.clear()
    box.all_read = max(box.all_read, storage.first_id(now()) + (1 << storage.CHANCE))


def walk(userid: str, *, below: int | None = None, above: int | None = None) -> Iterator[tuple[int, int, Group, bool]]:
    """Return (id of the newest, id, group, whether it is unread) of all that was told, newest first, lazily."""
    box = storage.mailbox(userid)
    bounds = {"min": -below, "excludemin": True} if below is not None else {}
    bounds |= {"max": -above, "excludemax": True} if above is not None else {}
    return merge(_own(box, bounds), _many(userid, box, bounds), key=lambda row: -row[0])


def checked_id(value) -> int:
    """Return a notice's id from what a person sent, as digits; raise Missing when it cannot be one."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20 and int(value) < MAX_ID:
        return int(value)
    raise Missing(_("This notification is not there any more."))


def checked_cursor(value) -> int | None:
    """Return where a page starts, None for the first; raise Invalid when it is no cursor."""
    if value in (None, ""):
        return None
    try:
        return checked_id(value)
    except Missing:
        raise Invalid(_("This is not the beginning of a page."), field="cursor") from None


def _require(userid: str) -> None:
    if not userid:
        raise NotAllowed(_("You have no account here."))


def _own(box, bounds: dict) -> Iterator[tuple[int, int, Group, bool]]:
    for newest, negative in box.order.items(**bounds) if box is not None else ():
        yield -newest, -negative, box.groups[negative], negative in box.unread


def _many(userid: str, box, bounds: dict) -> Iterator[tuple[int, int, Group, bool]]:
    kept = storage.trees()
    for negative, many in kept.for_many.items(**bounds) if kept is not None else ():
        if belongs(many, userid):
            yield -negative, -negative, many.group, _many_unread(box, -negative)


def _many_unread(box, notice_id: int) -> bool:
    return box is None or (notice_id > box.all_read and -notice_id not in box.read_for_many)


def _unread(userid: str) -> Iterator[tuple[int, Group]]:
    """Return (id, group) of what is unread, without walking what is read."""
    box, kept = storage.mailbox(userid), storage.trees()
    for negative in box.unread if box is not None else ():
        yield -negative, box.groups[negative]
    since = {"max": -box.all_read, "excludemax": True} if box is not None and box.all_read else {}
    for negative, many in islice(kept.for_many.items(**since), LOOKED_AT) if kept is not None else ():
        if _many_unread(box, -negative) and belongs(many, userid):
            yield -negative, many.group


def _unread_for_many(box, notice_id: int) -> None:
    """Undo one reading; where everything was read at once, the others up to there are noted one by one."""
    kept = storage.trees()
    if notice_id <= box.all_read:
        for negative in kept.for_many.keys(min=-box.all_read):
            box.read_for_many.insert(negative)
        box.all_read = 0
    if -notice_id in box.read_for_many:
        box.read_for_many.remove(-notice_id)


def _find(userid: str, notice_id: int) -> tuple[Group | None, bool]:
    box, kept = storage.mailbox(userid), storage.trees()
    if box is not None and -notice_id in box.groups:
        return box.groups[-notice_id], -notice_id in box.unread
    many = kept.for_many.get(-notice_id) if kept is not None else None
    if many is None or not belongs(many, userid):
        return None, False
    return many.group, _many_unread(box, notice_id)


def _item(hearer: Hearer, notice_id: int, group: Group, is_unread: bool) -> Item | None:
    words = said(group, hearer, "portal")
    return item_of(notice_id, group, is_unread, words) if words is not None else None


def item_of(notice_id: int, group: Group, is_unread: bool, words) -> Item:
    """Return the notice as it is shown, with what it says."""
    return Item(
        id=notice_id,
        kind=group.kind,
        category=category_of(kind_of(group.kind)),
        thing=group.thing,
        actor=group.actors[0] if group.actors else "",
        text=words.text,
        excerpt=words.excerpt,
        url=words.url,
        happened=storage.moment_of(group.last),
        unread=is_unread,
        urgent=group.urgent,
    )
