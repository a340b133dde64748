"""Interviews in the calendars of the person and of who leads them."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.vocabularies import KINDS
from bluegether.core.kit.agenda import Entry
from bluegether.core.kit.interfaces import ICalendarSource
from bluegether.core.people import api as people
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ICalendarSource)
@adapter(IPloneSiteRoot)
class InterviewCalendar:
    """Title, time and place; never the agenda, notes or report: a calendar leaves the portal."""

    title = _("Interviews")

    def __init__(self, site):
        self.site = site

    def events(self, userid: str, start: datetime, end: datetime) -> list[Entry]:
        found = career.calendar(userid, start=start, end=end)
        return [self.entry(owner, one, userid) for owner, one in found]

    def entry(self, owner: str, one, userid: str) -> Entry:
        title = KINDS[one.kind]
        if owner != userid:
            title = _("Interview with ${person}", mapping={"person": people.account(owner).fullname})
        return Entry(
            uid=f"interview-{owner}-{one.id}",
            title=title,
            start=one.start,
            end=one.start + timedelta(minutes=one.minutes),
            url=f"{api.portal.get().absolute_url()}/@@interview?userid={owner}&id={one.id}",
            location=one.place or one.link,
        )
