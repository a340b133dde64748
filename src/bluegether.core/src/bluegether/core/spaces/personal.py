"""The room's part of what the portal holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.spaces import api as spaces
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PersonalData:
    """Memberships, invitations, applications. Reasons for leaving and anonymous questions are nobody's."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return spaces.export(userid)

    def erase(self, userid: str) -> None:
        spaces.erase(userid)
