"""The dossiers room's own part of a person's data."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class DossierData:
    """Dossiers made of the person and by them, and how fresh their profile is."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return dossiers.held(userid)

    def erase(self, userid: str) -> None:
        dossiers.forget(userid)
