"""Contracts of discussion."""

from bluegether.core.kit.interfaces import IActivity
from bluegether.core.kit.interfaces import IBluegetherLayer
from plone.app.discussion.interfaces import IDiscussionLayer
from zope.interface import Attribute


class IDiscussionRoomLayer(IBluegetherLayer, IDiscussionLayer):
    """Request layer: extends plone.app.discussion's, so that the pages of this room come before its own."""


class ICommentWritten(IActivity):
    """Someone commented; `object` is what the comment is about."""

    comment = Attribute("The comment")
    mentioned = Attribute("Tuple of the user ids that the text names, each once, never the author's")


class ICommentRewritten(ICommentWritten):
    """An author changed a comment; `mentioned` holds only those whom the text did not name before."""


class IReacted(IActivity):
    """Someone reacted for the first time to `object`, content or a comment."""

    reaction = Attribute("Which reaction: a key of `api.REACTIONS`")
