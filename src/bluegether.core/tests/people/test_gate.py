"""Who has no access reaches nothing but the way out, on every channel, with sessions that run already too."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PERSONAS
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from plone.testing.zope import Browser
import base64
import transaction
import unittest
import xmlrpc.client


SECRET = "Zanzibar"
REASON = "Enquête <b>ouverte</b>"
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
PATHS = ("", "plan", "@@home", "@@profile", "@@charter-sign", "@@join", "@@request-account", "@@personal-information")


class GateCase(unittest.TestCase):
    """Content that members read; `consultante` may read it until the test takes the access away."""

    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            for userid, (kind, roles) in PERSONAS.items():
                people.create_account(
                    userid, fullname=userid, email=f"{userid}@example.com", kind=kind, password=PASSWORD
                )
                self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
            self.populate()
        transaction.commit()

    def populate(self):
        create = api.content.create
        create(self.portal, "Document", "plan", title=SECRET)
        create(self.portal, "File", "fichier", title="F", file=NamedBlobFile(SECRET.encode(), filename="f.txt"))
        create(self.portal, "Image", "photo", title="P", image=NamedBlobImage(PIXEL, "image/gif", "p.gif"))
        for content in self.portal.contentValues():
            content.manage_permission("View", ["Member", "Manager", "Authenticated"])
            content.manage_permission("Access contents information", ["Member", "Manager", "Authenticated"])
            content.reindexObject(idxs=["allowedRolesAndUsers"])

    def suspend(self, userid="consultante"):
        people.suspend(userid, until=datetime.now(UTC) + timedelta(days=3), reason=REASON, actor="rh")
        transaction.commit()

    def end(self, userid="consultante", **delta):
        people.end_access(userid, when=datetime.now(UTC) + timedelta(**delta), actor="rh")
        transaction.commit()

    def session(self, userid="consultante", accept="text/html", password=PASSWORD):
        session = Session(self.portal, userid, password, accept)
        self.addCleanup(session.close)
        return session

    def get(self, path, accept="text/html", **options):
        return self.session(accept=accept).get(path, allow_redirects=False, **options)

    def held(self, answer, where=""):
        where = where or answer.url
        self.assertFalse(SECRET in answer.text, where)
        self.assertIn(answer.status_code, (400, 401, 403, 404, 405), where)


class TestChannels(GateCase):
    def setUp(self):
        super().setUp()
        self.assertIn(SECRET, self.get("plan").text)  # it could leak
        self.suspend()

    def test_pages_say_until_when_and_why(self):
        for path in PATHS:
            answer = self.get(path)
            self.assertEqual(403, answer.status_code, path)
            self.assertIn("Your access is suspended", answer.text, path)
            self.assertIn("Enquête &lt;b&gt;ouverte&lt;/b&gt;", answer.text, path)
            self.assertIn(f'href="{self.portal.absolute_url()}/logout"', answer.text, path)
            for word in (SECRET, "<b>ouverte", "userrole-member", "userrole-authenticated"):
                self.assertNotIn(word, answer.text, path)

    def test_rest(self):
        for path in (*PATHS, "@search", "@users", "++api++/plan", "@navigation", "@charter", "@todos"):
            answer = self.get(path, "application/json")
            self.held(answer, path)
            if answer.status_code == 403:
                body = answer.json()
                self.assertEqual(("AccessSuspended", REASON), (body["type"], body["reason"]))
                self.assertGreater(datetime.fromisoformat(body["until"]), datetime.now(UTC))
        session = self.session(accept="application/json")
        for answer in (
            session.post("@charter", json={"accept": True}),
            session.post("@login-renew", json={}),
            session.post("@users/consultante/reset-password", json={"old_password": PASSWORD, "new_password": "x"}),
        ):
            self.assertEqual("AccessSuspended", answer.json()["type"], answer.url)

    def test_downloads_scales_and_feeds(self):
        for path in (
            "fichier", "fichier/@@download/file/f.txt", "photo/@@images/image", "photo/@@images/image/mini", "RSS",
            "atom.xml", "search_rss?SearchableText=Zanz*", "sitemap.xml.gz",
        ):  # fmt: skip
            for accept in ("text/html", "image/*", "application/rss+xml"):
                self.held(self.get(path, accept))

    def test_webdav_and_xmlrpc(self):
        for method in ("PROPFIND", "PROPPATCH", "OPTIONS", "HEAD", "PUT", "MKCOL", "COPY", "MOVE", "LOCK", "DELETE"):
            for path in ("plan", ""):
                self.held(self.session().request(method, path, allow_redirects=False), f"{method} {path}")
        url = self.portal.absolute_url().replace("//", f"//consultante:{PASSWORD}@")
        for call in ("plan.Title", "objectIds"):
            with self.assertRaises((xmlrpc.client.ProtocolError, xmlrpc.client.Fault)):
                getattr(xmlrpc.client.ServerProxy(url), call)()

    def test_form_posts(self):
        for path in ("@@charter-sign", "@@personal-information", "@@change-password", "@@my-data", "@@search", "plan"):
            answer = self.session().post(path, data={"form.widgets.title": "Mine"}, allow_redirects=False)
            self.assertEqual(403, answer.status_code, path)

    def test_tricks_of_the_address(self):
        for path in (
            "@@logout/../plan", "logout/plan", "++plone++static/../plan", "++resource++plone-logo.svg/../plan",
            "plan/@@ok", "plan/@@plonejsi18n", "@@site-logo/plan", "plan?x=logout", "++api++/++api++/plan",
        ):  # fmt: skip
            answer = self.get(path)
            self.assertFalse(SECRET in answer.text, path)

    def test_the_way_out_is_open(self):
        for path in ("@@ok", "++resource++plone-logo.svg", "++plone++static/bundle-plone/bundle.min.js"):
            self.assertEqual(200, self.get(path).status_code, path)
        answer = self.get("logout")
        self.assertEqual((302, True), (answer.status_code, "logged-out" in answer.headers["Location"]))

    def test_others_are_not_concerned(self):
        self.assertIn(SECRET, self.session("animatrice").get("plan").text)
        owner = self.session(SITE_OWNER_NAME, password=SITE_OWNER_PASSWORD)
        self.assertIn(SECRET, owner.get("plan", allow_redirects=False).text)
        self.assertNotIn("suspended", Session(self.portal).get("").text)

    def test_reading_writes_nothing(self):
        database = self.portal._p_jar.db()
        before = database.lastTransaction()
        self.get("plan")
        self.get("@search", "application/json")
        self.assertEqual(before, database.lastTransaction())


class TestSessions(GateCase):
    """What was given out before does not outlive the access."""

    def signed_in(self):
        browser = Browser(self.layer["app"])
        browser.raiseHttpErrors = False
        browser.open(f"{self.portal.absolute_url()}/login")
        browser.getControl(name="__ac_name").value = "consultante"
        browser.getControl(name="__ac_password").value = PASSWORD
        browser.getControl(name="buttons.login").click()
        return browser

    def token(self):
        answer = Session(self.portal, accept="application/json").post(
            "@login", json={"login": "consultante", "password": PASSWORD}
        )
        return answer.json()

    def test_cookie_and_token(self):
        browser, token = self.signed_in(), self.token()["token"]
        browser.open(f"{self.portal.absolute_url()}/plan")
        self.assertIn(SECRET, browser.contents)
        self.end(days=-1)
        browser.open(f"{self.portal.absolute_url()}/plan")
        self.assertIn("Your access is over", browser.contents)
        self.assertNotIn(SECRET, browser.contents)
        for path, method in (("plan", "get"), ("@login-renew", "post")):
            answer = getattr(Session(self.portal, accept="application/json"), method)(
                path, headers={"Authorization": f"Bearer {token}"}
            )
            self.assertEqual("AccessEnded", answer.json()["type"], path)

    def test_an_end_to_come_changes_nothing(self):
        self.end(days=2)
        self.assertIn(SECRET, self.get("plan").text)
        self.assertIn("token", self.token())

    def test_logging_in_is_refused_kindly_and_gives_nothing(self):
        self.suspend()
        browser = self.signed_in()
        self.assertIn("Your access is suspended", browser.contents)
        self.assertNotIn("__ac", browser.cookies)
        body = self.token()
        self.assertEqual(("AccessSuspended", REASON), (body["type"], body["reason"]))
        wrong = Session(self.portal, accept="application/json").post(
            "@login", json={"login": "consultante", "password": "Wrong-horse-1"}
        )
        self.assertEqual(401, wrong.status_code)
        self.assertNotIn("suspended", wrong.text)

    def test_after_the_end_not_even_the_password_is_right(self):
        self.end(days=-1)
        answer = Session(self.portal, accept="application/json").post(
            "@login", json={"login": "consultante", "password": PASSWORD}
        )
        self.assertEqual(401, answer.status_code)
        self.assertEqual(401, self.session(accept="application/json").get("plan").status_code)

    def test_managers_of_the_site_are_held_too(self):
        with api.env.adopt_roles(["Manager"]):
            api.user.grant_roles("animatrice", roles=["Manager"])
            api.user.grant_roles("cliente", roles=["Manager", "Member"])
        transaction.commit()
        self.end("animatrice", seconds=1)  # of two administrators one may go
        with api.env.adopt_roles(["Manager"]):
            closing = people.closing("animatrice")
            closing.ends -= timedelta(minutes=5)  # the date has come, the timer has not run: the roles are there
        transaction.commit()
        self.assertIn("Your access is over", self.session("animatrice").get("@@overview-controlpanel").text)


class TestPassword(GateCase):
    """No new password for who has no access; visitors are told what they are told of names that nobody has."""

    def ask(self, userid):
        browser = Browser(self.layer["app"])
        browser.open(f"{self.portal.absolute_url()}/login-help")
        browser.getControl(name="form.widgets.reset_password").value = userid
        browser.getControl(name="form.buttons.reset").click()
        return browser.contents

    def test_no_mail(self):
        outbox = self.portal.MailHost
        self.ask("consultante")
        self.assertEqual(1, len(outbox.messages))
        self.suspend()
        sent = "An email has been sent with instructions"
        self.assertIn(sent, self.ask("consultante"))
        self.assertIn(sent, self.ask("nobody-at-all"))
        answer = Session(self.portal, accept="application/json").post("@users/consultante/reset-password", json={})
        self.assertEqual(("NoPassword", 403), (answer.json()["type"], answer.status_code))
        self.assertEqual(1, len(outbox.messages))

    def test_a_link_sent_before_is_dead(self):
        link = people.password_link("consultante")
        key = link.split("/passwordreset/")[1].split("?")[0]
        transaction.commit()
        self.suspend()
        answer = Session(self.portal, accept="application/json").post(
            "@users/consultante/reset-password", json={"reset_token": key, "new_password": "Another-horse-9"}
        )
        self.assertEqual(403, answer.status_code)
        self.assertNotIn("passwordreset_form", Session(self.portal).get(f"passwordreset/{key}").text)
