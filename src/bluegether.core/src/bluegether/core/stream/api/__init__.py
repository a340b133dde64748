"""The verbs and questions of the stream."""

from bluegether.core.stream.api.activities import announce
from bluegether.core.stream.api.activities import IN_SPACES
from bluegether.core.stream.api.activities import PUBLISHED
from bluegether.core.stream.api.activities import PUBLISHED_STATES
from bluegether.core.stream.api.activities import PUBLISHED_TYPES
from bluegether.core.stream.api.activities import silence
from bluegether.core.stream.api.activities import VERBS
from bluegether.core.stream.api.activities import withdraw
from bluegether.core.stream.api.attachments import ALT_LENGTH
from bluegether.core.stream.api.attachments import checked_documents
from bluegether.core.stream.api.attachments import document
from bluegether.core.stream.api.attachments import DOCUMENTS
from bluegether.core.stream.api.attachments import picture_file
from bluegether.core.stream.api.attachments import PICTURES
from bluegether.core.stream.api.filing import file_older
from bluegether.core.stream.api.follows import block
from bluegether.core.stream.api.follows import bookmark
from bluegether.core.stream.api.follows import Choices
from bluegether.core.stream.api.follows import choices
from bluegether.core.stream.api.follows import follow
from bluegether.core.stream.api.follows import is_apart
from bluegether.core.stream.api.follows import is_bookmarked
from bluegether.core.stream.api.follows import is_muted
from bluegether.core.stream.api.follows import mute
from bluegether.core.stream.api.follows import note_seen
from bluegether.core.stream.api.follows import unblock
from bluegether.core.stream.api.follows import unbookmark
from bluegether.core.stream.api.follows import unfollow
from bluegether.core.stream.api.follows import unmute
from bluegether.core.stream.api.gathering import Shown
from bluegether.core.stream.api.hashtags import aliases
from bluegether.core.stream.api.hashtags import move as move_hashtags
from bluegether.core.stream.api.hashtags import rename_hashtag
from bluegether.core.stream.api.hashtags import Trend
from bluegether.core.stream.api.hashtags import trends
from bluegether.core.stream.api.kinds import OPTION_LENGTH
from bluegether.core.stream.api.kinds import OPTIONS
from bluegether.core.stream.api.kinds import PRAISED
from bluegether.core.stream.api.kinds import values
from bluegether.core.stream.api.personal import erase
from bluegether.core.stream.api.personal import export
from bluegether.core.stream.api.polls import Option
from bluegether.core.stream.api.polls import Results
from bluegether.core.stream.api.polls import results
from bluegether.core.stream.api.polls import vote
from bluegether.core.stream.api.posts import delete
from bluegether.core.stream.api.posts import edit
from bluegether.core.stream.api.posts import expel
from bluegether.core.stream.api.posts import hide
from bluegether.core.stream.api.posts import pin
from bluegether.core.stream.api.posts import post
from bluegether.core.stream.api.posts import show
from bluegether.core.stream.api.posts import unpin
from bluegether.core.stream.api.reading import authors_in_space
from bluegether.core.stream.api.reading import entries
from bluegether.core.stream.api.reading import entry
from bluegether.core.stream.api.reading import FOLDED
from bluegether.core.stream.api.reading import hashtag_now
from bluegether.core.stream.api.reading import is_pinned
from bluegether.core.stream.api.reading import MAX_SIZE
from bluegether.core.stream.api.reading import may_see
from bluegether.core.stream.api.reading import NEW
from bluegether.core.stream.api.reading import new_since
from bluegether.core.stream.api.reading import newest
from bluegether.core.stream.api.reading import ORDERED
from bluegether.core.stream.api.reading import Page
from bluegether.core.stream.api.reading import pinned
from bluegether.core.stream.api.reading import publication
from bluegether.core.stream.api.reading import reader
from bluegether.core.stream.api.reading import seen
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
from bluegether.core.stream.api.rules import may_rename_hashtags
from bluegether.core.stream.api.rules import may_talk
from bluegether.core.stream.api.rules import Reader
from bluegether.core.stream.api.rules import TEXT_LENGTH
from bluegether.core.stream.api.shares import is_author
from bluegether.core.stream.api.shares import shares_of_document
from bluegether.core.stream.api.shares import shares_of_entry
from bluegether.core.stream.api.shares import times_shared
from bluegether.core.stream.api.suggestions import Suggestion
from bluegether.core.stream.api.suggestions import suggestions
from bluegether.core.stream.api.talk import my_reaction
from bluegether.core.stream.api.talk import note_talk
from bluegether.core.stream.api.talk import react
from bluegether.core.stream.api.text import Part
from bluegether.core.stream.api.text import parts


__all__ = [
    "ALT_LENGTH",
    "DOCUMENTS",
    "FOLDED",
    "IN_SPACES",
    "KINDS",
    "LABEL_LENGTH",
    "MAX_SIZE",
    "NEW",
    "OPTIONS",
    "OPTION_LENGTH",
    "ORDERED",
    "PICTURES",
    "PRAISED",
    "PUBLISHED",
    "PUBLISHED_STATES",
    "PUBLISHED_TYPES",
    "SIZE",
    "TEXT_LENGTH",
    "VERBS",
    "VIEWS",
    "Choices",
    "Option",
    "Page",
    "Part",
    "Reader",
    "Results",
    "Shown",
    "Suggestion",
    "Trend",
    "View",
    "aliases",
    "announce",
    "authors_in_space",
    "block",
    "bookmark",
    "checked_documents",
    "checked_id",
    "choices",
    "delete",
    "document",
    "edit",
    "entries",
    "entry",
    "erase",
    "expel",
    "export",
    "file_older",
    "follow",
    "hashtag_now",
    "hide",
    "id_in_path",
    "is_apart",
    "is_author",
    "is_bookmarked",
    "is_muted",
    "is_pinned",
    "may_delete",
    "may_edit",
    "may_pin",
    "may_post",
    "may_rename_hashtags",
    "may_see",
    "may_talk",
    "move_hashtags",
    "mute",
    "my_reaction",
    "new_since",
    "newest",
    "note_seen",
    "note_talk",
    "parts",
    "picture_file",
    "pin",
    "pinned",
    "post",
    "publication",
    "react",
    "reader",
    "rename_hashtag",
    "results",
    "seen",
    "shares_of_document",
    "shares_of_entry",
    "show",
    "shown",
    "silence",
    "suggestions",
    "times_shared",
    "total",
    "trends",
    "unblock",
    "unbookmark",
    "unfollow",
    "unmute",
    "unpin",
    "values",
    "view",
    "vote",
    "withdraw",
]
