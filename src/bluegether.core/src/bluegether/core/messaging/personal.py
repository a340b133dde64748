"""The room's part of what the portal holds about a person; what is given out depends on who is signed in."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.messaging import api as messaging
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PersonalData:
    """Own messages and choices, for the person alone; to others only their number."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return messaging.export(userid, reader=api.user.get_current().getId() or "")

    def erase(self, userid: str) -> None:
        messaging.erase(userid)
