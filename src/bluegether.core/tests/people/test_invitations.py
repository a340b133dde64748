"""Invitations: one use, one open per person, no account before they are redeemed."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.api.rules import userid_from
from bluegether.core.people.storage import KEY
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from threading import Barrier
from threading import Thread
from ZODB.POSException import ConflictError
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite
import pickle
import transaction
import unittest


class TestInviting(PeopleTest):
    layer = INTEGRATION

    def test_the_invitation_knows_the_person_and_the_token_opens_it(self):
        found = people.invitation(self.invite(job="Architecte", userid="chloe"))
        self.assertEqual(("chloe", "Chloé Lefèvre", "chloe@example.com"), (found.userid, found.fullname, found.email))
        self.assertEqual(("consultant", "employee", "Architecte"), (found.kind, found.employment, found.job))
        self.assertEqual(self.clock.moment + timedelta(days=14), found.expires)
        self.assertEqual(((self.clock.moment, TEST_USER_ID, "invited"),), found.history)

    def test_no_account_and_no_reset_before_it_is_redeemed(self):
        self.invite(userid="chloe")
        self.assertIsNone(api.user.get("chloe"))
        self.assertIsNone(people.account("chloe"))
        self.assertIsNone(self.portal.portal_password_reset.requestReset("chloe"))

    def test_the_token_is_kept_nowhere(self):
        token = self.invite()
        annotation = IAnnotations(self.portal)[KEY]
        kept = [annotation.tokens.__getstate__(), *(one.__getstate__() for one in annotation.invitations.values())]
        self.assertNotIn(token.encode(), pickle.dumps(kept))
        self.assertGreaterEqual(len(token), 43)

    def test_the_mail_goes_to_the_person_with_the_link(self):
        token = self.invite(language="fr")
        message = self.mails()[0]
        self.assertEqual("chloe@example.com", message["To"])
        text = self.text(message)
        self.assertIn(f"{self.portal.absolute_url()}/@@join?token={token}", text)
        self.assertIn("Chloé Lefèvre", text)
        self.assertEqual("text/plain", message.get_content_type())

    def test_the_person_is_written_to_in_their_language(self):
        self.invite(language="fr")
        self.invite(language="en", email="ben@example.com", fullname="Ben Hill")
        french, english = map(self.text, self.mails())
        self.assertIn("Bonjour Chloé Lefèvre", french)
        self.assertIn("Hello Ben Hill", english)

    def test_html_in_a_name_stays_text(self):
        name = "<script>alert(1)</script> O'Hara"
        found = people.invitation(self.invite(fullname=name))
        self.assertEqual(name, found.fullname)
        self.assertEqual("text/plain", self.mails()[0].get_content_type())

    def test_the_user_id_is_made_from_the_name(self):
        for name, expected in (
            ("Chloé Lefèvre", "chloe.lefevre"),
            ("Jean-Pierre de La Tour", "jean-pierre.de-la-tour"),
            ("  Cœur   D'Été ", "coeur.d-ete"),
            ("李小龙", "membre"),
            ("<b>", "membre"),
            ("4ever Young", "ever.young"),
            ("a" * 90, "a" * 56),
        ):
            self.assertEqual(expected, userid_from(name))

    def test_the_made_user_id_is_nobodys(self):
        people.create_account("chloe.lefevre", fullname="C", email="c@example.com", kind="staff")
        self.assertEqual("chloe.lefevre2", people.invitation(self.invite()).userid)
        self.assertEqual("chloe.lefevre3", people.invitation(self.invite(email="c3@example.com")).userid)

    def test_a_group_lends_nobody_its_id(self):
        api.group.create("chloe.lefevre")
        self.assertEqual("chloe.lefevre2", people.invitation(self.invite()).userid)
        with self.assertRaises(Conflict):
            self.invite(userid="chloe.lefevre", email="other@example.com")

    def test_one_open_invitation_per_person(self):
        self.invite(userid="chloe")
        for values in ({"email": "CHLOE@Example.com"}, {"email": "other@example.com", "userid": "chloe"}):
            with self.assertRaises(Conflict) as caught:
                self.invite(**values)
            self.assertEqual("userid" if "userid" in values else "email", caught.exception.field)
        self.assertEqual(1, people.invitations().total)

    def test_people_who_are_there_are_not_invited(self):
        people.create_account("chloe", fullname="C", email="Chloe@example.com", kind="staff")
        with self.assertRaises(Conflict):
            self.invite()

    def test_bad_values_are_refused_and_leave_nothing(self):
        for field, value in (
            ("email", "nobody"),
            ("email", "a@b"),
            ("email", "a b@example.com"),
            ("email", "a@example.com\nBcc: all@example.com"),
            ("email", "a@example.com,b@example.com"),
            ("email", "a" * 250 + "@example.com"),
            ("fullname", ""),
            ("fullname", "   "),
            ("fullname", "x" * 101),
            ("fullname", "Ana\nBcc: x"),
            ("fullname", "Ana\x00"),
            ("job", "x" * 101),
            ("kind", "manager"),
            ("employment", "slave"),
            ("unit", "nowhere"),
            ("userid", "../etc"),
            ("userid", "Chloe"),
        ):
            with self.subTest(field=field, value=value[:30]):
                with self.assertRaises(Invalid) as caught:
                    self.invite(**{field: value})
                self.assertEqual(field, caught.exception.field)
        self.assertEqual(0, people.invitations().total)
        self.assertEqual([], list(self.outbox.messages))


class TestWhoMayInvite(PeopleTest):
    layer = INTEGRATION

    def test_an_animator_invites_to_the_network_only(self):
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        for kind in ("direction", "client"):
            with self.assertRaises(NotAllowed):
                self.invite(kind=kind, employment="")
        self.assertEqual("staff", people.invitation(self.invite(kind="staff", employment="")).kind)

    def test_a_member_invites_nobody(self):
        setRoles(self.portal, TEST_USER_ID, ["Member", "Consultant", "Staff", "Editor"])
        for kind in people.KINDS:
            self.assertFalse(people.can_invite(kind, TEST_USER_ID))
        self.assertFalse(people.can_invite("staff", ""))
        self.assertFalse(people.can_invite("staff", "nobody"))

    def test_a_group_gives_the_right(self):
        people.create_account("rosa", fullname="Rosa", email="rosa@example.com", kind="staff")
        self.assertFalse(people.can_invite("direction", "rosa"))
        api.group.create("rh", roles=["HR Referent"])
        with api.env.adopt_roles(["Manager"]):
            api.group.add_user(groupname="rh", username="rosa")
        self.assertTrue(people.can_invite("direction", "rosa"))

    def test_an_animator_touches_no_invitation_that_they_could_not_give(self):
        self.invite(kind="direction", employment="")
        one = self.only()
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        with self.assertRaises(NotAllowed):
            people.resend(one.id, actor=TEST_USER_ID)
        with self.assertRaises(NotAllowed):
            people.revoke(one.id, actor=TEST_USER_ID)
        self.assertEqual("open", one.state)


class TestRedeeming(PeopleTest):
    layer = INTEGRATION

    def test_it_makes_the_account_and_the_password_link(self):
        token = self.invite(userid="chloe", job="Architecte")
        link = people.redeem(token)
        person = people.account("chloe")
        self.assertEqual(("consultant", "employee", "Architecte"), (person.kind, person.employment, person.job))
        self.assertLessEqual({"Member", "Consultant"}, set(api.user.get("chloe").getRoles()))
        self.assertEqual("Chloé Lefèvre", api.user.get("chloe").getProperty("fullname"))
        self.assertEqual("accepted", self.only().state)
        key, _question_mark, query = link.removeprefix(f"{self.portal.absolute_url()}/passwordreset/").partition("?")
        self.assertEqual("userid=chloe", query)
        self.portal.portal_password_reset.resetPassword("chloe", key, "Correct-horse-1")
        self.assertIsNotNone(self.portal.acl_users.authenticate("chloe", "Correct-horse-1", self.layer["request"]))
        self.assertIn(link, self.text(self.mails()[-1]))

    def test_direction_joins_its_group(self):
        api.group.create("Direction", roles=["Director"])
        people.redeem(self.invite(userid="dora", kind="direction", employment=""))
        self.assertIn("dora", [user.getId() for user in api.user.get_users(groupname="Direction")])

    def test_once_only(self):
        token = self.invite()
        people.redeem(token)
        with self.assertRaisesRegex(Conflict, "already used"):
            people.redeem(token)
        with self.assertRaises(Conflict):
            people.decline(token)

    def test_an_altered_token_is_unknown(self):
        token = self.invite()
        swapped = ("A" if token[0] != "A" else "B") + token[1:]
        for wrong in ("", token[:-1], token + "x", swapped, token.swapcase(), "é" * 43, "\ud800", "x" * 100_000):
            with self.assertRaises(Missing):
                people.redeem(wrong)
        self.assertEqual("open", self.only().state)

    def test_not_after_it_expired_even_when_no_timer_ran(self):
        token = self.invite()
        self.clock.pass_days(14)
        with self.assertRaisesRegex(Conflict, "no longer valid"):
            people.redeem(token)
        self.assertIsNone(api.user.get("chloe.lefevre"))
        self.assertEqual("expired", people.state_of(self.only(state="expired")))

    def test_the_number_of_days_is_a_setting(self):
        api.portal.set_registry_record("bluegether.people.invitation_days", 3)
        token = self.invite()
        self.clock.pass_days(3)
        with self.assertRaises(Conflict):
            people.invitation(token)

    def test_not_when_somebody_took_the_user_id_meanwhile(self):
        token = self.invite(userid="chloe")
        api.user.create(username="chloe", email="x@example.com", password="Correct-horse-1")
        with self.assertRaises(Conflict):
            people.redeem(token)

    def test_declined(self):
        token = self.invite()
        people.decline(token)
        self.assertEqual("declined", self.only().state)
        with self.assertRaises(Conflict):
            people.redeem(token)
        with self.assertRaisesRegex(Conflict, "sent again"):
            people.resend(self.only().id, actor=TEST_USER_ID)

    def test_the_id_of_who_declined_is_never_somebody_elses(self):
        people.decline(self.invite())
        namesake = people.invitation(self.invite(email="namesake@example.com"))
        self.assertEqual("chloe.lefevre2", namesake.userid)

    def test_revoked(self):
        token = self.invite()
        people.revoke(self.only().id, actor=TEST_USER_ID)
        with self.assertRaises(Conflict):
            people.redeem(token)
        self.assertEqual((TEST_USER_ID, "revoked"), self.only().history[-1][1:])
        with self.assertRaises(Conflict):
            people.revoke(self.only().id, actor=TEST_USER_ID)

    def test_sent_again_the_old_link_is_dead(self):
        old = self.invite()
        self.clock.pass_days(10)
        new = people.resend(self.only().id, actor=TEST_USER_ID)
        with self.assertRaisesRegex(Conflict, "newer"):
            people.invitation(old)
        self.assertEqual(self.clock.moment + timedelta(days=14), people.invitation(new).expires)
        self.assertEqual(2, len(self.outbox.messages))

    def test_an_expired_one_can_be_sent_again(self):
        self.invite()
        self.clock.pass_days(20)
        people.redeem(people.resend(self.only().id, actor=TEST_USER_ID))
        self.assertIsNotNone(people.account("chloe.lefevre"))

    def test_unknown_invitations(self):
        for verb in (people.resend, people.revoke):
            with self.assertRaises(Missing):
                verb(12345, actor=TEST_USER_ID)


class TestListing(PeopleTest):
    layer = INTEGRATION

    def test_newest_first_and_by_state_and_text(self):
        for number, name in enumerate(("Ana Díaz", "Bea Roy", "Carl Noé")):
            self.clock.pass_days(1)
            self.invite(fullname=name, email=f"p{number}@example.com")
        people.revoke(people.invitations(text="bea").rows[0].id, actor=TEST_USER_ID)
        self.assertEqual(["Carl Noé", "Bea Roy", "Ana Díaz"], [one.fullname for one in people.invitations().rows])
        self.assertEqual(["Bea Roy"], [one.fullname for one in people.invitations(state="revoked").rows])
        self.assertEqual(["Ana Díaz"], [one.fullname for one in people.invitations(text="DIAZ").rows])
        batch = people.invitations(start=1, size=1)
        self.assertEqual((3, ["Bea Roy"]), (batch.total, [one.fullname for one in batch.rows]))


class TestTwoAtOnce(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.token = people.invite(
            userid="ana", fullname="Ana", email="ana@example.com", kind="staff", invited_by=TEST_USER_ID
        )
        transaction.commit()
        self.barrier = Barrier(2)
        self.outcomes = []

    def redeem(self):
        """What Zope does with a request: retried when it conflicted, undone when it failed."""
        connection = self.layer["app"]._p_jar.db().open()
        try:
            for attempt in range(3):
                transaction.begin()
                setSite(connection.root()["Application"][self.portal.getId()])
                try:
                    people.redeem(self.token)
                    if attempt == 0:
                        self.barrier.wait(timeout=30)
                    transaction.commit()
                    self.outcomes.append("account")
                    return
                except ConflictError:
                    transaction.abort()
                except Conflict:
                    transaction.abort()
                    self.outcomes.append("refused")
                    return
        finally:
            setSite(None)
            transaction.abort()
            connection.close()

    def test_the_same_token_makes_one_account(self):
        threads = [Thread(target=self.redeem) for _number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(["account", "refused"], sorted(self.outcomes))
        self.portal._p_jar.sync()
        self.assertEqual(1, people.accounts().total)
        self.assertEqual("accepted", people.invitations().rows[0].state)
