"""What the room holds about a person, who is given it, and how it forgets them."""

from bluegether.core.messaging.api import delivery
from bluegether.core.messaging.api.text import words
from bluegether.core.messaging.storage import Conversation
from bluegether.core.messaging.storage import discard
from bluegether.core.messaging.storage import Mailbox
from bluegether.core.messaging.storage import Message
from bluegether.core.messaging.storage import Messaging
from bluegether.core.messaging.storage import trees
from collections.abc import Iterator
import re
import secrets


FORMER = "former-"


def export(userid: str, *, reader: str) -> dict:
    """Return the person's own messages and choices as JSON-compatible data.

    To anybody else than the person, HR and administrators included, only how much there is.
    """
    kept = trees()
    box = kept.mailboxes.get(userid) if kept is not None else None
    if box is None:
        return {}
    own = list(_own(kept, box, userid))
    if reader != userid:
        return {"conversations": len(box.known), "messages": len(own)}
    return {
        "receipts": box.receipts,
        "blocked": list(box.blocked),
        "conversations": len(box.known),
        "messages": [_exported(found, message) for found, message in own],
    }


def erase(userid: str) -> None:
    """Put a pseudonym, another one in each conversation, in the place of the person; forget what they chose.

    What they wrote stays with those whom it was written to. Again, it changes nothing more.
    """
    kept = trees()
    if kept is None:
        return
    box = kept.mailboxes.get(userid)
    for found in _rooms(kept, userid, box):
        _replace(kept, found, userid)
    _forget_blocks(kept, userid, box)
    kept.mailboxes.pop(userid, None)


def _rooms(kept: Messaging, userid: str, box: Mailbox | None) -> list[Conversation]:
    """Return where the person took part: those of the mailbox, and of a pair that never reached it."""
    ids = set(box.known) if box is not None else set()
    ids.update(number for key, number in kept.pairs.items() if userid in key.split(" "))
    return [kept.conversations[number] for number in ids if number in kept.conversations]


def _replace(kept: Messaging, found: Conversation, userid: str) -> None:
    pseudonym = FORMER + secrets.token_hex(6)
    for key, number in list(kept.pairs.items()):
        if number == found.id:
            del kept.pairs[key]
    mine = found.participants.pop(userid, None)
    if mine is not None:
        mine.left = mine.left or found.newest()
        found.participants[pseudonym] = mine
    if found.starter == userid:
        found.starter = pseudonym
    for message in found.messages.values():
        _rename(found, message, userid, pseudonym)
    if not delivery.active(found):
        del kept.conversations[found.id]


def _rename(found: Conversation, message: Message, userid: str, pseudonym: str) -> None:
    if message.author == userid:
        message.author = pseudonym
    if message.subject == userid:
        message.subject = pseudonym
    if userid in message.kept_from:
        message.kept_from = tuple(one for one in message.kept_from if one != userid)
    text = re.sub(rf"@{re.escape(userid)}(?![\w-]|\.\w)", "@…", message.text)
    if text != message.text:
        found.delist(message.id, set(words(message.text)) - set(words(text)))
        message.text = text


def _forget_blocks(kept: Messaging, userid: str, box: Mailbox | None) -> None:
    for blocker in kept.blockers.pop(userid, ()):
        if blocker in kept.mailboxes:
            discard(kept.mailboxes[blocker].blocked, userid)
    for other in box.blocked if box is not None else ():
        if other in kept.blockers:
            discard(kept.blockers[other], userid)


def _own(kept: Messaging, box: Mailbox, userid: str) -> Iterator[tuple[Conversation, Message]]:
    for number in box.known:
        found = kept.conversations.get(number)
        for message in found.messages.values() if found is not None else ():
            if message.author == userid and not message.event and not message.removed:
                yield found, message


def _exported(found: Conversation, message: Message) -> dict:
    return {
        "conversation": str(found.id),
        "id": str(message.id),
        "written": message.written.isoformat(),
        "edited": message.edited.isoformat() if message.edited else None,
        "text": message.text,
        "files": [{"name": file.name, "content_type": file.content_type, "size": file.size} for file in message.files],
    }
