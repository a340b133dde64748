"""The verbs and questions of the stream."""

from bluegether.core.stream.api.activities import announce
from bluegether.core.stream.api.activities import PUBLISHED
from bluegether.core.stream.api.activities import PUBLISHED_STATES
from bluegether.core.stream.api.activities import PUBLISHED_TYPES
from bluegether.core.stream.api.activities import silence
from bluegether.core.stream.api.activities import VERBS
from bluegether.core.stream.api.activities import withdraw
from bluegether.core.stream.api.follows import bookmark
from bluegether.core.stream.api.follows import Choices
from bluegether.core.stream.api.follows import choices
from bluegether.core.stream.api.follows import follow
from bluegether.core.stream.api.follows import is_bookmarked
from bluegether.core.stream.api.follows import is_muted
from bluegether.core.stream.api.follows import mute
from bluegether.core.stream.api.follows import unbookmark
from bluegether.core.stream.api.follows import unfollow
from bluegether.core.stream.api.follows import unmute
from bluegether.core.stream.api.personal import erase
from bluegether.core.stream.api.personal import export
from bluegether.core.stream.api.posts import delete
from bluegether.core.stream.api.posts import edit
from bluegether.core.stream.api.posts import expel
from bluegether.core.stream.api.posts import hide
from bluegether.core.stream.api.posts import pin
from bluegether.core.stream.api.posts import post
from bluegether.core.stream.api.posts import show
from bluegether.core.stream.api.posts import unpin
from bluegether.core.stream.api.reading import entries
from bluegether.core.stream.api.reading import entry
from bluegether.core.stream.api.reading import FOLDED
from bluegether.core.stream.api.reading import is_pinned
from bluegether.core.stream.api.reading import MAX_SIZE
from bluegether.core.stream.api.reading import may_see
from bluegether.core.stream.api.reading import NEW
from bluegether.core.stream.api.reading import new_since
from bluegether.core.stream.api.reading import newest
from bluegether.core.stream.api.reading import Page
from bluegether.core.stream.api.reading import pinned
from bluegether.core.stream.api.reading import publication
from bluegether.core.stream.api.reading import reader
from bluegether.core.stream.api.reading import Shown
from bluegether.core.stream.api.reading import shown
from bluegether.core.stream.api.reading import SIZE
from bluegether.core.stream.api.reading import total
from bluegether.core.stream.api.reading import View
from bluegether.core.stream.api.reading import view
from bluegether.core.stream.api.reading import VIEWS
from bluegether.core.stream.api.rules import checked_id
from bluegether.core.stream.api.rules import id_in_path
from bluegether.core.stream.api.rules import KINDS
from bluegether.core.stream.api.rules import LABEL_LENGTH
from bluegether.core.stream.api.rules import may_delete
from bluegether.core.stream.api.rules import may_edit
from bluegether.core.stream.api.rules import may_pin
from bluegether.core.stream.api.rules import may_post
from bluegether.core.stream.api.rules import Reader
from bluegether.core.stream.api.rules import TEXT_LENGTH
from bluegether.core.stream.api.talk import my_reaction
from bluegether.core.stream.api.talk import note_talk
from bluegether.core.stream.api.talk import react
from bluegether.core.stream.api.text import Part
from bluegether.core.stream.api.text import parts


__all__ = [
    "FOLDED",
    "KINDS",
    "LABEL_LENGTH",
    "MAX_SIZE",
    "NEW",
    "PUBLISHED",
    "PUBLISHED_STATES",
    "PUBLISHED_TYPES",
    "SIZE",
    "TEXT_LENGTH",
    "VERBS",
    "VIEWS",
    "Choices",
    "Page",
    "Part",
    "Reader",
    "Shown",
    "View",
    "announce",
    "bookmark",
    "checked_id",
    "choices",
    "delete",
    "edit",
    "entries",
    "entry",
    "erase",
    "expel",
    "export",
    "follow",
    "hide",
    "id_in_path",
    "is_bookmarked",
    "is_muted",
    "is_pinned",
    "may_delete",
    "may_edit",
    "may_pin",
    "may_post",
    "may_see",
    "mute",
    "my_reaction",
    "new_since",
    "newest",
    "note_talk",
    "parts",
    "pin",
    "pinned",
    "post",
    "publication",
    "react",
    "reader",
    "show",
    "shown",
    "silence",
    "total",
    "unbookmark",
    "unfollow",
    "unmute",
    "unpin",
    "view",
    "withdraw",
]
