"""Who publishes in the stream of a space, for its figures."""

from bluegether.core.kit.interfaces import ISpaceUse
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.stream import api as stream
from plone.uuid.interfaces import IUUID
from zope.component import adapter
from zope.interface import implementer


@implementer(ISpaceUse)
@adapter(ISpace)
class StreamUse:
    """Posts; what enters by itself is counted where it comes from."""

    def __init__(self, space):
        self.space = space

    def authors(self, since) -> list[str]:
        return stream.authors_in_space(IUUID(self.space), since)
