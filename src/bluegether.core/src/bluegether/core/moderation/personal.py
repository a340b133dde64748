"""What moderation holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.moderation import api as moderation
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PersonalData:
    """Reports and decisions; erasing leaves cases and log without the person."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return moderation.export(userid)

    def erase(self, userid: str) -> None:
        moderation.erase(userid)
