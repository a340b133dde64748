"""The verbs on conversations: start, add somebody, leave, give a title."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.notice import tell
from bluegether.core.messaging.api import reading
from bluegether.core.messaging.api import rules
from bluegether.core.messaging.api.delivery import active
from bluegether.core.messaging.api.delivery import deliver
from bluegether.core.messaging.api.messages import checked_message
from bluegether.core.messaging.api.messages import post
from bluegether.core.messaging.api.messages import send
from bluegether.core.messaging.storage import Conversation
from bluegether.core.messaging.storage import free_id
from bluegether.core.messaging.storage import made
from bluegether.core.messaging.storage import Message
from bluegether.core.messaging.storage import pair
from bluegether.core.messaging.storage import Participant


def start(to, text: str, *, author: str, title: str = "", history: bool = False, files=()) -> Conversation:
    """Begin a conversation with its first message, and return it.

    With one other person there is one conversation for good: the message goes there if it exists. With several it is
    a group, a new one each time; `title` and `history` (who joins later reads everything) are a group's only.
    Raises NotAllowed, Invalid, Conflict for whom the author blocked, TooMany.
    """
    rules.require_writer(author)
    others = rules.checked_people(to, of=author)
    _check_blocks(others, author)
    known = made().pairs.get(pair(author, others[0])) if len(others) == 1 else None
    if known:
        send(known, text, author=author, files=files)
        return made().conversations[known]
    heading = rules.checked_title(title) if len(others) > 1 else ""
    message = checked_message(text, author=author, files=files)
    box = made().box(author)
    rules.count_conversation(box, author)
    rules.count_message(box, author)
    found = _created(author, others, history=bool(history))
    found.title = heading
    post(found, message)
    return found


def add(conversation_id: int, person: str, *, userid: str) -> None:
    """Add somebody to a group. They read on from now, or everything where the starter chose so when it began.

    Raises Missing, NotAllowed, Conflict for a conversation of two or one that is full or knows the person already.
    """
    found = _group(conversation_id, userid)
    others = active(found)
    if person in others:
        raise Conflict(_("This person takes part already."), field="person")
    if len(others) >= rules.setting("participants"):
        mapping = {"maximum": rules.setting("participants")}
        raise Conflict(_("At most ${maximum} people can be in a conversation.", mapping=mapping), field="person")
    rules.checked_people([person], of=userid)
    _check_blocks((person,), userid, group=True)
    entry = Message(author=userid, event="joined", subject=person)
    deliver(found, entry)
    found.participants[person] = Participant(0 if found.history else entry.id)
    found.participants[person].read = entry.id
    made().box(person).move_up(found.id, entry.id)
    tell("messaging.added", thing=str(found.id), actor=userid, recipients=[person])


def leave(conversation_id: int, *, userid: str) -> None:
    """Leave a group: it is closed to the person at once, its history stays for the others.

    With the last one the conversation goes. Raises Missing; Conflict for a conversation of two.
    """
    found = _group(conversation_id, userid, leaving=True)
    step_out(found, userid)


def step_out(found: Conversation, userid: str) -> None:
    """Note that the person is no longer there."""
    entry = Message(author=userid, event="left")
    deliver(found, entry)
    mine = found.participants[userid]
    mine.left = entry.id
    mine.unread.change(-mine.unread())
    made().box(userid).forget(found.id)
    if not active(found):
        del made().conversations[found.id]


def retitle(conversation_id: int, title: str, *, userid: str) -> None:
    """Give a group its title; an empty one lists the names again. Raises Missing, Invalid; Conflict between two."""
    found = _group(conversation_id, userid)
    line = rules.checked_title(title)
    if line != found.title:
        found.title = line
        deliver(found, Message(author=userid, event="titled", text=line))


def _created(author: str, others: tuple[str, ...], *, history: bool) -> Conversation:
    kept = made()
    an_id = free_id(kept.conversations, now(), 1)
    found = Conversation(an_id, starter=author, group=len(others) > 1, history=history)
    kept.conversations[an_id] = found
    if not found.group:
        kept.pairs[pair(author, others[0])] = an_id
    for userid in (author, *others):
        found.participants[userid] = Participant(0)
    return found


def _group(conversation_id: int, userid: str, *, leaving: bool = False) -> Conversation:
    found = reading.conversation(conversation_id, userid=userid)
    if not leaving:
        rules.require_writer(userid)
    if not found.group:
        raise Conflict(_("This is for groups: a conversation of two stays between these two."))
    return found


def _check_blocks(others: tuple[str, ...], author: str, *, group: bool = False) -> None:
    """Raise Conflict for whom the author blocked, and, where they would meet in a group, NotAllowed the other way."""
    for other in others:
        if reading.has_blocked(author, other):
            mapping = {"name": reading.name_of(other)}
            raise Conflict(_("You have blocked ${name}: unblock them first.", mapping=mapping), field="to")
        if (group or len(others) > 1) and reading.has_blocked(other, author):
            raise rules.closed()
