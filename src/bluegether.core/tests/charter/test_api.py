"""The charter's rules: content, lifecycle, signatures."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.interfaces import ICharterPutInForce
from bluegether.core.charter.interfaces import Status
from bluegether.core.charter.testing import ARTICLES
from bluegether.core.charter.testing import ARTICLES_EN
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import draft
from bluegether.core.charter.testing import fake_clock
from bluegether.core.charter.testing import in_force
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.testing import INTEGRATION
from datetime import date
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.component import getGlobalSiteManager
import unittest


class CharterTest(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        create_people()
        self.clock = fake_clock()

    def state(self, version):
        return api.content.get_state(version)


class TestContent(CharterTest):
    def rows(self, **changes):
        return [ARTICLES[0] | changes, dict(ARTICLES[1])]

    def refused(self, **values):
        with self.assertRaises(Invalid) as caught:
            draft(charter_folder(self), **values)
        return caught.exception

    def test_bad_rows_are_refused(self):
        for changes in (
            {"number": 0},
            {"number": -1},
            {"number": "1"},
            {"number": 2},
            {"title": ""},
            {"title": "   "},
            {"title": "x" * 201},
            {"text": "\n \n"},
            {"text": "x" * 5001},
            {"text": "Bonjour <script>alert(1)</script>"},
            {"title": "<b>Moyens</b>"},
            {"commitment": "nobody"},
            {"commitment": "member"},
            {"state": "maybe"},
            {"note": "<img src=x>"},
        ):
            with self.subTest(changes):
                self.refused(articles=self.rows(**changes))

    def test_a_smaller_than_sign_is_no_markup(self):
        version = draft(articles=self.rows(text="Réponse < 5 jours"))
        self.assertEqual("Réponse < 5 jours", charter.reading_of(version).company[0].text)

    def test_no_article_at_all_is_refused(self):
        self.assertEqual("articles", self.refused(articles=[]).field)

    def test_english_wording_has_every_article(self):
        self.refused(articles_en=[dict(ARTICLES_EN[0])])

    def test_reading_in_each_language(self):
        version = draft(articles_en=[dict(row) for row in ARTICLES_EN])
        self.assertEqual("Means", charter.reading_of(version, "en").company[0].title)
        self.assertEqual("Moyens", charter.reading_of(version, "fr").company[0].title)
        self.assertEqual("fr", charter.reading_of(version, "de").language)

    def test_articles_are_read_in_order(self):
        version = draft(articles=[dict(ARTICLES[1], number=9), dict(ARTICLES[0], number=10)])
        self.assertEqual([9, 10], [article.number for article in charter.reading_of(version).articles])

    def test_the_hash_covers_every_word_but_not_the_state(self):
        folder = charter_folder(self)
        same = charter.reading_of(draft(folder)).sha256
        self.assertEqual(
            same, charter.reading_of(draft(folder, articles=self.rows(state="late", note="En cours"))).sha256
        )
        for changes in ({"title": "Autre"}, {"text": "Autre"}, {"number": 3}):
            self.assertNotEqual(same, charter.reading_of(draft(folder, articles=self.rows(**changes))).sha256)


class TestLifecycle(CharterTest):
    def submitted(self, **values):
        version = draft(**values)
        charter.submit(version, userid="animatrice", comment="Première rédaction")
        return version

    def test_from_draft_to_in_force(self):
        version = self.submitted()
        charter.approve(version, userid="direction", comment="Conforme")
        self.assertEqual("in_force", self.state(version))
        self.assertEqual(version, charter.version_in_force())

    def test_history_says_who_when_and_why(self):
        version = self.submitted()
        charter.reject(version, userid="direction", comment="Article 2 trop vague")
        steps = charter.history(version)[1:]
        self.assertEqual(
            [("submit", "animatrice", "Première rédaction"), ("reject", "direction", "Article 2 trop vague")],
            [(step.transition, step.userid, step.comment) for step in steps],
        )

    def test_comments_that_are_needed(self):
        version = draft()
        with self.assertRaises(Invalid):
            charter.submit(version, userid="animatrice", comment="  ")
        charter.submit(version, userid="animatrice", comment="Texte")
        with self.assertRaises(Invalid):
            charter.reject(version, userid="direction", comment="")
        with self.assertRaises(Invalid):
            charter.approve(version, userid="direction", comment="x" * 2001)
        self.assertEqual("submitted", self.state(version))

    def test_who_submits_never_approves(self):
        acl_users = api.portal.get().acl_users
        acl_users.userFolderEditUser("direction", None, ["Member", "Director", "HR Referent"], [])
        version = draft()
        charter.submit(version, userid="direction", comment="De ma main")
        self.assertFalse(charter.can("approve", version, "direction"))
        with self.assertRaises(NotAllowed):
            charter.approve(version, userid="direction")
        self.assertTrue(charter.can("approve", version, "adjointe"))
        charter.approve(version, userid="adjointe")
        self.assertEqual("in_force", self.state(version))

    def test_the_workflow_itself_keeps_the_rule(self):
        version = draft()
        workflow = api.portal.get_tool("portal_workflow")
        with api.env.adopt_user(username="animatrice"), self.assertRaises(Invalid):
            workflow.doActionFor(version, "submit")
        acl_users = api.portal.get().acl_users
        acl_users.userFolderEditUser("direction", None, ["Member", "Director", "HR Referent"], [])
        with api.env.adopt_user(username="direction"):
            workflow.doActionFor(version, "submit", comment="De ma main")
            with self.assertRaises(WorkflowException):
                workflow.doActionFor(version, "approve")

    def test_who_may_do_what(self):
        version = draft()
        may = {
            userid: charter.can("submit", version, userid)
            for userid in ("animatrice", "rh", "direction", "consultante")
        }
        self.assertEqual({"animatrice": True, "rh": True, "direction": False, "consultante": False}, may)
        charter.submit(version, userid="rh", comment="Texte")
        may = {
            userid: charter.can("approve", version, userid)
            for userid in ("animatrice", "rh", "direction", "consultante")
        }
        self.assertEqual({"animatrice": False, "rh": False, "direction": True, "consultante": False}, may)
        for userid in ("animatrice", "rh", "consultante"):
            with self.assertRaises(NotAllowed):
                charter.approve(version, userid=userid)

    def test_nobody_edits_what_was_submitted(self):
        version = self.submitted()
        for userid in ("animatrice", "rh", "direction"):
            self.assertFalse(api.user.has_permission("Modify portal content", username=userid, obj=version))
        with api.env.adopt_roles(["Manager"]):
            self.assertFalse(api.user.has_permission("Modify portal content", obj=version))

    def test_a_draft_is_seen_by_its_makers_only(self):
        version = draft()
        sees = {
            userid: api.user.has_permission("View", username=userid, obj=version)
            for userid in ("rh", "consultante", "cliente")
        }
        self.assertEqual({"rh": True, "consultante": False, "cliente": False}, sees)

    def test_one_version_is_in_force(self):
        folder = charter.create_charter("Charte éthique")
        first, second = in_force(folder), in_force(folder, label="2")
        self.assertEqual(["archived", "in_force"], [self.state(first), self.state(second)])
        self.assertEqual("direction", charter.history(first)[-1].userid)

    def test_the_version_in_force_cannot_be_archived_alone(self):
        version = in_force()
        with api.env.adopt_roles(["Manager"]), self.assertRaises(WorkflowException):
            api.portal.get_tool("portal_workflow").doActionFor(version, "archive")

    def test_a_later_date_waits_for_it(self):
        version = self.submitted(effective_on=date(2026, 3, 10))
        charter.approve(version, userid="direction")
        self.assertEqual("approved", self.state(version))
        with self.assertRaises(Conflict):
            charter.put_in_force(version, userid="direction")
        self.assertEqual(0, charter.put_due_in_force())
        self.clock.forward(days=8)
        self.assertEqual(1, charter.put_due_in_force())
        self.assertEqual("in_force", self.state(version))
        self.assertEqual(0, charter.put_due_in_force())

    def test_an_approved_version_can_be_taken_back(self):
        version = self.submitted(effective_on=date(2026, 3, 10))
        charter.approve(version, userid="direction")
        charter.withdraw(version, userid="animatrice", comment="Date à revoir")
        self.assertEqual("draft", self.state(version))

    def test_a_verb_out_of_turn_is_a_conflict(self):
        version = draft()
        with self.assertRaises(Conflict):
            charter.approve(version, userid="direction")

    def test_put_in_force_twice_changes_nothing(self):
        version = in_force()
        steps = len(charter.history(version))
        charter.put_in_force(version, userid="direction")
        self.assertEqual(steps, len(charter.history(version)))

    def test_the_event(self):
        seen = []

        def handler(event):
            seen.append((event.object.label, event.actor, event.verb))

        getGlobalSiteManager().registerHandler(handler, (ICharterPutInForce,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, handler, (ICharterPutInForce,))
        in_force()
        self.assertEqual([("1", "direction", "charter.put_in_force")], seen)


class TestSigning(CharterTest):
    def setUp(self):
        super().setUp()
        self.folder = charter.create_charter("Charte éthique")

    def sign(self, userid="consultante", outcome="accepted", **values):
        return charter.sign(userid, outcome=outcome, language="fr", **values)

    def test_without_charter_nobody_must_sign(self):
        self.assertEqual(Status.NONE, charter.status("consultante"))
        self.assertFalse(charter.must_sign("consultante"))
        with self.assertRaises(Missing):
            self.sign()

    def test_accepting(self):
        in_force(self.folder)
        self.assertTrue(charter.must_sign("consultante"))
        self.assertEqual(Status.TO_SIGN, charter.status("consultante"))
        record = self.sign()
        self.assertFalse(charter.must_sign("consultante"))
        self.assertEqual(Status.SIGNED, charter.status("consultante"))
        self.assertEqual(charter.reading("fr").sha256, record.text_hash)
        self.assertEqual(("1", "fr", "accepted"), (record.label, record.language, record.outcome))
        self.assertEqual("2026-03-02T12:00:00+00:00", record.time)

    def test_declining_then_accepting(self):
        in_force(self.folder)
        self.sign(outcome="declined")
        self.assertEqual(Status.DECLINED, charter.status("consultante"))
        self.assertTrue(charter.must_sign("consultante"))
        with self.assertRaises(Conflict):
            self.sign(outcome="declined")
        self.sign()
        self.assertEqual(Status.SIGNED, charter.status("consultante"))
        self.assertEqual(["accepted", "declined"], [record.outcome for record in charter.records()])

    def test_an_acceptance_is_final(self):
        in_force(self.folder)
        self.sign()
        for outcome in ("accepted", "declined", "expired"):
            with self.assertRaises(Conflict):
                self.sign(outcome=outcome)
        self.assertEqual(1, charter.total())

    def test_bad_answers(self):
        in_force(self.folder)
        for userid, outcome in (
            ("consultante", "maybe"),
            ("", "accepted"),
            ("x" * 300, "accepted"),
            (None, "accepted"),
        ):
            with self.assertRaises(Invalid):
                self.sign(userid, outcome)
        self.assertEqual(0, charter.total())

    def test_a_new_version_asks_everyone_again(self):
        in_force(self.folder)
        self.sign()
        in_force(self.folder, label="2")
        self.assertEqual(Status.TO_SIGN, charter.status("consultante"))
        self.assertTrue(charter.must_sign("consultante"))

    def test_days_of_grace_are_for_who_signed_before(self):
        in_force(self.folder)
        self.sign()
        in_force(self.folder, label="2", grace_days=10)
        self.assertEqual(Status.GRACE, charter.status("consultante"))
        self.assertFalse(charter.must_sign("consultante"))
        self.assertTrue(charter.must_sign("rh"))
        self.clock.forward(days=10)
        self.assertTrue(charter.must_sign("consultante"))

    def test_declining_ends_the_grace(self):
        in_force(self.folder)
        self.sign()
        in_force(self.folder, label="2", grace_days=10)
        self.sign(outcome="declined")
        self.assertTrue(charter.must_sign("consultante"))

    def test_grace_from_the_settings(self):
        api.portal.set_registry_record("bluegether.charter.grace_days", 5)
        in_force(self.folder)
        self.sign()
        in_force(self.folder, label="2")
        self.assertEqual(Status.GRACE, charter.status("consultante"))

    def test_a_text_that_is_no_longer_in_force_is_not_signed(self):
        in_force(self.folder)
        shown = charter.reading("fr").sha256
        in_force(self.folder, label="2")
        with self.assertRaises(Conflict):
            self.sign(text_hash=shown)

    def test_the_language_is_the_one_of_the_text_shown(self):
        in_force(self.folder, articles_en=[dict(row) for row in ARTICLES_EN])
        english = charter.reading("en").sha256
        self.assertEqual(("en", english), self.signed("consultante", "en"))
        self.assertEqual(("fr", charter.reading("fr").sha256), self.signed("rh", "de"))

    def signed(self, userid, language):
        record = charter.sign(userid, outcome="accepted", language=language)
        return record.language, record.text_hash

    def test_who_acted_for_somebody(self):
        in_force(self.folder)
        record = self.sign(acted_by="rh")
        self.assertEqual(("consultante", "rh"), (charter.person(record.subject), charter.person(record.acted_by)))

    def test_the_text_signed_survives_its_version(self):
        version = in_force(self.folder)
        record = self.sign()
        with api.env.adopt_roles(["Manager"]):
            self.folder._delObject(version.id, suppress_events=True)
        self.assertEqual("Je respecte chacun.", charter.reading_of_text(record.text_hash).member[0].text)
        self.assertEqual("1", charter.signed_reading("consultante").label)

    def test_a_refusal_expires(self):
        in_force(self.folder)
        self.sign(outcome="declined")
        self.assertEqual(0, charter.expire_declined())
        self.clock.forward(days=91)
        self.assertEqual(1, charter.expire_declined())
        self.assertEqual(0, charter.expire_declined())
        self.assertEqual(["expired", "declined"], [record.outcome for record in charter.records()])

    def test_articles_of_the_version_in_force(self):
        with self.assertRaises(Missing):
            charter.article(2)
        in_force(self.folder)
        self.assertEqual("Respect", charter.article(2).title)
        with self.assertRaises(Missing):
            charter.article(3)

    def test_engagements_are_the_company_s(self):
        version = in_force(self.folder)
        charter.update_commitments(version, {1: ("late", "En mars"), 2: ("kept", "")}, userid="rh")
        (found,) = charter.engagements()
        self.assertEqual(
            (1, "late", "En mars", self.clock.now()), (found.number, found.state, found.note, found.updated)
        )
        self.assertEqual("not_yet", version.articles[1]["state"])

    def test_following_commitments_leaves_the_signed_text(self):
        version = in_force(self.folder)
        before = charter.reading_of(version).sha256
        charter.update_commitments(version, {1: ("kept", "Fait")}, userid="rh")
        self.assertEqual(before, charter.reading_of(version).sha256)

    def test_bad_states_are_refused(self):
        version = in_force(self.folder)
        for values in (("maybe", ""), ("kept", "x" * 501)):
            with self.assertRaises(Invalid):
                charter.update_commitments(version, {1: values}, userid="rh")
        with self.assertRaises(Conflict):
            charter.update_commitments(draft(self.folder, label="2"), {1: ("kept", "")}, userid="rh")


def charter_folder(test):
    """Return the charter of this test, created at the first call."""
    if "charte" not in api.portal.get():
        charter.create_charter("Charte éthique")
    return api.portal.get()["charte"]
