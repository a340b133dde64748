"""Who may do what with messages, and the bounds of what is accepted."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.errors import TooMany
from bluegether.core.kit.text import cleaned
from bluegether.core.messaging.storage import Mailbox
from bluegether.core.messaging.storage import microseconds
from bluegether.core.people import api as people
from datetime import timedelta
from plone import api


PREFIX = "bluegether.messaging"
TEXT_LENGTH = 10_000
TITLE_LENGTH = 120
PINNED = 10
MAX_ID = 1 << 62
MINUTE = 60_000_000  # microseconds


def setting(name: str):
    """Return one of the site's settings."""
    return api.portal.get_registry_record(f"{PREFIX}.{name}")


def is_member(userid: str) -> bool:
    """Return whether this is somebody of the network with an account: no client, no administrator of the server."""
    account = people.account(userid)
    return account is not None and account.kind != "client"


def can_be_written_to(userid: str) -> bool:
    """Return whether messages reach this person: a member whose access is open."""
    return is_member(userid) and people.has_access(userid)


def require_writer(userid: str) -> None:
    """Raise NotAllowed for clients, visitors, administrators without an account, and who has no access now."""
    if not can_be_written_to(userid):
        raise NotAllowed(_("Messages are for members of the network."))


def missing() -> Missing:
    """Return the one answer for what is not there and for what is somebody else's."""
    return Missing(_("This conversation does not exist (any more)."))


def closed() -> NotAllowed:
    """Return the one answer for who left, is suspended, or does not wish it: none of it is told."""
    return NotAllowed(_("Somebody you chose cannot be written to."), field="to")


def checked_text(text, *, empty: bool = False) -> str:
    """Return the cleaned text; raise Invalid when it is empty, too long or no text."""
    if not isinstance(text, str):
        raise Invalid(_("The text must be plain text."), field="text")
    plain = cleaned(text)
    if not plain and not empty:
        raise Invalid(_("Write something first."), field="text")
    if len(plain) > TEXT_LENGTH:
        values = {"length": len(plain), "maximum": TEXT_LENGTH}
        raise Invalid(_("The text has ${length} signs; at most ${maximum} are possible.", mapping=values), field="text")
    return plain


def checked_title(title) -> str:
    """Return the title in one line; raise Invalid when it is too long or no text."""
    if not isinstance(title, str):
        raise Invalid(_("The text must be plain text."), field="title")
    line = " ".join(cleaned(title).split())
    if len(line) > TITLE_LENGTH:
        raise Invalid(_("At most ${maximum} signs are possible.", mapping={"maximum": TITLE_LENGTH}), field="title")
    return line


def checked_people(userids, *, of: str) -> tuple[str, ...]:
    """Return the others, each once; raise Invalid for a bad list, NotAllowed where one cannot be written to."""
    if not isinstance(userids, list | tuple) or not all(isinstance(one, str) for one in userids):
        raise Invalid(_("The people must be a list of user ids."), field="to")
    others = tuple(one for one in dict.fromkeys(userids) if one != of)
    if not others:
        raise Invalid(_("Choose at least one person."), field="to")
    if len(others) >= setting("participants"):
        mapping = {"maximum": setting("participants")}
        raise Invalid(_("At most ${maximum} people can be in a conversation.", mapping=mapping), field="to")
    if not all(can_be_written_to(one) for one in others):
        raise closed()
    return others


def checked_id(value) -> int:
    """Return the id in an address or a form; raise Missing when it cannot be one."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20 and int(value) < MAX_ID:
        return int(value)
    raise missing()


def count_message(box: Mailbox, userid: str) -> None:
    """Count one message of this person; raise TooMany over the day's or the minute's limit."""
    _begin_day(box)
    moment = microseconds(now())
    recent = tuple(one for one in box.recent if moment - MINUTE < one <= moment)
    if len(recent) >= setting("messages_per_minute"):
        raise TooMany(_("You write very fast. Your text is kept: send it in a minute."), field="text")
    most = setting("new_messages" if is_new(userid) else "messages_per_day")
    if box.sent >= most:
        raise _enough(_("You may send ${maximum} messages a day. Your text is kept: send it tomorrow."), most)
    box.sent, box.recent = box.sent + 1, (*recent, moment)


def count_conversation(box: Mailbox, userid: str) -> None:
    """Count one new conversation of this person; raise TooMany over the day's limit."""
    _begin_day(box)
    most = setting("new_conversations" if is_new(userid) else "conversations_per_day")
    if box.started >= most:
        raise _enough(_("You may begin ${maximum} conversations a day. Your text is kept: send it tomorrow."), most)
    box.started += 1


def is_new(userid: str) -> bool:
    """Return whether the account is so young that the lower limits hold."""
    return people.account(userid).arrived > now() - timedelta(days=setting("new_days"))


def _begin_day(box: Mailbox) -> None:
    today = local(now()).date().toordinal()
    if box.day != today:
        box.day, box.started, box.sent = today, 0, 0


def _enough(message, most: int) -> TooMany:
    return TooMany(_(message, mapping={"maximum": most}), field="text", seconds=3600)
