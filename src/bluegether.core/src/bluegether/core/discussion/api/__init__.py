"""The verbs and questions of discussion."""

from bluegether.core.discussion.api.authors import author_name
from bluegether.core.discussion.api.authors import comments_of
from bluegether.core.discussion.api.authors import erase
from bluegether.core.discussion.api.authors import is_gone
from bluegether.core.discussion.api.authors import reactions_by
from bluegether.core.discussion.api.comments import can_edit
from bluegether.core.discussion.api.comments import can_remove
from bluegether.core.discussion.api.comments import can_write
from bluegether.core.discussion.api.comments import commentators
from bluegether.core.discussion.api.comments import count
from bluegether.core.discussion.api.comments import edited
from bluegether.core.discussion.api.comments import enabled
from bluegether.core.discussion.api.comments import expel
from bluegether.core.discussion.api.comments import hide
from bluegether.core.discussion.api.comments import is_hidden
from bluegether.core.discussion.api.comments import last_comment_date
from bluegether.core.discussion.api.comments import Line
from bluegether.core.discussion.api.comments import lines
from bluegether.core.discussion.api.comments import MAX_LENGTH
from bluegether.core.discussion.api.comments import neighbours
from bluegether.core.discussion.api.comments import remove
from bluegether.core.discussion.api.comments import rewrite
from bluegether.core.discussion.api.comments import show
from bluegether.core.discussion.api.comments import visible
from bluegether.core.discussion.api.comments import withdrawn
from bluegether.core.discussion.api.comments import write
from bluegether.core.discussion.api.files import file
from bluegether.core.discussion.api.files import files
from bluegether.core.discussion.api.following import can_follow
from bluegether.core.discussion.api.following import follow
from bluegether.core.discussion.api.following import followed
from bluegether.core.discussion.api.following import follows
from bluegether.core.discussion.api.following import forget
from bluegether.core.discussion.api.following import unfollow
from bluegether.core.discussion.api.mentions import mentions
from bluegether.core.discussion.api.reactions import can_react
from bluegether.core.discussion.api.reactions import react
from bluegether.core.discussion.api.reactions import reaction_counts
from bluegether.core.discussion.api.reactions import reaction_of
from bluegether.core.discussion.api.reactions import REACTIONS
from bluegether.core.discussion.api.reactions import reactions
from bluegether.core.discussion.api.reactions import unreact
from bluegether.core.discussion.api.said import said
from bluegether.core.discussion.api.things import anything_of
from bluegether.core.discussion.api.things import heading_of
from bluegether.core.discussion.api.things import key_of
from bluegether.core.discussion.api.things import thing_of


__all__ = [
    "MAX_LENGTH",
    "REACTIONS",
    "Line",
    "anything_of",
    "author_name",
    "can_edit",
    "can_follow",
    "can_react",
    "can_remove",
    "can_write",
    "commentators",
    "comments_of",
    "count",
    "edited",
    "enabled",
    "erase",
    "expel",
    "file",
    "files",
    "follow",
    "followed",
    "follows",
    "forget",
    "heading_of",
    "hide",
    "is_gone",
    "is_hidden",
    "key_of",
    "last_comment_date",
    "lines",
    "mentions",
    "neighbours",
    "react",
    "reaction_counts",
    "reaction_of",
    "reactions",
    "reactions_by",
    "remove",
    "rewrite",
    "said",
    "show",
    "thing_of",
    "unfollow",
    "unreact",
    "visible",
    "withdrawn",
    "write",
]
