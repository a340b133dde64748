"""What happened in the stream."""

from bluegether.core.kit.activity import Activity
from bluegether.core.stream.interfaces import IAsked
from bluegether.core.stream.interfaces import IEdited
from bluegether.core.stream.interfaces import IPosted
from bluegether.core.stream.interfaces import IWithdrawn
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IPosted)
class Posted(Activity):
    """A member wrote a post."""

    verb = "stream.posted"


@implementer(IAsked)
class Asked(Posted):
    """A member asked a question."""


@implementer(IEdited)
class Edited(ObjectEvent):
    """The author changed a post's text."""


@implementer(IWithdrawn)
class Withdrawn(ObjectEvent):
    """An entry is no longer shown."""
