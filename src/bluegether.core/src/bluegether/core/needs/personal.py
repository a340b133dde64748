"""The room's part of what the portal holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.needs import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class NeedsData:
    """Candidacies, suggestions, what somebody follows."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.export(userid)

    def erase(self, userid: str) -> None:
        api.erase(userid)
