"""Where notices are kept: one annotation of the site, a mailbox per person.

Whoever tells somebody something writes that person's mailbox and nobody else's. A notice for many is kept once, with
its audience, and merged when a page is read. An id is a time: microseconds since 1970, times 1024, plus chance; trees
that are read newest first hold it with its sign changed (a BTree walked backwards loads all its buckets).

What identifies the site towards push services, and signs the links of mails, is in the root of the database beside
the application: neither content, registry nor annotation, so that no export of the site and no service reaches it.
"""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from BTrees.Length import Length
from BTrees.LLBTree import LLBTree
from BTrees.LLBTree import LLTreeSet
from BTrees.LOBTree import LOBTree
from BTrees.OLBTree import OLBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from persistent import Persistent
from plone import api
from typing import NamedTuple
import secrets


KEY = "bluegether.core.notifications"
ROOT_KEY = "bluegether.core.notifications.secrets"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CHANCE = 10  # bits
MAX_ACTORS = 50


class Group(NamedTuple):
    """Notices of one kind about one thing, together until they are read. `last` is the id of the newest."""

    kind: str
    thing: str
    actors: tuple[str, ...]  # user ids, newest first
    last: int
    urgent: bool


class Mailbox(Persistent):
    """What one person was told, one by one."""

    def __init__(self):
        self.groups = LOBTree()  # -id -> Group
        self.order = LLBTree()  # -(id of the newest notice) -> -id of its group
        self.open = OLBTree()  # "kind thing" -> -id of the group that is not read yet
        self.unread = LLTreeSet()  # -id
        self.size = Length()
        self.read_for_many = LLTreeSet()  # -id of notices for many that were read one by one
        self.all_read = 0  # notices for many up to this id are read


class ForMany(Persistent):
    """A notice that is kept once. `recipients` is a set of user ids, or None where `audience` says who."""

    def __init__(self, group: Group, audience, recipients: tuple[str, ...]):
        self.group = group
        self.audience = audience
        self.recipients = OOTreeSet(recipients) if audience is None else None


class Device(NamedTuple):
    """A browser that takes push messages."""

    endpoint: str
    p256dh: str
    auth: str
    name: str
    added: datetime


class Choices(Persistent):
    """What one person chose. Values are replaced, never changed in place. None: as the site has it."""

    rhythm = None  # never, immediately, hourly, daily, weekly
    hour = None  # 0 to 23, in the site's zone
    weekday = None  # 0 is Monday
    quiet_from = quiet_until = None  # hours
    discreet = False  # push messages tell nothing

    def __init__(self):
        self.channels = {}  # category -> {channel: bool}, what differs from the site
        self.devices = OOBTree()  # SHA-256 of the endpoint -> Device


class Announcement(Persistent):
    """An urgent message. Nobody changes or deletes it: it says who sent it."""

    def __init__(self, *, title: str, text: str, audience, author: str, sent: datetime):
        self.title = title
        self.text = text
        self.audience = audience
        self.author = author
        self.sent = sent


class Notifications(Persistent):
    """The room's trees."""

    def __init__(self):
        self.mailboxes = OOBTree()  # user id -> Mailbox
        self.choices = OOBTree()  # user id -> Choices
        self.for_many = LOBTree()  # -id -> ForMany
        self.to_spread = LLTreeSet()  # ids of notices for many whose people are not due yet
        self.announcements = LOBTree()  # -id -> Announcement
        self.due = {name: Due() for name in ("mail", "push")}
        self.oldest = OOTreeSet()  # (id of the oldest notice, user id): whose mailbox is to be pruned first
        self.caused = OOBTree()  # user id -> OOTreeSet of the user ids whose mailboxes name them

    def remember(self, named: str, userid: str) -> None:
        """Note whose mailbox names whom, so that a person can be erased from them."""
        if named not in self.caused:
            self.caused[named] = OOTreeSet()
        if userid not in self.caused[named]:
            self.caused[named].insert(userid)

    def forget_mailbox(self, userid: str) -> None:
        """Take a person's mailbox away, and that it is one."""
        self.mailboxes.pop(userid, None)
        for key in [key for key in self.oldest if key[1] == userid]:
            self.oldest.remove(key)
        for boxes in self.caused.values():
            if userid in boxes:
                boxes.remove(userid)


class Due(Persistent):
    """Who is due for one channel, and when; who waits for nothing is not here."""

    def __init__(self):
        self.line = OOTreeSet()  # (microseconds since 1970, user id)
        self.when = OLBTree()  # user id -> the microseconds above
        self.sent = OLBTree()  # user id -> id of the newest notice that has left
        self.moment = OLBTree()  # user id -> microseconds of the last time that something left
        self.early = OOBTree()  # user id -> ids newer than `sent` that have left all the same: urgent ones

    def put(self, userid: str, microseconds: int) -> None:
        """Let the person be due then, instead of when they were."""
        self.take(userid)
        self.line.insert((microseconds, userid))
        self.when[userid] = microseconds

    def take(self, userid: str) -> None:
        """Let the person be due no more."""
        before = self.when.pop(userid, None)
        if before is not None:
            self.line.remove((before, userid))

    def until(self, microseconds: int) -> Iterator[str]:
        """Return who is due at that moment, the longest waiting first."""
        for _microseconds, userid in self.line.keys(max=(microseconds, "\U0010ffff")):
            yield userid

    def forget(self, userid: str) -> None:
        """Know nothing of this person any more."""
        self.take(userid)
        for tree in (self.sent, self.moment, self.early):
            tree.pop(userid, None)

    def left(self, userid: str, last: int) -> None:
        """Note that everything up to this notice has left."""
        self.sent[userid] = last
        self.early.pop(userid, None)


class Secrets(Persistent):
    """What only the server knows."""

    def __init__(self, *, push_key: bytes, push_public: str):
        self.push_key = push_key  # PEM
        self.push_public = push_public  # as browsers want it
        self.links = secrets.token_bytes(32)


def trees() -> Notifications | None:
    """Return the trees, None before the first write."""
    return stored(api.portal.get(), KEY)


def made() -> Notifications:
    """Return the trees; only verbs call it."""
    return store(api.portal.get(), KEY, Notifications)


def mailbox(userid: str) -> Mailbox | None:
    """Return the person's mailbox, None while nobody has told them anything."""
    kept = trees()
    return kept.mailboxes.get(userid) if kept is not None else None


def made_mailbox(userid: str) -> Mailbox:
    """Return the person's mailbox; only verbs call it."""
    boxes = made().mailboxes
    if userid not in boxes:
        boxes[userid] = Mailbox()
    return boxes[userid]


def choices(userid: str) -> Choices | None:
    """Return what the person chose, None when they chose nothing."""
    kept = trees()
    return kept.choices.get(userid) if kept is not None else None


def made_choices(userid: str) -> Choices:
    """Return what the person chose, to be changed; only verbs call it."""
    kept = made()
    if userid not in kept.choices:
        kept.choices[userid] = Choices()
    return kept.choices[userid]


def stored_secrets() -> Secrets | None:
    """Return what only the server knows of this site."""
    site = api.portal.get()
    kept = site._p_jar.root().get(ROOT_KEY)
    return kept.get("/".join(site.getPhysicalPath())) if kept is not None else None


def keep_secrets(found: Secrets) -> None:
    """Keep them for this site."""
    site = api.portal.get()
    root = site._p_jar.root()
    if ROOT_KEY not in root:
        root[ROOT_KEY] = OOBTree()
    root[ROOT_KEY]["/".join(site.getPhysicalPath())] = found


def about(thing: str) -> tuple[str, ...]:
    """Return the user ids that a notice's thing may name: `<user id>/…` or `<uid>/<user id>…`; numbers are none."""
    return tuple(part for part in thing.split("/")[:2] if part and not part.isdigit())


def microseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(notice_id: int) -> datetime:
    """Return when the notice was told, aware UTC."""
    return EPOCH + timedelta(microseconds=notice_id >> CHANCE)


def first_id(moment: datetime) -> int:
    """Return the smallest id of this moment."""
    return microseconds(moment) << CHANCE


def free_id(moment: datetime, *used) -> int:
    """Return an id for the moment that none of these trees of negative ids has."""
    start = microseconds(moment)
    while True:
        found = (start << CHANCE) | secrets.randbelow(1 << CHANCE)
        if not any(-found in tree for tree in used):
            return found
        start += 1
