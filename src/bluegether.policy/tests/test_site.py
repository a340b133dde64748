"""Creating the site: whole or not at all, once, completed when half-made; what a server process checks at its start."""

from bluegether.core.people import api as people
from bluegether.policy import demo
from bluegether.policy import site
from bluegether.policy import subscribers
from bluegether.policy.testing import FUNCTIONAL
from pathlib import Path
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import Browser
from Products.MailHost.MailHost import MailHost
from unittest import mock
from zope.component.hooks import setSite
from zope.processlifetime import DatabaseOpenedWithRoot
import os
import shutil
import stat
import tempfile
import transaction
import unittest


class Creating(unittest.TestCase):
    """The layer's site stands for one that Plone made: without our marker it is half a BlueGether site."""

    layer = FUNCTIONAL

    def setUp(self):
        self.app = self.layer["app"]
        self.site = self.layer["portal"]
        setRoles(self.site, TEST_USER_ID, ["Manager"])
        self.var = Path(tempfile.mkdtemp(prefix="bluegether-var-"))
        self.addCleanup(shutil.rmtree, self.var)
        patched = mock.patch.object(site, "SITE", self.site.getId())
        patched.start()
        self.addCleanup(patched.stop)
        patched = mock.patch.object(subscribers, "SITE", self.site.getId())
        patched.start()
        self.addCleanup(patched.stop)
        self.addCleanup(setSite, self.site)

    def create(self, *, with_demo: bool = False) -> bool:
        done = site.create(self.app, demo=with_demo, var=self.var)
        setSite(self.site)
        return done

    def note(self) -> str:
        return (self.var / "accounts.txt").read_text()


class TestCreate(Creating):
    def test_a_half_made_site_is_completed_and_kept(self):
        kept = api.content.create(self.site, "Document", "deja-la", title="Déjà là")
        self.assertFalse(site.completed(self.app))
        self.assertTrue(self.create())
        self.assertTrue(site.completed(self.app))
        self.assertEqual(kept.UID(), self.site["deja-la"].UID())
        self.assertLessEqual({"actualites", "documents", "charte"}, set(self.site.objectIds()))
        self.assertEqual("1000", site.state(self.site).completed)

    def test_a_completed_site_is_left_alone(self):
        self.create()
        api.content.delete(self.site.documents)
        before = self.note()
        self.assertFalse(self.create())
        self.assertNotIn("documents", self.site.objectIds())
        self.assertEqual(before, self.note())

    def test_a_failure_leaves_no_marker(self):
        with mock.patch.object(site.structure, "ensure", side_effect=RuntimeError), self.assertRaises(RuntimeError):
            self.create()
        transaction.abort()
        self.assertFalse(site.completed(self.app))
        self.assertFalse((self.var / "accounts.txt").exists())

    def test_accounts_are_for_the_owner_of_the_checkout_only(self):
        (self.var / "accounts.txt").write_text("old")
        (self.var / "accounts.txt").chmod(0o644)
        self.create()
        self.assertEqual(0o600, stat.S_IMODE((self.var / "accounts.txt").stat().st_mode))
        self.assertNotIn("old", self.note())

    def test_without_demo_the_administrator_has_a_password_of_their_own(self):
        self.create()
        password = self.note().rpartition(" / ")[2].strip()
        self.assertGreaterEqual(len(password), 16)
        self.assertNotEqual(demo.PASSWORD, password)
        self.assertEqual(0, people.accounts().total)
        browser = Browser(self.layer["app"])
        browser.open(self.site.absolute_url() + "/login")
        browser.getControl(name="__ac_name").value = "admin"
        browser.getControl(name="__ac_password").value = password
        browser.getControl(name="buttons.login").click()
        self.assertNotIn("__ac_password", browser.contents)

    def test_mail_is_queued_in_var(self):
        self.create()
        self.assertTrue(self.site.MailHost.smtp_queue)
        self.assertEqual(str(self.var / "mailqueue"), self.site.MailHost.smtp_queue_directory)


class TestSettings(Creating):
    def test_languages(self):
        self.assertEqual("fr", api.portal.get_default_language())
        self.assertEqual(["fr", "en"], api.portal.get_registry_record("plone.available_languages"))

    def test_the_person_chooses_the_language(self):
        browser = Browser(self.layer["app"])
        browser.addHeader("Accept-Language", "en")
        browser.open(self.site.absolute_url() + "/login")
        self.assertIn('lang="fr"', browser.contents)
        browser.open(self.site.absolute_url() + "/login?set_language=en")
        browser.open(self.site.absolute_url() + "/login")
        self.assertIn('lang="en"', browser.contents)

    def test_accounts_come_by_invitation(self):
        for name in ("enable_self_reg", "enable_user_pwd_choice", "enable_user_folders", "allow_anon_views_about"):
            self.assertFalse(api.portal.get_registry_record(f"plone.{name}"), name)

    def test_zone_comments_navigation(self):
        record = api.portal.get_registry_record
        self.assertEqual("Europe/Paris", record("plone.portal_timezone"))
        self.assertEqual(1, record("plone.navigation_depth"))
        self.assertTrue(record("plone.app.discussion.interfaces.IDiscussionSettings.globally_enabled"))

    def test_home_is_the_first_page(self):
        self.assertEqual("home", self.site.getLayout())


class TestStart(Creating):
    def open_database(self, **environment) -> None:
        values = {"BLUEGETHER_VAR": str(self.var), "MAILHOST_QUEUE_ONLY": "1"} | environment
        transaction.commit()
        with mock.patch.dict(os.environ, values):
            subscribers.check_database(DatabaseOpenedWithRoot(self.app._p_jar.db()))

    def test_production_refuses_demo_accounts(self):
        self.create(with_demo=True)
        with self.assertRaises(SystemExit) as caught:
            self.open_database(BLUEGETHER_PRODUCTION="1")
        message = str(caught.exception)
        self.assertTrue(message.startswith("BlueGether: production refuses to start"))
        self.assertNotIn("\n", message)
        for userid in ("admin", *demo.ACCOUNTS):
            self.assertIn(userid, message)

    def test_development_does_not(self):
        self.create(with_demo=True)
        self.open_database()

    def test_production_starts_once_they_are_gone(self):
        self.create(with_demo=True)
        self.site.acl_users.source_users.getUserInfo("direction")
        for userid in demo.ACCOUNTS:
            api.user.delete(username=userid)
        self.app.acl_users.users.updateUserPassword("admin", "Un-autre-mot-2026!")
        self.open_database(BLUEGETHER_PRODUCTION="1")

    def test_the_administrator_with_the_public_password_alone_is_refused(self):
        self.create(with_demo=True)
        for userid in demo.ACCOUNTS:
            api.user.delete(username=userid)
        with self.assertRaises(SystemExit) as caught:
            self.open_database(BLUEGETHER_PRODUCTION="1")
        self.assertIn("are there: admin.", str(caught.exception))

    def test_a_namesake_is_no_demo_account(self):
        self.create()
        people.create_account(
            "direction", fullname="Une Vraie", email="d@example.com", kind="direction", password="Vrai-2026-x"
        )
        self.open_database(BLUEGETHER_PRODUCTION="1")

    def test_a_namesake_with_the_public_password_is(self):
        self.create()
        people.create_account(
            "direction", fullname="Une Vraie", email="d@example.com", kind="direction", password=demo.PASSWORD
        )
        with self.assertRaises(SystemExit):
            self.open_database(BLUEGETHER_PRODUCTION="1")

    def test_the_queue_follows_a_moved_checkout(self):
        # The layer's own is a mock that no database keeps.
        self.site._delObject("MailHost")
        self.site._setObject("MailHost", MailHost("MailHost"))
        self.create()
        other = self.var / "moved"
        self.open_database(BLUEGETHER_VAR=str(other))
        self.app._p_jar.sync()
        self.assertEqual(str(other / "mailqueue"), self.site.MailHost.smtp_queue_directory)

    def test_an_empty_database_is_no_trouble(self):
        with mock.patch.object(subscribers, "SITE", "elsewhere"):
            self.open_database(BLUEGETHER_PRODUCTION="1")
