"""What adoption keeps of a person: on which days they took part, for a few weeks."""

from bluegether.core.adoption import api as adoption
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class AdoptionData:
    """Days, exported and erased."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return adoption.export(userid)

    def erase(self, userid: str) -> None:
        adoption.erase(userid)
