"""What a new entry of a conversation does to those who take part: order of their list, unread counts, notices."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.notice import tell
from bluegether.core.messaging.api import reading
from bluegether.core.messaging.storage import Conversation
from bluegether.core.messaging.storage import discard
from bluegether.core.messaging.storage import made
from bluegether.core.messaging.storage import Message
from bluegether.core.messaging.storage import Participant
from bluegether.core.people import api as people


def deliver(found: Conversation, message: Message) -> None:
    """Keep the entry and let it reach everyone who takes part."""
    found.insert(message, now())
    kept = made()
    for userid in active(found):
        if reading.may_see(found, message, userid):
            kept.box(userid).move_up(found.id, message.id)
        if counts(found, message, userid):
            change_unread(found, userid, 1)
    if not message.event:
        tell("messaging.message", thing=str(found.id), actor=message.author, recipients=_told(found, message))


def active(found: Conversation) -> list[str]:
    """Return who takes part now."""
    return [userid for userid, state in found.participants.items() if not state.left]


def counts(found: Conversation, message: Message, userid: str) -> bool:
    """Return whether the message counts as unread for this participant until they have read it."""
    if message.event or message.removed or message.hidden or message.author == userid:
        return False
    return userid not in message.kept_from and message.id >= found.participants[userid].since


def change_unread(found: Conversation, userid: str, by: int) -> None:
    """Add to the count kept beside, and keep the mailbox's set of what holds something unread in step."""
    mine, box = found.participants[userid], made().box(userid)
    if by:
        mine.unread.change(by)
    if mine.unread() > 0 and not mine.muted:
        if found.id not in box.unread:
            box.unread.insert(found.id)
    else:
        discard(box.unread, found.id)


def recount(found: Conversation, userid: str) -> None:
    """Count what came after the last message read: costs as much as is unread."""
    mine: Participant = found.participants[userid]
    newer = map(found.get, found.ids(since=mine.since, above=mine.read))
    number = sum(counts(found, message, userid) for message in newer)
    change_unread(found, userid, number - mine.unread())


def recount_all(found: Conversation, message: Message) -> None:
    """Count anew for those who had not read the message: it was taken away, or brought back."""
    for userid in active(found):
        if found.participants[userid].read < message.id:
            recount(found, userid)


def _told(found: Conversation, message: Message) -> list[str]:
    return [
        userid
        for userid in active(found)
        if counts(found, message, userid) and not found.participants[userid].muted and people.has_access(userid)
    ]
