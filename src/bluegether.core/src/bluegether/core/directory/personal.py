"""What the directory keeps about a person: the searches they saved, and the index, which says nothing of its own."""

from bluegether.core.directory import api
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class DirectoryData:
    """Saved searches; erasing takes the person out of the index too."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.held(userid)

    def erase(self, userid: str) -> None:
        api.forget(userid)
        api.drop(userid)
