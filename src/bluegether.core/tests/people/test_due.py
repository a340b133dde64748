"""What time brings: expiry, once and announced; erasure of what is closed."""

from bluegether.core.kit.interfaces import ITimer
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IInvitationExpired
from bluegether.core.people.storage import KEY
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from plone.app.testing import TEST_USER_ID
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility


class TestDue(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.expired = []

        @adapter(IInvitationExpired)
        def note(event):
            self.expired.append((event.userid, event.invited_by))

        self.portal.getSiteManager().registerHandler(note)

    def run_timer(self):
        getUtility(ITimer, "people").run(self.portal)

    def test_nothing_due_nothing_done(self):
        self.run_timer()
        self.assertNotIn(KEY, IAnnotations(self.portal))
        self.invite()
        self.clock.pass_days(13.9)
        self.run_timer()
        self.assertEqual(("open", []), (self.only().state, self.expired))

    def test_an_unanswered_invitation_expires_once_and_is_announced(self):
        self.invite(userid="chloe")
        self.clock.pass_days(14)
        for _twice in range(2):
            self.run_timer()
        self.assertEqual([("chloe", TEST_USER_ID)], self.expired)
        self.assertEqual("expired", self.only().state)
        self.invite(userid="chloe")

    def test_sent_again_it_has_all_its_time(self):
        self.invite()
        self.clock.pass_days(10)
        people.resend(self.only().id, actor=TEST_USER_ID)
        self.clock.pass_days(10)
        self.run_timer()
        self.assertEqual("open", self.only().state)

    def test_what_is_closed_is_erased_after_the_days_set(self):
        self.set("kept_days", 30)
        people.decline(self.invite(email="a@example.com"))
        people.redeem(self.invite(email="b@example.com", userid="bea"))
        people.request_account(fullname="N", email="n@example.com")
        people.refuse_request(people.account_requests().rows[0].id, reason="Non", actor=TEST_USER_ID)
        self.clock.pass_days(29)
        self.run_timer()
        self.assertEqual((2, 1), (people.invitations().total, people.account_requests().total))
        self.clock.pass_days(1.01)
        self.run_timer()
        self.assertEqual((0, 0), (people.invitations().total, people.account_requests().total))
        self.assertIsNotNone(people.account("bea"))
        room = IAnnotations(self.portal)[KEY]
        self.assertEqual(([], []), (list(room.tokens), list(room.due)))

    def test_a_waiting_request_stays(self):
        people.request_account(fullname="N", email="n@example.com")
        self.clock.pass_days(400)
        self.run_timer()
        self.assertEqual(1, people.waiting_requests())

    def test_an_upload_is_forgotten_after_a_day(self):
        people.keep_upload(b"name;email;kind\nAna;a@example.com;staff", actor=TEST_USER_ID)
        self.clock.pass_days(0.5)
        people.keep_upload(b"name;email;kind\nBea;b@example.com;staff", actor=TEST_USER_ID)
        self.clock.pass_days(0.6)
        self.run_timer()
        self.assertEqual("Bea", people.plan_upload(actor=TEST_USER_ID).good[0][1]["fullname"])
        self.clock.pass_days(0.5)
        self.run_timer()
        self.assertEqual([], list(IAnnotations(self.portal)[KEY].uploads))

    def test_a_great_many_are_spread_over_runs(self):
        for number in range(5):
            self.invite(email=f"p{number}@example.com")
        self.clock.pass_days(15)
        self.assertEqual([2, 2, 1, 0], [people.sweep(limit=2) for _run in range(4)])
        self.assertEqual(5, len(self.expired))
