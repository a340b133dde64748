"""What happened in journeys."""

from bluegether.core.journeys.interfaces import IPersonLeft
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IPersonLeft)
class PersonLeft(ObjectEvent):
    """Somebody left."""

    def __init__(self, site, *, userid: str, successor: str):
        super().__init__(site)
        self.userid = userid
        self.successor = successor
