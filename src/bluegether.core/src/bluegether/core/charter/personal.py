"""What the charter holds about a person."""

from bluegether.core.charter import api as charter
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class CharterData:
    """Their records; erasing forgets whose they are and keeps the chain as proof."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> list[dict]:
        return charter.export(userid)

    def erase(self, userid: str) -> None:
        charter.erase(userid)
