"""What calendars hold about a person."""

from bluegether.core.calendars import api as calendars
from bluegether.core.kit.interfaces import IPersonalData
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class CalendarData:
    """Their feed's settings; what is in it belongs to the rooms that told it."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return calendars.export(userid)

    def erase(self, userid: str) -> None:
        calendars.forget(userid)
