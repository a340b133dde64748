"""Spaces as circles of an audience: who belongs to one is its member."""

from bluegether.core.kit.interfaces import ICircle
from bluegether.core.spaces import api as spaces
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ICircle)
@adapter(IPloneSiteRoot)
class SpaceCircle:
    """The values are UIDs of spaces."""

    def __init__(self, site):
        self.site = site

    def includes(self, values, userid: str) -> bool:
        return any(spaces.role(uid, userid) for uid in values)

    def userids(self, values):
        return iter(dict.fromkeys(userid for uid in values for userid in spaces.member_ids(uid)))
