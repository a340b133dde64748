"""The room's part of what the portal holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.missions import api as missions
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class MissionsData:
    """Missions with their periods, what the person said of their end, clients managed."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return missions.exported(userid)

    def erase(self, userid: str) -> None:
        missions.erase(userid)
