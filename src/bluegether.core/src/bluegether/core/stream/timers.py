"""What is due in the stream as time passes."""

from bluegether.core.kit.interfaces import ITimer
from bluegether.core.stream import api as stream
from zope.interface import implementer


@implementer(ITimer)
class Hashtags:
    """Entries follow renamed hashtags, some at a time."""

    def run(self, site) -> bool:
        return stream.move_hashtags()


@implementer(ITimer)
class Filing:
    """Entries from older databases get their place by activity and among what their author shared."""

    def run(self, site) -> bool:
        return stream.file_older()
