"""The people room's own part of a person's data."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.people import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PeopleData:
    """Account, invitations and requests of the person."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.held(userid)

    def erase(self, userid: str) -> None:
        api.forget(userid)


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class ContentData:
    """Pages, documents and news of the person: they stay, and say no more whose they are."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        made = api.made_by(userid)
        return {"made": made} if made else {}

    def erase(self, userid: str) -> None:
        api.disown_content(userid)
