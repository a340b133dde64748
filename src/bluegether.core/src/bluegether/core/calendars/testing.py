"""What tests of calendars share: a room that puts things into people's days, a site in Paris."""

from bluegether.core.calendars.browser import feed
from bluegether.core.kit.agenda import Entry
from bluegether.core.kit.interfaces import ICalendarSource
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.people.testing import PERSONAS
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from plone.base.interfaces import IPloneSiteRoot


SECRET = "Entretien annuel; salaire, évolution"  # noqa: S105 (what nobody else may read)


class Room:
    """A source whose entries a test sets; it records whom it was asked as."""

    title = "Entretiens"
    entries = ()
    asked_as = None

    def __init__(self, site):
        self.site = site

    def events(self, userid, start, end) -> list[Entry]:
        Room.asked_as = api.user.get_current().getId()
        return [entry for owner, entry in Room.entries if owner == userid]


def interview(**values) -> Entry:
    """Return an entry of an hour in Paris, winter time, told in UTC."""
    defaults = {
        "uid": "interview-7",
        "title": SECRET,
        "start": datetime(2026, 11, 10, 8, tzinfo=UTC),
        "end": datetime(2026, 11, 10, 9, tzinfo=UTC),
        "url": "http://localhost/entretien",
        "description": "Objectifs\nSalaire",
        "location": "Lyon, salle 3",
        "changed": datetime(2026, 11, 1, 7, tzinfo=UTC),
    }
    return Entry(**(defaults | values))


HOLIDAY = Entry("away-1", "Absence", date(2026, 11, 12), date(2026, 11, 13))


class CalendarTest(PeopleTest):
    """The site is in Paris; `consultante` has an interview and two days of absence, `rh` an interview of her own."""

    def setUp(self):
        super().setUp()
        self.portal.getSiteManager().registerAdapter(Room, (IPloneSiteRoot,), ICalendarSource, name="interviews")
        Room.entries = (
            ("consultante", interview()),
            ("consultante", HOLIDAY),
            ("rh", interview(uid="interview-8", title="Secret de RH")),
        )
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Paris")
        for rate in (feed.wrong, feed.asked):
            rate.clear()
        for userid, (kind, roles) in PERSONAS.items():
            self.create(userid, kind=kind, password=PASSWORD, fullname=f"{userid.capitalize()} Test")
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
