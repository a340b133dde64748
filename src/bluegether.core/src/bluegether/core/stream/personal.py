"""The stream's part of what the portal holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.stream import api as stream
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PersonalData:
    """Posts, follows and bookmarks; erased authors are pseudonymised, their posts stay."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return stream.export(userid)

    def erase(self, userid: str) -> None:
        stream.erase(userid)
