"""The gate on every channel, and attempts to get past it."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import in_force
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from plone.testing.zope import Browser
from urllib.parse import parse_qs
from urllib.parse import urlsplit
import base64
import transaction
import unittest
import xmlrpc.client


SECRET = "Zanzibar"
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


class GateCase(unittest.TestCase):
    """A charter in force, someone who has not signed it, content that they could read if they had."""

    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            create_people("consultante", "animatrice", "direction")
            self.populate()
            self.version = in_force()
        transaction.commit()

    def populate(self):
        create = api.content.create
        create(self.portal, "Document", "plan", title=SECRET, exclude_from_nav=True)
        create(self.portal, "File", "fichier", title="F", file=NamedBlobFile(SECRET.encode(), filename="f.txt"))
        create(self.portal, "Image", "photo", title="P", image=NamedBlobImage(PIXEL, "image/gif", "p.gif"))
        for content in self.portal.contentValues():
            content.manage_permission("View", ["Member", "Manager"])
            content.manage_permission("Access contents information", ["Member", "Manager"])
            content.reindexObject(idxs=["allowedRolesAndUsers"])

    def session(self, userid="consultante", accept="text/html", password=PASSWORD):
        session = Session(self.portal, userid, password, accept)
        self.addCleanup(session.close)
        return session

    def get(self, path, accept="text/html", **options):
        return self.session(accept=accept).get(path, allow_redirects=False, **options)

    def held(self, answer, where=""):
        """Assert that the gate held: to the charter, or refused, and nothing told."""
        where = where or answer.url
        self.assertFalse(SECRET in answer.text, where)
        if answer.status_code == 302:
            self.assertRegex(answer.headers["Location"], "/(@@charter-sign|require_login)[?]came_from=", where)
            self.assertTrue(answer.text == "" or "require_login" in answer.headers["Location"], where)
        else:
            self.assertIn(answer.status_code, (400, 401, 403, 404, 405), where)

    def sign(self, userid="consultante"):
        answer = self.session(userid, "application/json").post(
            "@charter", json={"accept": True, "version": api.content.get_uuid(self.version)}
        )
        self.assertEqual(201, answer.status_code)


class TestChannels(GateCase):
    def test_a_page_leads_to_the_charter_and_says_where_one_was_going(self):
        answer = self.get("plan?a=1&b=é")
        self.assertEqual(302, answer.status_code)
        target = urlsplit(answer.headers["Location"])
        self.assertEqual("/plone/@@charter-sign", target.path)
        self.assertEqual([f"{self.portal.absolute_url()}/plan?a=1&b=%C3%A9"], parse_qs(target.query)["came_from"])

    def test_rest(self):
        for path in ("", "plan", "@search", "@users", "++api++/plan", "plan/@history", "@navigation", "@types"):
            answer = self.get(path, "application/json")
            self.held(answer, path)
            body = answer.json()
            if answer.status_code == 403:
                self.assertEqual("CharterNotSigned", body["type"])
                self.assertEqual(f"{self.portal.absolute_url()}/@@charter-sign", body["link"])
                self.assertTrue(body["title"] and body["message"])

    def test_rest_writes(self):
        session = self.session(accept="application/json")
        self.held(session.patch("plan", json={"title": "Mine"}))
        self.held(session.post("", json={"@type": "Document", "title": "Mine"}))
        self.held(session.delete("plan"))
        transaction.begin()
        self.assertEqual(SECRET, self.portal.plan.title)

    def test_downloads_and_scales(self):
        for path in ("fichier/@@download/file/f.txt", "fichier", "fichier/@@display-file/file", "photo/@@images/image"):
            self.held(self.get(path))
            answer = self.get(path, "image/avif,image/webp,*/*;q=0.8")
            self.assertEqual(403, answer.status_code, path)
        self.assertEqual(403, self.get("photo/@@images/image/mini", "image/*").status_code)

    def test_feeds(self):
        for path in ("RSS", "rss.xml", "atom.xml", "search_rss?SearchableText=Zanzibar", "sitemap.xml.gz"):
            self.held(self.get(path))
            self.held(self.get(path, "application/rss+xml"))

    def test_webdav(self):
        for method in ("PROPFIND", "PROPPATCH", "OPTIONS", "HEAD", "PUT", "MKCOL", "COPY", "MOVE", "LOCK", "DELETE"):
            for path in ("plan", "", "fichier"):
                self.held(self.session().request(method, path, allow_redirects=False), f"{method} {path}")
        self.held(self.get("plan/manage_DAVget"))

    def test_xmlrpc(self):
        url = self.portal.absolute_url().replace("//", f"//consultante:{PASSWORD}@")
        for call in ("plan.Title", "objectIds", "portal_catalog.searchResults", "plan.title_or_id"):
            with self.assertRaises((xmlrpc.client.ProtocolError, xmlrpc.client.Fault)):
                getattr(xmlrpc.client.ServerProxy(url), call)()

    def test_form_posts(self):
        session = self.session()
        for path in ("plan/edit", "plan/@@delete_confirmation", "@@personal-information", "++add++Document"):
            answer = session.post(path, data={"form.widgets.title": "Mine"}, allow_redirects=False)
            self.held(answer)
            self.assertNotIn("charter-sign", answer.headers.get("Location", ""), path)
        self.assertIn("/@@charter-sign", session.post("@@search", data={}).text)

    def test_fragments_for_scripts_are_refused(self):
        answer = self.get("plan?ajax_load=1", headers={"X-Requested-With": "XMLHttpRequest"})
        self.assertEqual(403, answer.status_code)

    def test_views(self):
        for name in (
            "search",
            "sharing",
            "folder_contents",
            "getVocabulary?name=plone.app.vocabularies.Catalog",
            "home",
        ):
            self.held(self.get(f"@@{name}"))


class TestBypass(GateCase):
    """Tricks of the address, of headers and of names."""

    def test_addresses(self):
        for path in (
            "@@charter-sign/../plan",
            "@@login/../plan",
            "@@login/plan",
            "login/plan/view",
            "plan/@@login/view",
            "plan?x=@@charter-sign",
            "plan?came_from=@@charter",
            "plan;@@charter-sign",
            "plan/view#@@charter",
            "plan/view/@@login/..",
            "++resource++plone-logo.svg/../plan",
            "++plone++static/../plan",
            "++plone++static/plan",
            "++theme++barceloneta/plan",
            "++view++document_view",
            "plan/++view++view",
            "++skin++Plone Default/plan",
            "++skin++Plone%20Default/plan",
            "++layer++x/plan",
            "++api++/++api++/plan",
            "++api++/plan/@@view",
            "plan/plan/plan",
            "fichier/plan",
            "photo/fichier/plan/view",
            "%70lan",
            "./plan",
            "//plan",
            "plan/",
            "plan/index_html",
            "plan/Title",
            "plan/title",
            "plan/getText",
            "plan/__call__",
            "plan/document_view",
            "plan/@@ajax_load",
            "portal_url/plan",
            "portal_catalog/plan",
            "acl_users/plan",
            "virtual_hosting/plan",
            "VirtualHostRoot/plan",
            "plan/VirtualHostRoot",
            "plan/@@site-logo/..",
            "plan/@@plonejsi18n",
        ):
            for accept in ("text/html", "application/json"):
                # Some of these addresses mean nothing to Zope; what counts is that none is answered.
                answer = self.get(path, accept)
                self.assertFalse(SECRET in answer.text, path)
                self.assertGreaterEqual(answer.status_code, 302, path)

    def test_virtual_hosts(self):
        root = self.portal.absolute_url().rpartition("/")[0]
        for path in (
            "/VirtualHostBase/http/localhost:80/plone/VirtualHostRoot/plan",
            "/VirtualHostBase/http/localhost:80/plone/VirtualHostRoot/_vh_login/plan",
            "/VirtualHostBase/http/localhost:80/plone/VirtualHostRoot/_vh_@@charter-sign/plan",
            "/plone/VirtualHostBase/http/localhost:80/VirtualHostRoot/plan",
        ):
            answer = self.session().get(root + path, allow_redirects=False)
            self.assertFalse(SECRET in answer.text, path)
            self.assertNotEqual(200, answer.status_code, path)

    def test_headers(self):
        for accept in (
            "",
            "*/*",
            "application/json",
            "text/plain",
            "image/png",
            "text/html;q=0",
            "nonsense",
            "a/b,c/d",
        ):
            self.held(self.get("plan", accept), accept)
        for name, value in (
            ("X-HTTP-Method-Override", "OPTIONS"),
            ("Origin", "https://evil.example"),
            ("X-Original-URL", "/plone/@@login"),
            ("X-Forwarded-Prefix", "/@@login"),
            ("Range", "bytes=0-10"),
            ("If-Modified-Since", "Sun, 22 Nov 2099 00:00:00 GMT"),
            ("Depth", "infinity"),
        ):
            self.held(self.get("plan", headers={name: value}), name)
        preflight = {"Origin": "https://evil.example", "Access-Control-Request-Method": "GET"}
        self.held(self.session().options("plan", headers=preflight), "preflight")

    def test_content_named_like_an_open_view(self):
        with api.env.adopt_roles(["Manager"]):
            for name in ("charter-signature", "login-page", "logout-now"):
                page = api.content.create(self.portal, "Document", name, title=SECRET, exclude_from_nav=True)
                page.manage_permission("View", ["Member", "Manager"])
            # Reserved ids cannot be given through the web; a script could.
            self.portal._setObject("charter-sign", page._getCopy(page).__of__(self.portal))
        transaction.commit()
        for name in ("charter-signature", "login-page", "logout-now", "charter-sign/view"):
            answer = self.get(name)
            self.assertFalse(SECRET in answer.text, name)
            self.assertNotEqual(200, answer.status_code, name)

    def test_methods_named_in_the_form(self):
        for marshal in ("plan:method=", "plan/view:method=", ":default_method=plan", "plan:action="):
            self.held(self.session().post("@@search", data={marshal: "x"}, allow_redirects=False), marshal)

    def test_cookie_and_token_pass_no_more_than_a_password(self):
        anonymous = Session(self.portal, accept="application/json")
        token = anonymous.post("@login", json={"login": "consultante", "password": PASSWORD}).json()["token"]
        answer = anonymous.get("plan", headers={"Authorization": f"Bearer {token}"})
        self.assertEqual("CharterNotSigned", answer.json()["type"])
        browser = Browser(self.layer["app"])
        browser.open(f"{self.portal.absolute_url()}/login")
        browser.getControl(name="__ac_name").value = "consultante"
        browser.getControl(name="__ac_password").value = PASSWORD
        browser.followRedirects = False
        browser.getControl(name="buttons.login").click()
        browser.open(f"{self.portal.absolute_url()}/plan")
        self.assertIn("@@charter-sign", browser.headers["Location"])

    def test_site_managers_are_held_too(self):
        with api.env.adopt_roles(["Manager"]):
            api.user.grant_roles("consultante", roles=["Manager", "Member"])
        transaction.commit()
        self.held(self.get("plan"))
        self.held(self.get("@@overview-controlpanel"))


class TestOpen(GateCase):
    """What stays open, and for whom."""

    def test_the_way_in_and_out(self):
        for path in ("login", "logged-out", "login-help", "@@ok", "@@plonejsi18n?domain=plone&language=fr"):
            self.assertEqual(200, self.get(path).status_code, path)
        for path in ("++resource++plone-logo.svg", "++plone++static/bundle-plone/bundle.min.js", "favicon.ico"):
            self.assertEqual(200, self.get(path).status_code, path)

    def test_the_charter_itself(self):
        body = self.get("@charter", "application/json").json()
        self.assertEqual(("to_sign", 2), (body["status"], len(body["articles"])))

    def test_who_signed_passes(self):
        self.sign()
        self.assertIn(SECRET, self.get("plan").text)
        self.assertEqual(SECRET, self.get("fichier/@@download/file").text)

    def test_who_declined_does_not(self):
        answer = self.session(accept="application/json").post(
            "@charter", json={"accept": False, "version": api.content.get_uuid(self.version)}
        )
        self.assertEqual("declined", answer.json()["status"])
        self.held(self.get("plan"))

    def test_the_zope_root_administrator_passes(self):
        session = self.session(SITE_OWNER_NAME, password=SITE_OWNER_PASSWORD)
        self.assertIn(SECRET, session.get("plan", allow_redirects=False).text)

    def test_visitors_are_not_concerned(self):
        answer = Session(self.portal).get("plan", allow_redirects=False)
        self.assertNotIn("charter-sign", answer.headers.get("Location", ""))

    def test_reading_writes_nothing(self):
        database = self.portal._p_jar.db()
        before = database.lastTransaction()
        for path in ("plan", "@@search", "@charter"):
            self.get(path)
        self.assertEqual(before, database.lastTransaction())


class TestNoCharter(unittest.TestCase):
    """Before the first charter is in force nobody is held."""

    layer = FUNCTIONAL

    def test_nobody_is_held(self):
        portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            create_people("consultante")
        transaction.commit()
        answer = Session(portal, "consultante", PASSWORD).get("", allow_redirects=False)
        self.assertNotIn("charter-sign", answer.headers.get("Location", ""))
        self.assertEqual(404, Session(portal, "consultante", PASSWORD, "application/json").get("@charter").status_code)
