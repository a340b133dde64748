"""Search in one's own messages: in the conversations that one takes part in, and of these what one may see."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.messaging.api import reading
from bluegether.core.messaging.api.text import words
from bluegether.core.messaging.storage import Conversation
from bluegether.core.messaging.storage import mailbox
from bluegether.core.messaging.storage import Message
from bluegether.core.messaging.storage import trees
from collections.abc import Iterator


TERMS = 8
SIZE = 20
QUERY_LENGTH = 200


def search(text: str, *, userid: str, cursor: int | None = None, size: int = SIZE) -> reading.Page:
    """Return (conversation, message) of what holds every word, or a word with this beginning, newest first.

    Only the indexes of one's own conversations are read. Raises Invalid for no words at all.
    """
    if not isinstance(text, str) or len(text) > QUERY_LENGTH:
        raise Invalid(_("This search cannot be understood. Check what you are looking for."), field="q")
    terms = words(text)[:TERMS]
    if not terms:
        raise Invalid(_("Type a word of at least two letters."), field="q")
    found = sorted(_matches(terms, userid), key=lambda pair: -pair[1])
    below = [(room, number) for room, number in found if cursor is None or number < cursor]
    items: list[tuple[Conversation, Message]] = []
    for room, number in below:
        message = room.get(number)
        if _is_shown(room, message, userid):
            if len(items) == size:
                return reading.Page(items, items[-1][1].id)
            items.append((room, message))
    return reading.Page(items, None)


def _matches(terms: list[str], userid: str) -> Iterator[tuple[Conversation, int]]:
    box, kept = mailbox(userid), trees()
    for number in box.last if box is not None and kept is not None else ():
        room = kept.conversations.get(number)
        if room is None or reading.participation(room, userid) is None:
            continue
        for message_id in set.intersection(*(room.with_word(term) for term in terms)):
            yield room, message_id


def _is_shown(room: Conversation, message: Message | None, userid: str) -> bool:
    if message is None or message.removed or message.hidden:
        return False
    return reading.may_see(room, message, userid) and not reading.has_blocked(userid, message.author)
