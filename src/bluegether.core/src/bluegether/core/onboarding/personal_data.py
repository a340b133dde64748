"""The launch's part of a person's data."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.onboarding import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class LaunchData:
    """Steps that are the person's, and what they changed."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.held(userid)

    def erase(self, userid: str) -> None:
        api.forget(userid)
