"""What is in everybody's calendar without another room: absences, certifications, events of the portal."""

from bluegether.core import _
from bluegether.core.kit.agenda import Entry
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import zone
from bluegether.core.kit.interfaces import ICalendarSource
from bluegether.core.people import api as people
from datetime import datetime
from datetime import UTC
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.event.recurrence import recurrence_sequence_ical
from plone.event.utils import pydt
from zope.component import adapter
from zope.interface import implementer


MOST = 300


@implementer(ICalendarSource)
@adapter(IPloneSiteRoot)
class PortalEvents:
    """Events that the person may see, read from the catalog; one that repeats is woken, and gives each of its times."""

    title = _("Events of the portal")
    opt_in = True

    def __init__(self, site):
        self.site = site

    def events(self, userid: str, start: datetime, end: datetime) -> list[Entry]:
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.searchResults(
            portal_type="Event",
            start={"query": end, "range": "max"},
            end={"query": start, "range": "min"},
            sort_on="start",
            sort_limit=MOST,
        )
        index = catalog._catalog.getIndex("start")
        found = []
        for brain in brains[:MOST]:
            if len(index.getEntryForObject(brain.getRID(), default=())) > 1:
                found += self.repeated(brain, start, end)
            else:
                found.append(self.entry(brain, brain.UID, pydt(brain.start), pydt(brain.end)))
        return found

    def repeated(self, brain, start: datetime, end: datetime) -> list[Entry]:
        """Return each time of a repeated event; the catalog knows of the next one on, and counts from there."""
        event = brain.getObject()
        length = event.end - event.start
        times = recurrence_sequence_ical(event.start, event.recurrence, start, end, duration=length)
        return [
            self.entry(brain, f"{brain.UID}-{begins.astimezone(UTC):%Y%m%dT%H%M}", begins, begins + length)
            for begins in times
        ]

    def entry(self, brain, uid: str, begins: datetime, ends: datetime) -> Entry:
        ends = ends.astimezone(begins.tzinfo)
        whole = begins.strftime("%H:%M") == "00:00" and ends.strftime("%H:%M") == "23:59"
        return Entry(
            uid=uid,
            title=brain.Title,
            start=begins.date() if whole else begins.astimezone(zone()),
            end=ends.date() if whole else ends.astimezone(zone()),
            url=brain.getURL(),
            description=brain.Description or "",
            location=brain.location or "",
            changed=pydt(brain.modified),
        )


@implementer(ICalendarSource)
@adapter(IPloneSiteRoot)
class Absences:
    """The person's own absence, as their profile says it to everyone."""

    title = _("My absences")

    def __init__(self, site):
        self.site = site

    def events(self, userid: str, start: datetime, end: datetime) -> list[Entry]:
        person = people.person(userid)
        told = people.values_of(person) if person is not None else {}
        since, until = told.get("away_from"), told.get("away_until")
        if not since or not until or until < local(start).date() or since > local(end).date():
            return []
        replaced_by = people.account(told.get("away_replacement") or "")
        description = ""
        if replaced_by is not None:
            description = _("Replaced by ${name}", mapping={"name": replaced_by.fullname})
        return [Entry(f"{since:%Y%m%d}", _("Out of the office"), since, until, description=description)]


@implementer(ICalendarSource)
@adapter(IPloneSiteRoot)
class Certifications:
    """The last day of the person's own certifications."""

    title = _("My certifications that expire")

    def __init__(self, site):
        self.site = site

    def events(self, userid: str, start: datetime, end: datetime) -> list[Entry]:
        person = people.person(userid)
        rows = people.values_of(person).get("certifications") or () if person is not None else ()
        return [
            Entry(
                f"{row['title']}-{row['expires']:%Y%m%d}",
                _("Certification ${title} expires", mapping={"title": row["title"]}),
                row["expires"],
                row["expires"],
            )
            for row in rows
            if row.get("expires") and local(start).date() <= row["expires"] <= local(end).date()
        ]
