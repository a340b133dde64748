"""Ends of missions in the calendar of who works there."""

from bluegether.core import _
from bluegether.core.kit.agenda import Entry
from bluegether.core.kit.clock import local
from bluegether.core.kit.interfaces import ICalendarSource
from bluegether.core.missions import api as missions
from datetime import date
from datetime import datetime
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ICalendarSource)
@adapter(IPloneSiteRoot)
class MissionEnds:
    """The last confirmed day of each mission of one's own. A confidential client is not named: a feed leaves here."""

    title = _("Ends of my missions")

    def __init__(self, site):
        self.site = site

    def events(self, userid: str, start: datetime, end: datetime) -> list[Entry]:
        first, last = local(start).date(), local(end).date()
        days: dict[str, date] = {}
        for period in missions.periods(userid):
            if period.confirmed:
                days[period.mission_uid] = max(period.end, days.get(period.mission_uid, period.end))
        return [self.entry(uid, day) for uid, day in days.items() if first <= day <= last]

    def entry(self, uid: str, day: date) -> Entry:
        record = missions.record(uid)
        client = missions.client(record.client)
        named = client is not None and not client.confidential
        title = _("Mission ends: ${role}", mapping={"role": record.title})
        return Entry(uid, title, day, day, url=missions.url(uid), description=client.title if named else "")
