"""The verbs on messages: send, edit, delete, mark as read; hide and remove for moderation."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.messaging.api import reading
from bluegether.core.messaging.api import rules
from bluegether.core.messaging.api.delivery import active
from bluegether.core.messaging.api.delivery import deliver
from bluegether.core.messaging.api.delivery import recount
from bluegether.core.messaging.api.delivery import recount_all
from bluegether.core.messaging.api.files import checked_files
from bluegether.core.messaging.api.text import words
from bluegether.core.messaging.storage import Conversation
from bluegether.core.messaging.storage import made
from bluegether.core.messaging.storage import Message
from bluegether.core.messaging.storage import trees
from datetime import timedelta


def send(conversation_id: int, text: str, *, author: str, files=(), read: int | None = None) -> Message:
    """Send a message to those who take part; `files` are (name, bytes); `read` is up to where the author has read.

    Raises Missing, NotAllowed (also where the other one cannot be written to), Invalid, TooMany. Of somebody who
    blocked the author nothing is told: between two the message is kept from them, in a group it is not counted.
    """
    found = reading.conversation(conversation_id, userid=author)
    require_writing(found, author)
    message = checked_message(text, author=author, files=files)
    rules.count_message(made().box(author), author)
    post(found, message)
    if read is not None:
        mark_read(conversation_id, userid=author, up_to=read)
    return message


def checked_message(text, *, author: str, files=()) -> Message:
    """Return the message, not kept anywhere yet. Raises Invalid."""
    kept = checked_files(files)
    return Message(author=author, text=rules.checked_text(text, empty=bool(kept)), files=kept)


def post(found: Conversation, message: Message) -> None:
    """Keep a checked message and let it reach the others."""
    message.kept_from = tuple(one for one in active(found) if reading.has_blocked(one, message.author))
    deliver(found, message)
    found.enlist(message.id, _searched(message))


def require_writing(found: Conversation, userid: str) -> None:
    """Raise NotAllowed unless the person may write here now."""
    rules.require_writer(userid)
    for other in () if found.group else reading.others(found, userid):
        if reading.has_blocked(userid, other):
            raise Conflict(_("You have blocked this person: unblock them to write."), field="text")
    if not reading.may_write(found, userid):
        raise NotAllowed(_("Nobody can be reached here any more; what was written can still be read."), field="text")


def can_edit(message: Message, userid: str) -> bool:
    """Return whether the person may change the text: the author, for as long as the site says."""
    if not can_delete(message, userid):
        return False
    return not message.hidden and now() <= message.written + timedelta(minutes=rules.setting("edit_minutes"))


def can_delete(message: Message, userid: str) -> bool:
    """Return whether the person may delete the message: its author."""
    return message.author == userid and not message.event and not message.removed


def edit(conversation_id: int, message_id: int, text: str, *, userid: str) -> Message:
    """Change the text of one's message; it says so. Raises Missing, NotAllowed, Invalid, Conflict when too late."""
    found, message = _own(conversation_id, message_id, userid)
    if not can_edit(message, userid):
        mapping = {"minutes": rules.setting("edit_minutes")}
        raise Conflict(_("A message can be changed for ${minutes} minutes.", mapping=mapping), field="text")
    require_writing(found, userid)
    plain = rules.checked_text(text, empty=bool(message.files))
    if plain != message.text:
        found.delist(message.id, _searched(message))
        message.text, message.edited = plain, now()
        found.enlist(message.id, _searched(message))
    return message


def delete(conversation_id: int, message_id: int, *, userid: str) -> None:
    """Delete one's message: its place stays, text and files are gone. Raises Missing, NotAllowed."""
    found, message = _own(conversation_id, message_id, userid)
    empty(found, message)


def mark_read(conversation_id: int, *, userid: str, up_to: int | None = None) -> None:
    """Note that the person has read up to this message, up to the newest when none is named. Raises Missing."""
    found = reading.conversation(conversation_id, userid=userid)
    mine = found.participants[userid]
    newest = found.newest()
    read = newest if up_to is None else min(up_to, newest)
    if read > mine.read:
        mine.read = read
        recount(found, userid)


def empty(found: Conversation, message: Message) -> None:
    """Take text and files out of a message for good."""
    if message.removed:
        return
    found.delist(message.id, _searched(message))
    message.text, message.files, message.removed = "", (), True
    recount_all(found, message)


def hide(found: Conversation, message: Message) -> None:
    """Show the message to nobody but those who decide, until `show`."""
    if not message.hidden:
        message.hidden = True
        recount_all(found, message)


def show(found: Conversation, message: Message) -> None:
    """Undo `hide`."""
    if message.hidden:
        message.hidden = False
        recount_all(found, message)


def stored_message(conversation_id: int, message_id: int) -> tuple[Conversation, Message]:
    """Return a message whoever asks: for those who decide about a report of it. Raises Missing."""
    kept = trees()
    found = kept.conversations.get(conversation_id) if kept is not None else None
    message = found.get(message_id) if found is not None else None
    if message is None or message.event:
        raise rules.missing()
    return found, message


def _own(conversation_id: int, message_id: int, userid: str) -> tuple[Conversation, Message]:
    found, message = reading.message(conversation_id, message_id, userid=userid)
    if not can_delete(message, userid):
        raise NotAllowed(_("You may not do this."))
    return found, message


def _searched(message: Message) -> list[str]:
    return words(" ".join((message.text, *(file.name for file in message.files))))
