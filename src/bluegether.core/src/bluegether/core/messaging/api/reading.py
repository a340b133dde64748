"""The questions: the list of conversations, one conversation, its messages. Nothing here writes."""

from bluegether.core.messaging.api import rules
from bluegether.core.messaging.storage import Conversation
from bluegether.core.messaging.storage import File
from bluegether.core.messaging.storage import Mailbox
from bluegether.core.messaging.storage import mailbox
from bluegether.core.messaging.storage import Message
from bluegether.core.messaging.storage import pair
from bluegether.core.messaging.storage import Participant
from bluegether.core.messaging.storage import trees
from bluegether.core.people import api as people
from dataclasses import dataclass
from itertools import islice


SIZE = 20  # conversations
FLOW = 30  # messages
MAX_SIZE = 100
CONTEXT = 3  # messages on each side of one that is reported


@dataclass(frozen=True)
class Seen:
    """A conversation as one participant has it. `last` is the newest message that they see, or None."""

    conversation: Conversation
    mine: Participant
    last: Message | None
    pinned: bool

    @property
    def unread(self) -> int:
        return self.mine.unread()


@dataclass(frozen=True)
class Page:
    """Some of a list, newest first, and the cursor of what follows, None at its end."""

    items: list
    cursor: int | None


def conversations(userid: str, *, cursor: int | None = None, size: int = SIZE) -> Page:
    """Return the person's conversations, newest activity first; the pinned ones stand before the first page."""
    box = mailbox(userid)
    if box is None or not rules.is_member(userid):
        return Page([], None)
    bounds = {"min": -cursor, "excludemin": True} if cursor else {}
    rows = ((last, number) for last, number in box.order.items(**bounds) if number not in box.pinned)
    some = list(islice(rows, size + 1))
    items = [_seen(number, userid, box) for _last, number in some[:size]]
    if cursor is None:
        items = pinned(userid) + items
    return Page([item for item in items if item is not None], -some[size - 1][0] if len(some) > size else None)


def pinned(userid: str) -> list[Seen]:
    """Return the pinned conversations, newest activity first."""
    box = mailbox(userid)
    found = sorted((box.last[number], number) for number in box.pinned if number in box.last) if box else []
    return [item for _last, number in found if (item := _seen(number, userid, box)) is not None]


def unread(userid: str) -> int:
    """Return how many conversations hold something unread, without the muted ones. One look-up."""
    box = mailbox(userid)
    return len(box.unread) if box is not None else 0


def conversation(conversation_id: int, *, userid: str) -> Conversation:
    """Return a conversation in which the person takes part; raise Missing for everybody else, whatever their role."""
    kept = trees()
    found = kept.conversations.get(conversation_id) if kept is not None else None
    if found is None or participation(found, userid) is None:
        raise rules.missing()
    return found


def seen(conversation_id: int, *, userid: str) -> Seen:
    """Return the conversation as this participant has it; raise Missing."""
    conversation(conversation_id, userid=userid)
    return _seen(conversation_id, userid, mailbox(userid))


def participation(found: Conversation, userid: str) -> Participant | None:
    """Return what the person is in it; None for who does not take part (any more), and for clients."""
    mine = found.participants.get(userid)
    return mine if mine is not None and not mine.left and rules.is_member(userid) else None


def between(userid: str, other: str) -> int:
    """Return the id of the conversation of these two that the first has in their list, 0 when there is none."""
    kept, box = trees(), mailbox(userid)
    found = kept.pairs.get(pair(userid, other), 0) if kept is not None else 0
    return found if box is not None and found in box.last else 0


def messages(
    conversation_id: int, *, userid: str, below: int | None = None, above: int | None = None, size: int = FLOW
) -> Page:
    """Return the messages that this participant sees, newest first; raise Missing.

    A cursor is the id of the oldest message of a page; `above` asks for what came after a message.
    """
    found = conversation(conversation_id, userid=userid)
    mine = found.participants[userid]
    ids = found.ids(since=mine.since, below=below, above=above)
    each = (one for one in map(found.get, ids) if may_see(found, one, userid))
    some = list(islice(each, size + 1))
    return Page(some[:size], some[size - 1].id if len(some) > size else None)


def message(conversation_id: int, message_id: int, *, userid: str) -> tuple[Conversation, Message]:
    """Return a message that this participant sees, with its conversation; raise Missing."""
    found = conversation(conversation_id, userid=userid)
    one = found.get(message_id)
    if one is None or not may_see(found, one, userid):
        raise rules.missing()
    return found, one


def may_see(found: Conversation, one: Message, userid: str) -> bool:
    """Return whether this participant has the message: not from before they joined, not one that was kept from them."""
    if one.id < found.participants[userid].since:
        return False
    return found.group or userid not in one.kept_from


def file(conversation_id: int, message_id: int, number: int, *, userid: str) -> File:
    """Return a file; raise Missing for who may not read its message now, and for one that is hidden."""
    _found, one = message(conversation_id, message_id, userid=userid)
    if one.hidden or not 0 <= number < len(one.files):
        raise rules.missing()
    return one.files[number]


def others(found: Conversation, userid: str) -> list[str]:
    """Return who else takes part; between two, the other one whether or not they are still there."""
    return [
        other for other, state in found.participants.items() if other != userid and (not state.left or not found.group)
    ]


def may_write(found: Conversation, userid: str) -> bool:
    """Return whether the person can write here: between two, not to who has no access or whom they blocked."""
    if participation(found, userid) is None or not rules.can_be_written_to(userid):
        return False
    if found.group:
        return True
    return all(rules.can_be_written_to(one) and not has_blocked(userid, one) for one in others(found, userid))


def has_blocked(userid: str, other: str) -> bool:
    """Return whether the person blocked the other. One look-up."""
    box = mailbox(userid)
    return box is not None and other in box.blocked


def blocked(userid: str) -> list[str]:
    """Return whom the person blocked."""
    box = mailbox(userid)
    return list(box.blocked) if box is not None else []


def accepts_receipts(userid: str) -> bool:
    """Return whether read receipts are possible here and the person accepts them."""
    box = mailbox(userid)
    return box is not None and box.receipts and bool(rules.setting("receipts"))


def readers(found: Conversation, one: Message, userid: str) -> list[str]:
    """Return who has read this message of the person's own; only between people who both accept receipts."""
    if one.author != userid or not accepts_receipts(userid):
        return []
    return [
        other
        for other in others(found, userid)
        if found.participants[other].read >= one.id >= found.participants[other].since
        and other not in one.kept_from
        and accepts_receipts(other)
        and not has_blocked(other, userid)
    ]


def name_of(userid: str) -> str:
    """Return the person's full name, empty for who was erased."""
    account = people.account(userid)
    return account.fullname if account is not None else ""


def _seen(conversation_id: int, userid: str, box: Mailbox) -> Seen | None:
    kept = trees().conversations.get(conversation_id)
    mine = participation(kept, userid) if kept is not None else None
    if mine is None:
        return None
    last = next((one for one in map(kept.get, kept.ids(since=mine.since)) if may_see(kept, one, userid)), None)
    return Seen(kept, mine, last, conversation_id in box.pinned)


def around(found: Conversation, one: Message, *, userid: str | None = None) -> list[Message]:
    """Return up to three messages before and three after, in order; for a participant, of those that they see.

    This is all that a report discloses besides the message: entries of the flow and emptied places are left out.
    """
    before = _near(found, found.ids(below=one.id), userid)
    # Walked from the message on: negative ids get smaller as messages get newer.
    after = _near(found, reversed(found.messages.keys(max=-one.id, excludemax=True)), userid, sign=-1)
    return [*reversed(before), *after]


def _near(found: Conversation, ids, userid: str | None, sign: int = 1) -> list[Message]:
    each = (found.get(sign * number) for number in ids)
    told = (one for one in each if not (one.event or one.removed or (one.kept_from and not found.group)))
    return list(islice((one for one in told if userid is None or may_see(found, one, userid)), CONTEXT))
