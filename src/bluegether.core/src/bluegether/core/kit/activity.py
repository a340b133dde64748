"""The base of rooms' events that others may want to know of."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IActivity
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IActivity)
class Activity(ObjectEvent):
    """Base class: a room subclasses it, names its `verb` and declares its own interface."""

    verb = ""

    def __init__(self, obj, *, actor: str):
        super().__init__(obj)
        self.actor = actor
        self.happened = now()
