"""What is due in spaces as time passes."""

from bluegether.core.kit.interfaces import ITimer
from bluegether.core.spaces import api as spaces
from zope.interface import implementer


@implementer(ITimer)
class Reindexing:
    """Lets the catalog know, some objects at a time, who sees the content of a space whose visibility changed."""

    def run(self, site) -> bool:
        return spaces.reindex()
