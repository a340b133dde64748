"""The expertise room's part of what the portal holds about a person."""

from bluegether.core.expertise import api
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class ExpertiseData:
    """Endorsements given and had, requests made and waiting."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.export(userid)

    def erase(self, userid: str) -> None:
        api.erase(userid)
