"""Contracts of discussion."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from bluegether.core.kit.interfaces import IBluegetherLayer
from plone.app.discussion.interfaces import IDiscussionLayer
from zope import schema
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class IDiscussionRoomLayer(IBluegetherLayer, IDiscussionLayer):
    """Request layer: extends plone.app.discussion's, so that the pages of this room come before its own."""


class IDiscussionSettings(Interface):
    """In the registry under `bluegether.discussion`."""

    edit_minutes = schema.Int(
        title=_("Minutes in which the author of a comment can change it"), min=0, max=10080, default=15
    )
    files = schema.Int(title=_("Files with one comment at most"), min=0, max=20, default=4)
    file_size = schema.Int(title=_("Size of one file at most, in MB"), min=1, max=100, default=10)


class IDiscussed(IAttributeAnnotatable):
    """Something that is no content and is talked about like content: comments and reactions hang on it.

    It has an address, answers the permissions View, Reply to item, View comments and BlueGether: React, and an
    adapter to `IConversation` that keeps the comments. They are in no catalog: who may read them may change with
    the reader, which a catalog cannot know.
    """

    allow_discussion = Attribute("True while comments are welcome")
    key = Attribute("`kind:id`, the kind being the name of an `IDiscussedKind`")

    def comments_url():
        """Return the address of the REST service of its comments."""

    def heading():
        """Return a few words that tell it from others, for those who may see it."""

    def Creator():
        """Return the user id of whose it is."""


class IDiscussedKind(Interface):
    """Named adapter of a site: finds the things of one kind that are discussed and no content."""

    def thing(rest):
        """Return the `IDiscussed` that the key names behind the colon, or None. Whoever asks looks at View."""


class ITalkChanged(IObjectEvent):
    """There are more or fewer comments or reactions than before; `object` is what they are about."""


class ICommentWritten(IActivity):
    """Someone commented; `object` is what the comment is about."""

    comment = Attribute("The comment")
    mentioned = Attribute("Tuple of the user ids that the text names, each once, never the author's")


class ICommentRewritten(ICommentWritten):
    """An author changed a comment; `mentioned` holds only those whom the text did not name before."""


class IReacted(IActivity):
    """Someone reacted for the first time to `object`, content or a comment."""

    reaction = Attribute("Which reaction: a key of `api.REACTIONS`")
