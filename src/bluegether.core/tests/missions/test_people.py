"""What of missions stands on a person's page and in their calendar."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ICalendarSource
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import TODAY
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone.uuid.interfaces import IUUID
from zope.component import getAdapter
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


class TestPeople(MissionsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.secret = self.mission(
            self.row("ana", share=50), client=self.client("Banque Zanzibar", confidential=True), title="Architecte"
        )
        self.open = self.mission(
            self.row("ana", share=50, end=10), client=self.client("Rhodia"), title="Développeuse", place="Grenoble"
        )

    def page(self, reader: str) -> str:
        alsoProvides(self.layer["request"], IBluegetherLayer)
        with self.acting(reader):
            part = getMultiAdapter((people.person("ana"), self.layer["request"]), IProfileSection, name="missions")
            return part.render() if part.available() else ""

    def test_the_page_says_what_the_reader_may_know(self):
        for reader in ("ana", "boss", "rh", "commerce", "direction"):
            page = self.page(reader)
            for said in ("Architecte", "Banque Zanzibar", "Développeuse", "Rhodia", "Grenoble", IUUID(self.secret)):
                self.assertIn(said, page, reader)
        for reader in ("colleague", "other", "partner", "animatrice"):
            page = self.page(reader)
            self.assertIn("Rhodia", page, reader)
            for secret in ("Architecte", "Zanzibar", "Grenoble", "resolveuid", "2026"):
                self.assertNotIn(secret, page, reader)
        self.assertEqual(self.page("cliente"), "")

    def test_ends_are_in_the_calendar_of_who_works_there_without_a_confidential_name(self):
        source = getAdapter(self.portal, ICalendarSource, name="missions")
        start = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
        found = source.events("ana", start, start + timedelta(days=365))
        self.assertEqual(
            sorted((one.title.mapping["role"], one.start, one.end, one.description) for one in found),
            [
                ("Architecte", TODAY + timedelta(100), TODAY + timedelta(100), ""),
                ("Développeuse", TODAY + timedelta(10), TODAY + timedelta(10), "Rhodia"),
            ],
        )
        near = source.events("ana", start, start + timedelta(days=30))
        self.assertEqual([one.start for one in near], [TODAY + timedelta(10)])
        for other in ("bob", "boss"):
            self.assertEqual(source.events(other, start, start + timedelta(days=365)), [])
