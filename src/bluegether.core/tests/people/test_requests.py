"""Requests for accounts: nobody learns who is known, HR answers."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.api import requests
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from unittest import mock


class TestAsking(PeopleTest):
    layer = INTEGRATION

    def ask(self, **values):
        defaults = {"fullname": "Nina Roy", "email": "nina@example.com", "message": "Bonjour,\nje viens de signer."}
        return people.request_account(**(defaults | values))

    def waiting(self):
        return people.account_requests(state="waiting").rows

    def test_a_request_waits_and_nobody_has_an_account(self):
        self.ask(message="<script>alert(1)</script>")
        (one,) = self.waiting()
        self.assertEqual(("Nina Roy", "nina@example.com"), (one.fullname, one.email))
        self.assertEqual("<script>alert(1)</script>", one.message)
        self.assertEqual((1, 0), (people.waiting_requests(), people.accounts().total))

    def test_a_known_address_gets_the_same_answer_and_leaves_nothing(self):
        self.create("nina")
        self.invite(email="open@example.com")
        self.ask(email="other@example.com")
        for email in ("NINA@example.com", "open@example.com", "Other@example.com", "new@example.com"):
            self.assertIsNone(self.ask(email=email))
        self.assertEqual(["new@example.com", "other@example.com"], [one.email for one in self.waiting()])

    def test_bad_values_are_refused(self):
        for field, value in (
            ("fullname", ""),
            ("fullname", "x" * 101),
            ("fullname", "a\nb"),
            ("email", "x"),
            ("email", "a@example.com\nBcc: b@example.com"),
            ("message", "x" * 2001),
            ("message", "\x00"),
        ):
            with self.subTest(field=field, value=value[:9]):
                with self.assertRaises(Invalid) as caught:
                    self.ask(**{field: value})
                self.assertEqual(field, caught.exception.field)
        self.assertEqual([], self.waiting())

    def test_a_site_may_take_none(self):
        self.set("requests_open", False)
        with self.assertRaises(NotAllowed):
            self.ask()

    def test_the_queue_has_an_end(self):
        with mock.patch.object(requests, "MAX_WAITING", 2):
            self.ask(email="a@example.com")
            self.ask(email="b@example.com")
            with self.assertRaises(Conflict):
                self.ask(email="c@example.com")
        self.assertEqual(2, people.waiting_requests())


class TestAnswering(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        people.request_account(fullname="Nina Roy", email="nina@example.com", language="fr")
        (self.request,) = people.account_requests().rows

    def test_accepting_invites(self):
        token = people.accept_request(self.request.id, kind="consultant", employment="freelance", actor=TEST_USER_ID)
        found = people.invitation(token)
        self.assertEqual(("Nina Roy", "freelance", "fr"), (found.fullname, found.employment, found.language))
        self.assertEqual(("accepted", TEST_USER_ID), (self.request.state, self.request.decided_by))
        self.assertEqual(0, people.waiting_requests())
        self.assertEqual(["nina@example.com"], [mail["To"] for mail in self.mails()])

    def test_refusing_mails_the_reason(self):
        people.refuse_request(self.request.id, reason="Vous n’êtes pas de la maison.", actor=TEST_USER_ID)
        self.assertEqual("refused", self.request.state)
        self.assertIn("Vous n’êtes pas de la maison.", self.text(self.mails()[0]))
        self.assertEqual(0, people.invitations().total)

    def test_a_reason_is_needed(self):
        for reason in ("", "  ", "x" * 2001):
            with self.assertRaises(Invalid):
                people.refuse_request(self.request.id, reason=reason, actor=TEST_USER_ID)
        self.assertEqual("waiting", self.request.state)

    def test_once_only(self):
        people.refuse_request(self.request.id, reason="Non", actor=TEST_USER_ID)
        with self.assertRaises(Conflict):
            people.accept_request(self.request.id, kind="staff", actor=TEST_USER_ID)

    def test_a_bad_value_leaves_it_waiting(self):
        with self.assertRaises(Invalid):
            people.accept_request(self.request.id, kind="boss", actor=TEST_USER_ID)
        self.assertEqual("waiting", self.request.state)

    def test_unknown(self):
        with self.assertRaises(Missing):
            people.accept_request(1, kind="staff", actor=TEST_USER_ID)

    def test_not_for_an_animator(self):
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        with self.assertRaises(NotAllowed):
            people.accept_request(self.request.id, kind="staff", actor=TEST_USER_ID)
        with self.assertRaises(NotAllowed):
            people.refuse_request(self.request.id, reason="Non", actor=TEST_USER_ID)
        self.assertEqual("waiting", self.request.state)
