"""Ids of version histories drawn at random.

Products.CMFUid counts in one object of the site, which every new versioned object changes: two processes that add a
document at the same moment always conflict there. A draw needs no common object.
"""

from persistent import Persistent
from Products.CMFUid.interfaces import IUniqueIdGenerator
from zope.interface import implementer
import secrets


BITS = 53  # what JavaScript, and so a JSON reader, holds exactly


@implementer(IUniqueIdGenerator)
class RandomIds(Persistent):
    """The site's generator, registered by the install profile."""

    def __call__(self) -> int:
        return secrets.randbits(BITS) or 1

    def convert(self, uid) -> int:
        return int(uid)
