"""A page that nothing changed since is not made again, and nobody is ever told that somebody else's page is theirs."""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import SimpleUser
from bluegether.core.kit import fresh
from bluegether.core.kit import headers
from bluegether.core.kit.clock import SystemClock
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import timedelta
from plone import api
from zope.component import getGlobalSiteManager
import transaction
import unittest


PASSWORD = "Correct-horse-1"


class Somebody(SimpleUser):
    def getGroups(self):
        return ["Conseil"]


class Later(SystemClock):
    """Two minutes from now."""

    def now(self):
        return super().now() + timedelta(minutes=2)


class FreshCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            for userid in ("zoe", "abel"):
                people.create_account(
                    userid, fullname=userid.title(), email=f"{userid}@example.com", kind="staff", password=PASSWORD
                )
        transaction.commit()

    def get(self, path="", userid="zoe", mark=None, **more):
        session = Session(self.portal, userid, PASSWORD if userid else "")
        self.addCleanup(session.close)
        return session.get(path, headers=({"If-None-Match": mark} if mark else {}) | more, allow_redirects=False)

    def settled(self, path="", **more):
        """Return the mark that stays when nothing happens: the first visit may fill a cache or write a session."""
        for _attempt in range(3):
            mark = self.get(path, **more).headers["ETag"]
            if self.get(path, mark=mark, **more).status_code == 304:
                return mark
        return self.fail(f"{path} never has the same mark twice")


class TestMark(FreshCase):
    def test_the_same_page_is_not_sent_again(self):
        for path in ("", "@@stream", "people/zoe", "people"):
            mark = self.settled(path)
            again = self.get(path, mark=f'"other", W/{mark}')
            self.assertEqual((304, b"", mark), (again.status_code, again.content, again.headers["ETag"]), path)
            self.assertEqual("private, no-cache", self.get(path).headers["Cache-Control"])
            self.assertEqual(fresh.VARY, self.get(path).headers["Vary"])

    def test_any_write_makes_it_old(self):
        mark = self.settled("people/zoe")
        with api.env.adopt_roles(["Manager"]):
            said = {"biography": "Architecte d’essai"}
            people.update_profile(people.person("zoe"), "presentation", said, actor="zoe")
        transaction.commit()
        again = self.get("people/zoe", mark=mark)
        self.assertEqual(200, again.status_code)
        self.assertIn("Architecte d’essai", again.text)

    def test_the_minute_makes_it_old(self):
        mark = self.settled()
        sites = getGlobalSiteManager()  # the site's own registry would be a write
        sites.registerUtility(Later(), IClock)
        self.addCleanup(sites.registerUtility, SystemClock(), IClock)
        self.assertEqual(200, self.get(mark=mark).status_code)

    def test_nobody_gets_another_ones_page(self):
        for path in ("", "people/zoe", "@@my-calendar"):
            mark = self.get(path).headers.get("ETag", '"none"')
            for userid in ("abel", ""):
                answer = self.get(path, userid, mark=mark)
                self.assertNotEqual(304, answer.status_code, (path, userid))
                self.assertNotEqual(mark, answer.headers.get("ETag"), (path, userid))
        self.assertIn("Abel", self.get("", "abel", mark=self.settled()).text)

    def test_language_cookies_and_kind_of_answer_count(self):
        mark = self.settled()
        for more in ({"Accept": "application/json"}, {"Cookie": "I18N_LANGUAGE=en"}, {"X-Requested-With": "fetch"}):
            self.assertEqual(200, self.get(mark=mark, **more).status_code, more)

    def test_roles_count(self):
        request = self.layer["request"]
        self.addCleanup(newSecurityManager, None, getSecurityManager().getUser())
        marks = set()
        for roles in (["Member"], ["Member", "Animator"], ["Member"]):
            newSecurityManager(None, Somebody("zoe", "", roles, []))
            marks.add(fresh.mark(request))
        self.assertEqual(2, len(marks))

    def test_what_has_no_mark(self):
        self.assertNotIn("ETag", self.get("nowhere").headers)
        self.assertNotIn("ETag", self.get("@@messages").headers)  # no-store
        self.assertNotIn("ETag", self.get(Cookie="statusmessages=x").headers)


class TestStatic(FreshCase):
    def test_a_versioned_address_is_kept_for_ever(self):
        page = self.get().text
        address = page.split("++webresource++", 1)[1].split('"', 1)[0]
        answer = self.get(f"++webresource++{address}", "")
        self.assertEqual((200, headers.FOREVER), (answer.status_code, answer.headers["Cache-Control"]))
        plain = self.get("++plone++static/bundle-plone/bundle.min.js", "")
        self.assertEqual((200, headers.A_WHILE), (plain.status_code, plain.headers["Cache-Control"]))
        missing = self.get("++webresource++x/++resource++nowhere.js", "")
        self.assertEqual((404, False), (missing.status_code, "immutable" in missing.headers.get("Cache-Control", "")))

    def test_a_page_below_such_an_address_is_still_personal(self):
        answer = self.get("++webresource++x/people/zoe")
        self.assertNotIn("immutable", answer.headers.get("Cache-Control", ""))
