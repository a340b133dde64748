"""What time brings: reminders, dates, refusals; and what home and a person's data take from the charter."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import draft
from bluegether.core.charter.testing import fake_clock
from bluegether.core.charter.testing import in_force
from bluegether.core.kit import todo
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.people.interfaces import IInvitationExpired
from bluegether.core.testing import INTEGRATION
from datetime import UTC
from plone import api
from zope.component import getAdapter
from zope.component import getMultiAdapter
from zope.event import notify
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent
import unittest


class DueTest(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        create_people()
        self.clock = fake_clock()
        self.portal = self.layer["portal"]
        self.folder = charter.create_charter("Charte éthique")


class TestReminders(DueTest):
    def setUp(self):
        super().setUp()
        in_force(self.folder)
        for userid in ("consultante", "rh"):
            charter.sign(userid, outcome="accepted", language="fr")
        api.portal.set_registry_record("bluegether.charter.reminders", "daily")
        self.portal.MailHost.reset()

    def recipients(self):
        charter.remind()
        found = [str(message).partition("To: ")[2].split()[0] for message in self.portal.MailHost.messages]
        self.portal.MailHost.reset()
        return sorted(address.partition("@")[0] for address in found)

    def test_nobody_is_reminded_of_what_they_signed(self):
        self.assertEqual([], self.recipients())

    def test_one_mail_a_day_until_the_answer(self):
        in_force(self.folder, label="2", grace_days=10)
        self.assertEqual(["consultante", "rh"], self.recipients())
        self.assertEqual([], self.recipients())
        charter.sign("rh", outcome="accepted", language="fr")
        self.clock.forward(days=1)
        self.assertEqual(["consultante"], self.recipients())
        charter.sign("consultante", outcome="declined", language="fr")
        self.clock.forward(days=1)
        self.assertEqual([], self.recipients())

    def test_two_versions_in_a_day_make_one_mail(self):
        in_force(self.folder, label="2")
        self.assertEqual(["consultante", "rh"], self.recipients())
        in_force(self.folder, label="3")
        self.assertEqual([], self.recipients())

    def test_weekly(self):
        api.portal.set_registry_record("bluegether.charter.reminders", "weekly")
        in_force(self.folder, label="2")
        self.assertEqual(["consultante", "rh"], self.recipients())
        self.clock.forward(days=3)
        self.assertEqual([], self.recipients())
        self.clock.forward(days=4)
        self.assertEqual(["consultante", "rh"], self.recipients())

    def test_never(self):
        api.portal.set_registry_record("bluegether.charter.reminders", "never")
        in_force(self.folder, label="2")
        self.assertEqual([], self.recipients())


class TestInvitationExpired(DueTest):
    def expire(self):
        @implementer(IInvitationExpired)
        class Expired(ObjectEvent):
            userid = "zoe"
            invited_by = "rh"
            language = "fr"

        notify(Expired(self.portal))

    def test_no_answer_is_recorded_once(self):
        in_force(self.folder)
        self.expire()
        self.expire()
        self.assertEqual(["expired"], [record.outcome for record in charter.records()])

    def test_without_charter_nothing_is(self):
        self.expire()
        self.assertEqual(0, charter.total())


class TestHome(DueTest):
    def todos(self, userid):
        request = self.layer["request"]
        alsoProvides(request, IBluegetherLayer)
        with api.env.adopt_user(username=userid):
            found = todo.todos(self.portal, request)
        return [(str(one.title), one.due) for one in found if "charte" in one.url or "commitments" in one.url]

    def test_direction_approves_and_never_its_own(self):
        self.portal.acl_users.userFolderEditUser("direction", None, ["Member", "Director", "HR Referent"], [])
        charter.submit(draft(self.folder), userid="direction", comment="Texte")
        title = "Approve version ${label} of the charter"
        self.assertEqual([(title, None)], self.todos("adjointe"))
        self.assertEqual([], self.todos("direction"))
        self.assertEqual([], self.todos("consultante"))

    def test_who_is_in_grace_is_told_the_date(self):
        in_force(self.folder)
        charter.sign("consultante", outcome="accepted", language="fr")
        in_force(self.folder, label="2", grace_days=10)
        ((_title, due),) = self.todos("consultante")
        self.assertEqual((2026, 3, 12), due.astimezone(UTC).timetuple()[:3])
        charter.sign("consultante", outcome="accepted", language="fr")
        self.assertEqual([], self.todos("consultante"))

    def test_the_animator_sees_what_is_late(self):
        version = in_force(self.folder)
        charter.sign("animatrice", outcome="accepted", language="fr")
        self.assertEqual([], self.todos("animatrice"))
        charter.update_commitments(version, {1: ("late", "")}, userid="rh")
        self.assertEqual([("Commitments of the company that are late", None)], self.todos("animatrice"))

    def test_the_card(self):
        request = self.layer["request"]
        alsoProvides(request, IBluegetherLayer)
        with api.env.adopt_user(username="consultante"):
            card = getMultiAdapter((self.portal, request), IHomeCard, name="charter")
            self.assertFalse(card.available())
            in_force(self.folder)
            self.assertTrue(card.available())
            self.assertIn("@@charter-sign", card.render())
            charter.sign("consultante", outcome="accepted", language="fr")
            self.assertNotIn("@@charter-sign", card.render())
        with api.env.adopt_user(username="cliente"):
            self.assertNotIn("@@commitments", card.render())


class TestPersonalData(DueTest):
    def test_export_and_erase(self):
        in_force(self.folder)
        charter.sign("consultante", outcome="accepted", language="fr")
        data = getAdapter(self.portal, IPersonalData, name="charter")
        self.assertEqual(["accepted"], [row["outcome"] for row in data.export("consultante")])
        data.erase("consultante")
        data.erase("consultante")
        self.assertEqual([], data.export("consultante"))
        self.assertTrue(charter.verify().whole)


class TestRevise(DueTest):
    def test_a_draft_starts_from_the_version_in_force(self):
        version = in_force(self.folder, label="2")
        with api.env.adopt_user(username="rh"):
            new = charter.revise(self.folder)
        self.assertEqual(("1", "draft"), (new.label, api.content.get_state(new)))
        self.assertEqual([row["text"] for row in version.articles], [row["text"] for row in new.articles])
        new.articles[0]["text"] = "Autre"
        self.assertNotEqual("Autre", version.articles[0]["text"])
