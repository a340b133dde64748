"""What the launcher keeps of a person: the applications that they chose, in their order."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.launcher import api as launcher
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class LauncherData:
    """The choice, exported and erased."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return {"chosen": [one.title for one in launcher.apps(userid) if one.chosen]}

    def erase(self, userid: str) -> None:
        launcher.forget(userid)
