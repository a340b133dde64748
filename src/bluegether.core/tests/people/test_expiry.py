"""Certifications that expire: told once, in time, to their holder alone."""

from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.people import api as people
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from datetime import date
from plone import api
from plone.app.testing import TEST_USER_ID
from zope.component import getAdapter
from zope.component import getUtility


class TestReminders(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.create("ana")
        self.create("bob")
        self.told = []
        self.portal.getSiteManager().registerHandler(self._hear, (INotice,))

    def _hear(self, notice) -> None:
        if notice.kind == "people.certification_expiring":
            self.told.append((notice.recipients, notice.thing))

    def hold(self, *certifications, userid="ana") -> None:
        rows = [{"title": title, "expires": expires} for title, expires in certifications]
        people.update_profile(people.person(userid), "skills", {"certifications": rows}, actor=userid)

    def run_timer(self) -> None:
        getUtility(ITimer, name="people").run(self.portal)

    def test_once_and_in_time(self):
        self.hold(("CKA", date(2027, 1, 31)), ("Old", date(2026, 1, 1)), ("For ever", None))
        self.run_timer()
        self.assertEqual([], self.told)
        self.clock.pass_days(31)
        self.run_timer()
        self.run_timer()
        self.assertEqual([(("ana",), "ana|2027-01-31|CKA")], self.told)
        self.hold(("CKA", date(2027, 1, 31)), ("Other", date(2026, 12, 24)))  # edited: what was told stays told
        self.run_timer()
        self.assertEqual("ana|2026-12-24|Other", self.told[-1][1])
        self.assertEqual(2, len(self.told))

    def test_renewed_or_gone_is_not_told(self):
        self.hold(("CKA", date(2027, 1, 31)), ("CKS", date(2027, 1, 31)))
        self.hold(("CKA", date(2029, 1, 31)))
        self.clock.pass_days(40)
        self.run_timer()
        self.assertEqual([], self.told)

    def test_the_setting_holds_at_once(self):
        self.hold(("CKA", date(2027, 1, 31)))
        self.run_timer()
        api.portal.set_registry_record("bluegether.people.certification_days", 100)
        self.run_timer()
        self.assertEqual(1, len(self.told))

    def test_not_who_left_or_was_erased(self):
        for userid in ("ana", "bob"):
            self.hold(("CKA", date(2026, 12, 1)), userid=userid)
        people.end_access("ana", when=self.clock.now(), actor=TEST_USER_ID)
        people.forget("bob")
        self.run_timer()
        self.assertEqual([], self.told)

    def test_a_run_looks_at_what_is_due_only(self):
        self.hold(*((f"C{number}", date(2028, 1, 1)) for number in range(50)))
        self.assertEqual(0, people.remind_expiring())
        self.hold(*((f"C{number}", date(2026, 12, 1)) for number in range(50)))
        self.assertEqual([20, 20, 10, 0], [people.remind_expiring(20) for _run in range(4)])
        self.assertEqual(50, len(self.told))

    def test_what_it_says_to_whom(self):
        self.hold(("C|A", date(2026, 12, 1)))
        self.run_timer()
        ((_recipients, thing),) = self.told
        kind = getAdapter(self.portal, INoticeKind, name="people.certification_expiring")
        said = kind.describe(thing, "ana", [])
        self.assertEqual("C|A", said.text.mapping["title"])
        self.assertTrue(said.url.endswith("/people/ana/@@profile-skills"))
        self.assertIsNone(kind.describe(thing, "bob", []))
        self.hold()
        self.assertIsNone(kind.describe(thing, "ana", []))

    def test_it_is_to_be_done(self):
        self.hold(("CKA", date(2026, 12, 1)), ("Later", date(2027, 6, 1)))
        self.assertEqual(["CKA"], [row["title"] for row in people.expiring(people.person("ana"))])
        self.clock.pass_days(30)
        self.assertEqual([], people.expiring(people.person("ana")))
