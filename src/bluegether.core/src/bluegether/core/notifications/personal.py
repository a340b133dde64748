"""Notifications' part of what the portal holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.notifications import api as notifications
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class PersonalData:
    """Notices, choices, devices; urgent messages stay without their author."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return notifications.export(userid)

    def erase(self, userid: str) -> None:
        notifications.erase(userid)
