"""The room's part of what the portal holds about a person; what is given out depends on who is signed in."""

from bluegether.core.career import api as career
from bluegether.core.kit.interfaces import IPersonalData
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class CareerData:
    """Goals, wishes, interviews, and what the person wrote in the careers of others."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return career.exported_data(userid, reader=api.user.get_current().getId() or "")

    def erase(self, userid: str) -> None:
        career.erase(userid)
