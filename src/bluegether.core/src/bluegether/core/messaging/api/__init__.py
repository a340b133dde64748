"""The verbs and questions of messages."""

from bluegether.core.messaging.api.choices import accept_receipts
from bluegether.core.messaging.api.choices import block
from bluegether.core.messaging.api.choices import mute
from bluegether.core.messaging.api.choices import pin
from bluegether.core.messaging.api.choices import unblock
from bluegether.core.messaging.api.choices import unmute
from bluegether.core.messaging.api.choices import unpin
from bluegether.core.messaging.api.conversations import add
from bluegether.core.messaging.api.conversations import leave
from bluegether.core.messaging.api.conversations import retitle
from bluegether.core.messaging.api.conversations import start
from bluegether.core.messaging.api.files import TYPES
from bluegether.core.messaging.api.messages import can_delete
from bluegether.core.messaging.api.messages import can_edit
from bluegether.core.messaging.api.messages import delete
from bluegether.core.messaging.api.messages import edit
from bluegether.core.messaging.api.messages import empty
from bluegether.core.messaging.api.messages import hide
from bluegether.core.messaging.api.messages import mark_read
from bluegether.core.messaging.api.messages import send
from bluegether.core.messaging.api.messages import show
from bluegether.core.messaging.api.messages import stored_message
from bluegether.core.messaging.api.privacy import erase
from bluegether.core.messaging.api.privacy import export
from bluegether.core.messaging.api.reading import accepts_receipts
from bluegether.core.messaging.api.reading import around
from bluegether.core.messaging.api.reading import between
from bluegether.core.messaging.api.reading import blocked
from bluegether.core.messaging.api.reading import conversation
from bluegether.core.messaging.api.reading import conversations
from bluegether.core.messaging.api.reading import file
from bluegether.core.messaging.api.reading import FLOW
from bluegether.core.messaging.api.reading import has_blocked
from bluegether.core.messaging.api.reading import MAX_SIZE
from bluegether.core.messaging.api.reading import may_write
from bluegether.core.messaging.api.reading import message
from bluegether.core.messaging.api.reading import messages
from bluegether.core.messaging.api.reading import name_of
from bluegether.core.messaging.api.reading import others
from bluegether.core.messaging.api.reading import Page
from bluegether.core.messaging.api.reading import readers
from bluegether.core.messaging.api.reading import Seen
from bluegether.core.messaging.api.reading import seen
from bluegether.core.messaging.api.reading import SIZE
from bluegether.core.messaging.api.reading import unread
from bluegether.core.messaging.api.rules import can_be_written_to
from bluegether.core.messaging.api.rules import checked_id
from bluegether.core.messaging.api.rules import is_member
from bluegether.core.messaging.api.rules import missing
from bluegether.core.messaging.api.rules import setting
from bluegether.core.messaging.api.rules import TEXT_LENGTH
from bluegether.core.messaging.api.rules import TITLE_LENGTH
from bluegether.core.messaging.api.searching import QUERY_LENGTH
from bluegether.core.messaging.api.searching import search
from bluegether.core.messaging.api.text import Part
from bluegether.core.messaging.api.text import parts


__all__ = [
    "FLOW",
    "MAX_SIZE",
    "QUERY_LENGTH",
    "SIZE",
    "TEXT_LENGTH",
    "TITLE_LENGTH",
    "TYPES",
    "Page",
    "Part",
    "Seen",
    "accept_receipts",
    "accepts_receipts",
    "add",
    "around",
    "between",
    "block",
    "blocked",
    "can_be_written_to",
    "can_delete",
    "can_edit",
    "checked_id",
    "conversation",
    "conversations",
    "delete",
    "edit",
    "empty",
    "erase",
    "export",
    "file",
    "has_blocked",
    "hide",
    "is_member",
    "leave",
    "mark_read",
    "may_write",
    "message",
    "messages",
    "missing",
    "mute",
    "name_of",
    "others",
    "parts",
    "pin",
    "readers",
    "retitle",
    "search",
    "seen",
    "send",
    "setting",
    "show",
    "start",
    "stored_message",
    "unblock",
    "unmute",
    "unpin",
    "unread",
]
