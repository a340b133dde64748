"""Passwords checked by a directory, with the real plug-in and a real slapd, over HTTP."""

from bluegether.core.people import api as people
from bluegether.core.people.sso import directory
from bluegether.core.people.sso import setup
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import CoreLayer
from bluegether.core.testing import Session
from pas.plugins.ldap.properties import LDAPProps
from plone.app.testing import FunctionalTesting
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import WSGI_SERVER_FIXTURE
from slapd import PEOPLE
from slapd import ROOT
from slapd import Slapd
from unittest import mock
import pas.plugins.ldap
import transaction


class Layer(CoreLayer):
    """A site of an environment in which the plug-in is installed."""

    def setUpZope(self, app, configurationContext):
        self.loadZCML(package=pas.plugins.ldap)
        super().setUpZope(app, configurationContext)


FUNCTIONAL = FunctionalTesting(bases=(Layer(), WSGI_SERVER_FIXTURE), name="BluegetherLdap:Functional")
WORD = "Directory-word-1"


class TestLdap(PeopleTest):
    layer = FUNCTIONAL

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.slapd = Slapd(
            {
                "aroux": ("ana@example.com", WORD),  # has an account, under another name
                "zoe": ("zoe@outside.example", WORD),  # has none; an account of somebody else has this name
                "invited": ("chloe@example.com", WORD),
            }
        )
        cls.addClassCleanup(cls.slapd.close)

    def setUp(self):
        super().setUp()
        self.set_up()
        self.create("ana", fullname="Ana Roux", password=PASSWORD)
        self.create("zoe", fullname="Zoé Another", password=PASSWORD)
        transaction.commit()

    def set_up(self, *, verified=True):
        setup.set_up_directory(
            uri=self.slapd.uri, bind_dn=ROOT[0], password=ROOT[1], base=PEOPLE, addresses_are_verified=verified
        )

    def log_in(self, login, password=WORD):
        """Use the login form; return the session."""
        session = Session(self.portal)
        self.addCleanup(session.close)
        data = {"__ac_name": login, "__ac_password": password, "buttons.login": "Log in"}
        self.answer = session.post("login", data=data)
        transaction.begin()
        return session

    def assertIn_(self, session, name):
        self.assertIn("__ac", session.cookies)
        self.assertIn(name, session.get("@@profile").text)

    def assertOut(self, session):
        self.assertNotIn("__ac", session.cookies)
        self.assertIn("login", session.get("@@home").url)

    def test_the_directorys_password_opens_the_account_with_its_address(self):
        session = self.log_in("aroux")
        self.assertIn_(session, "Ana Roux")
        self.assertEqual([("ldap:company_directory", "aroux")], people.identities_of("ana"))

    def test_the_link_counts_from_then_on(self):
        self.log_in("aroux")
        self.slapd.change_mail("aroux", "zoe@example.com")
        self.addCleanup(self.slapd.change_mail, "aroux", "ana@example.com")
        self.assertIn_(self.log_in("aroux"), "Ana Roux")

    def test_wrong_passwords(self):
        for login, password in (
            ("aroux", "wrong"),
            ("aroux", ""),
            ("nobody", WORD),
            ("aroux)(uid=*", WORD),
            ("*", WORD),
        ):
            self.assertOut(self.log_in(login, password))
        self.assertEqual([], people.identities_of("ana"))

    def test_who_has_no_account_is_nobody_here(self):
        for login in ("zoe", "invited"):
            session = self.log_in(login)
            self.assertOut(session)
        self.assertEqual([], people.identities_of("zoe"))
        self.assertIsNone(self.portal.acl_users.getUserById("invited"))
        self.assertEqual([], list(self.portal.acl_users.searchUsers(login="aroux")))

    def test_ones_own_password_still_works_and_names_do_not_mix(self):
        self.assertIn_(self.log_in("zoe", PASSWORD), "Zoé Another")
        self.assertIn_(self.log_in("ana", PASSWORD), "Ana Roux")

    def test_without_the_administrators_word_no_address_counts(self):
        self.set_up(verified=False)
        transaction.commit()
        self.assertOut(self.log_in("aroux"))
        people.link_identity("ana", "ldap:company_directory", "aroux", actor=TEST_USER_ID)
        transaction.commit()
        self.assertIn_(self.log_in("aroux"), "Ana Roux")

    def test_basic_authentication_never_links(self):
        session = Session(self.portal, "aroux", WORD)
        self.addCleanup(session.close)
        self.assertIn("login", session.get("@@home").url)
        self.log_in("aroux")
        self.assertEqual(200, session.get("@@profile").status_code)

    def test_an_access_that_is_over(self):
        self.log_in("aroux")
        people.end_access("ana", when=self.clock.moment, actor=TEST_USER_ID)
        transaction.commit()
        session = self.log_in("aroux")
        self.assertEqual(403, self.answer.status_code)
        self.assertIn("Your access is over", self.answer.text)
        self.assertOut(session)

    def test_a_directory_that_is_away_leaves_everybody_else_in(self):
        self.portal.acl_users.company_directory.settings["server.uri"] = "ldap://127.0.0.1:9"
        transaction.commit()
        self.addCleanup(directory._away_until.clear)
        with mock.patch.object(LDAPProps, "retry_max", 1), mock.patch.object(LDAPProps, "retry_delay", 0.1):
            self.assertOut(self.log_in("aroux"))
            self.assertEqual(1, len(directory._away_until))
            self.assertIn_(self.log_in("ana", PASSWORD), "Ana Roux")

    def test_guesses_are_slowed_down(self):
        for _attempt in range(6):
            self.log_in("aroux", "wrong")
        self.assertEqual(429, self.answer.status_code)

    def test_taken_away(self):
        self.log_in("aroux")
        self.assertEqual(["company_passwords", "company_directory"], setup.take_away())
        transaction.commit()
        self.assertOut(self.log_in("aroux"))
