"""Where conversations are kept: one annotation of the site; no catalog, no content, nothing that another room reads.

An id is a time: microseconds since 1970, times 1024, plus ten bits of chance, so that two writers at one moment meet
only where BTrees merge what both inserted. Trees that are read newest first hold the id with its sign changed: a BTree
walked backwards loads all its buckets. What one person sees of it (order, unread, pinned) is in a mailbox of their own,
so that writers to different people do not meet.
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
import secrets


KEY = "bluegether.core.messaging"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CHANCE = 10  # bits


class File(Persistent):
    """A file of a message. What it is was read from its content. `thumbnail` is a JPEG made here, or empty."""

    def __init__(self, *, name: str, content_type: str, blob, thumbnail: bytes):
        self.name = name
        self.content_type = content_type
        self.blob = blob
        self.thumbnail = thumbnail

    @property
    def size(self) -> int:
        return self.blob.getSize()


class Message(Persistent):
    """One message, or one entry of the flow: `event` is empty, started, joined, left or titled."""

    edited = None  # aware datetime of the last change of the text
    removed = False  # by its author or by moderation: the place is kept, text and files are gone
    hidden = False  # by moderation
    event = text = subject = ""
    files: tuple = ()
    kept_from: tuple = ()  # user ids who had blocked the author: not counted and, between two, not shown

    def __init__(self, *, author: str, **values):
        self.id = 0  # given by Conversation.insert
        self.author = author
        for name, value in values.items():
            setattr(self, name, value)

    @property
    def written(self) -> datetime:
        return moment_of(self.id)


class Participant(Persistent):
    """What one person is in one conversation. `since` is the id of the first message that they may see, 0 for all."""

    left = 0  # the id of the entry with which they left, 0 while they take part
    read = 0  # the id of the newest message that they have read
    muted = False

    def __init__(self, since: int):
        self.since = since
        self.unread = Length()  # merges what two transactions add and take away


class Conversation(Persistent):
    """One conversation."""

    title = ""

    def __init__(self, an_id: int, *, starter: str, group: bool, history: bool):
        self.id = an_id
        self.starter = starter
        self.group = group
        self.history = history  # True when who joins later reads what was written before
        self.participants = OOBTree()  # user id -> Participant
        self.messages = LOBTree()  # -id -> Message
        self.words = OOBTree()  # folded word -> LLTreeSet of the -ids of messages that hold it

    @property
    def started(self) -> datetime:
        return moment_of(self.id)

    def get(self, message_id: int) -> Message | None:
        return self.messages.get(-message_id)

    def insert(self, message: Message, moment: datetime) -> Message:
        """Give the message its id, after all that are there whatever the clocks say, and keep it."""
        message.id = max(free_id(self.messages, moment), self.newest() + 1)
        self.messages[-message.id] = message
        return message

    def newest(self) -> int:
        """Return the id of the newest message, 0 when there is none."""
        return -self.messages.minKey() if self.messages else 0

    def ids(self, *, since: int = 0, below: int | None = None, above: int | None = None) -> Iterator[int]:
        """Return ids of messages, newest first, lazily."""
        bounds: dict = {"min": -below, "excludemin": True} if below else {}
        lowest = max(since, above + 1 if above else 0)
        for negative in self.messages.keys(**bounds | ({"max": -lowest} if lowest else {})):
            yield -negative

    def enlist(self, message_id: int, words) -> None:
        """Let the message be found by these words."""
        for word in words:
            if word not in self.words:
                self.words[word] = LLTreeSet()
            self.words[word].insert(-message_id)

    def delist(self, message_id: int, words) -> None:
        """Let the message be found no more."""
        for word in words:
            found = self.words.get(word)
            if found is not None and -message_id in found:
                found.remove(-message_id)
                if not found:
                    del self.words[word]

    def with_word(self, beginning: str) -> set[int]:
        """Return the ids of the messages that hold a word with this beginning."""
        found: set[int] = set()
        for negatives in self.words.values(min=beginning, max=f"{beginning}\U0010ffff"):
            found.update(-negative for negative in negatives)
        return found


class Mailbox(Persistent):
    """The conversations of one person, and what only this person's requests write besides."""

    receipts = False  # True when the person accepts read receipts, both ways
    day = 0  # ordinal of the day that the two counts are about
    started = sent = 0
    recent: tuple = ()  # microseconds since 1970 of what was sent in the last minute

    def __init__(self):
        self.order = LLBTree()  # -(id of the last message that the person sees) -> conversation id
        self.last = LLBTree()  # conversation id -> the negative id above; without a conversation that was left
        self.pinned = LLTreeSet()  # conversation ids
        self.unread = LLTreeSet()  # ids of conversations with something unread that are not muted
        self.known = LLTreeSet()  # ids of all conversations that the person ever took part in, for their own data
        self.blocked = OOTreeSet()  # user ids

    def move_up(self, conversation_id: int, last: int) -> None:
        """Put the conversation where its last message belongs."""
        self.take_out(conversation_id)
        while -last in self.order:  # another conversation's, by chance
            last -= 1
        self.order[-last] = conversation_id
        self.last[conversation_id] = -last
        self.known.insert(conversation_id)

    def take_out(self, conversation_id: int) -> None:
        """Leave the conversation out of the list."""
        before = self.last.pop(conversation_id, None)
        if before is not None:
            del self.order[before]

    def forget(self, conversation_id: int) -> None:
        """The person has left it."""
        self.take_out(conversation_id)
        for chosen in (self.pinned, self.unread):
            discard(chosen, conversation_id)


class Messaging(Persistent):
    """The room's trees."""

    def __init__(self):
        self.conversations = LOBTree()  # id -> Conversation
        self.mailboxes = OOBTree()  # user id -> Mailbox
        self.pairs = OLBTree()  # "<user id> <user id>" in alphabetical order -> id of the conversation of these two
        self.blockers = OOBTree()  # user id -> OOTreeSet of who blocked them, so that erasing finds them

    def box(self, userid: str) -> Mailbox:
        """Return the person's mailbox, created when it is missing; only verbs call it."""
        if userid not in self.mailboxes:
            self.mailboxes[userid] = Mailbox()
        return self.mailboxes[userid]


def trees() -> Messaging | None:
    """Return the trees, None before the first write."""
    return stored(api.portal.get(), KEY)


def made() -> Messaging:
    """Return the trees; only verbs call it."""
    return store(api.portal.get(), KEY, Messaging)


def mailbox(userid: str) -> Mailbox | None:
    """Return the person's mailbox, None while they have none."""
    kept = trees()
    return kept.mailboxes.get(userid) if kept is not None else None


def pair(one: str, other: str) -> str:
    return " ".join(sorted((one, other)))


def discard(chosen, value) -> None:
    """Take the value out of a set if it is there."""
    if value in chosen:
        chosen.remove(value)


def microseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(an_id: int) -> datetime:
    """Return the moment, aware in UTC, that an id begins with."""
    return EPOCH + timedelta(microseconds=an_id >> CHANCE)


def free_id(tree, moment: datetime, sign: int = -1) -> int:
    """Return an id for the moment that nothing in the tree has."""
    time = microseconds(moment)
    while True:
        found = (time << CHANCE) | secrets.randbelow(1 << CHANCE)
        if sign * found not in tree:
            return found
        time += 1


def add_to(tree, key: str, value: str) -> None:
    """Insert the value into the set at this key, created when it is missing."""
    if key not in tree:
        tree[key] = OOTreeSet()
    tree[key].insert(value)
