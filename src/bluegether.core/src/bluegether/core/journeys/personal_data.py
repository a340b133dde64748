"""The room's part of a person's data."""

from bluegether.core.journeys import api
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class JourneysData:
    """Arrival, departure, newcomers, tasks; erased with the person."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.export(userid)

    def erase(self, userid: str) -> None:
        api.forget(userid)
