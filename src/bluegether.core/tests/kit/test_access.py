"""A client account reaches what is open to it and nothing else, on every channel and every registered route."""

from bluegether.core.kit.access import is_client
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.browserlayer.utils import registered_layers
from plone.rest.interfaces import IAPIRequest
from zope.component import getSiteManager
from zope.interface import alsoProvides
from zope.interface import Interface
from zope.interface import providedBy
import transaction
import unittest
import xmlrpc.client


PASSWORD = "Correct-horse-1"
SECRET = "Projet-Zanzibar"
MEMBER = "Zoé Quillefeu"

# What a client may ask the site for, by name. A new view or service is closed until somebody decides otherwise:
# mark its class and add it here.
OPEN_VIEWS = {
    # logging in and out, passwords, "are you sure"
    "confirm-action",
    "failsafe_login",
    "failsafe_login_form",
    "forced-password-change",
    "initial-login-password-change",
    "insufficient-privileges",
    "logged-out",
    "login",
    "login-help",
    "login_form",
    "logout",
    "mail_password",
    "passwordreset",
    "require_login",
    # what pages are made of, and what machines ask for
    "favicon.ico",
    "ok",
    "plonejsi18n",
    "robots.txt",
    "site-logo",
    # one's own account
    "change-password",
    "my-data",
    "request-account",
    "personal-information",
    "personal-preferences",
    # a feed behind its own secret
    "calendar",
    # a candidate who has no account, behind a token of their own
    "referral-consent",
    # what one is told, and how mail of it is stopped
    "announcement",
    "notification-devices",
    "notification-open",
    "notification-settings",
    "notification-unsubscribe",
    "notifications",
    "notifications-badge",
    "notifications-worker",
    # the charter and the home page
    "charter",
    "charter-sign",
    "home",
    "join",
}
OPEN_SERVICES = {
    ("GET", "@login"),
    ("POST", "@login"),
    ("POST", "@logout"),
    ("POST", "@login-renew"),
    ("GET", "@charter"),
    ("POST", "@charter"),
    ("GET", "@referral-consent"),
    ("POST", "@referral-consent"),
    ("GET", "@todos"),
    ("GET", "@notifications"),
    ("PATCH", "@notifications"),
    ("POST", "@notifications"),
    ("GET", "@notification-settings"),
    ("PATCH", "@notification-settings"),
    ("GET", "@push"),
    ("POST", "@push"),
    ("DELETE", "@push"),
}
REFUSED = {301, 302, 400, 401, 403, 404, 405}
NEEDS_A_PATH = {"+", "+rule", "+condition", "+action"}  # answers 500 to everyone when nothing follows it


class ClientCase(unittest.TestCase):
    """A site with members and member-visible content, and a client who must not see any of it."""

    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            people.create_account(
                "carla", fullname="Carla Cli", email="carla@client.example", kind="client", password=PASSWORD
            )
            people.create_account("zoe", fullname=MEMBER, email="zoe@example.com", kind="staff", password=PASSWORD)
            self.portal.portal_workflow.setDefaultChain("simple_publication_workflow")
            # One that its own permission would show to a client, one that members see in every menu and search.
            self.document = self.publish("plan", "Authenticated", exclude_from_nav=True)
            self.publish("reserve", "Member")
        transaction.commit()

    def publish(self, name, role, **values):
        document = api.content.create(
            self.portal, "Document", name, title=SECRET, description=SECRET, creators=("zoe",), **values
        )
        api.content.transition(document, "publish")
        for permission in ("View", "Access contents information"):
            document.manage_permission(permission, [role, "Manager"])
        document.reindexObjectSecurity()
        return document

    def session(self, userid="carla", accept="text/html", password=PASSWORD):
        session = Session(self.portal, userid, password, accept)
        self.addCleanup(session.close)
        return session

    def refused(self, answer):
        self.assertIn(answer.status_code, REFUSED, answer.url)
        if answer.status_code in (301, 302):
            self.assertIn("login", answer.headers["Location"], answer.url)
        self.assertFalse(SECRET in answer.text, answer.url)
        self.assertFalse(MEMBER in answer.text, answer.url)


class TestEveryRoute(ClientCase):
    """Over what is registered, not over what we thought of."""

    def request(self, *extra):
        request = self.layer["request"].clone()
        alsoProvides(request, *registered_layers(), *extra)
        return request

    def names(self, request):
        required = (providedBy(self.portal), providedBy(request))
        return sorted({name for name, _factory in getSiteManager().adapters.lookupAll(required, Interface) if name})

    def test_every_view_of_the_site(self):
        session = self.session()
        services = {f"{method}_application_json_{name}" for method, name in OPEN_SERVICES}
        names = [name for name in self.names(self.request()) if name not in OPEN_VIEWS | NEEDS_A_PATH | services]
        self.assertGreater(len(names), 200)
        for name in names:
            self.refused(session.get(f"@@{name}", allow_redirects=False))

    def test_every_view_of_content(self):
        session = self.session()
        required = (providedBy(self.document), providedBy(self.request()))
        names = {name for name, _factory in getSiteManager().adapters.lookupAll(required, Interface) if name}
        for name in sorted(names - OPEN_VIEWS - NEEDS_A_PATH):
            self.refused(session.get(f"plan/@@{name}", allow_redirects=False))

    def test_open_views_tell_nothing_of_content_that_a_client_may_not_view(self):
        session = self.session()
        for name in sorted(OPEN_VIEWS):
            answer = session.get(f"plan/@@{name}", allow_redirects=False)
            self.assertFalse(SECRET in answer.text, name)

    def test_every_rest_service(self):
        session = self.session(accept="application/json")
        names = self.names(self.request(IAPIRequest))
        services = [name.split("_application_json_", 1) for name in names if "_application_json_" in name]
        self.assertGreater(len(services), 80)
        for method, name in services:
            if (method, name) not in OPEN_SERVICES:
                self.refused(session.request(method, name, json={}, allow_redirects=False))
                self.refused(session.request(method, f"plan/{name}", json={}, allow_redirects=False))

    def test_a_member_does_see_it(self):
        self.assertIn(SECRET, self.session("zoe").get("plan").text)
        found = self.session("zoe", "application/json").get("@search?SearchableText=Zanzibar")
        self.assertIn(SECRET, found.text)


class TestChannels(ClientCase):
    """The routes by which members could be enumerated or content read."""

    def test_pages_explain(self):
        answer = self.session().get("plan")
        self.assertEqual(403, answer.status_code)
        self.assertIn("This page is not for your account", answer.text)

    def test_rest_answers_json(self):
        answer = self.session(accept="application/json").get("plan")
        self.assertEqual(403, answer.status_code)
        self.assertEqual("NotForClients", answer.json()["type"])

    def test_members_cannot_be_enumerated(self):
        session = self.session(accept="application/json")
        for path in (
            "@users",
            "@users/zoe",
            "@users?query=zoe",
            "@principals?search=zoe",
            "@groups",
            "@sharing?search=zoe",
            "@vocabularies/plone.app.vocabularies.Users",
            "@vocabularies/plone.app.vocabularies.Principals?title=zo",
            "@search?Creator=zoe",
            "@search?metadata_fields=_all&SearchableText=Zanzibar",
            "@querystring-search?query=%7B%22query%22%3A%5B%5D%7D",
            "@navigation",
            "@breadcrumbs",
            "@portrait/zoe",
            "@history",
            "++api++/@users",
            "++api++/plan",
            "++api++/@search",
        ):
            answer = session.get(path)
            self.assertIn(answer.status_code, (401, 403), path)
            self.assertNotIn("zoe", answer.text.replace(path, ""), path)

    def test_pages_that_list(self):
        session = self.session()
        for path in (
            "author/zoe",
            "@@search?SearchableText=Zanzibar",
            "search?Creator=zoe",
            "@@updated_search?SearchableText=Zanzibar",
            "@@ajax-search?SearchableText=Zanzibar",
            "@@getVocabulary?name=plone.app.vocabularies.Users",
            "@@getVocabulary?name=plone.app.vocabularies.Catalog",
            "folder_contents",
            "@@sharing",
            "sitemap",
            "sitemap.xml.gz",
            "RSS",
            "rss.xml",
            "atom.xml",
            "search_rss",
            "plan/RSS",
            "portal_catalog/searchResults",
            "portal_catalog",
            "portal_membership/searchForMembers",
            "portal_membership/listMemberIds",
            "acl_users/searchUsers",
            "acl_users",
            "portal_memberdata/portraits/zoe",
            "plan/view",
            "plan/document_view",
            "plan/title",
            "plan/Title",
            "plan/@@images/image",
            "plan/@@download/file",
            "plan/manage_main",
            "plan/manage_DAVget",
            "plan/@@login/../plan",
            "login/plan",
            "++plone++static/../plan",
            "objectIds",
            "contentIds",
            "listFolderContents",
        ):
            self.refused(session.get(path, allow_redirects=False))

    def test_other_methods(self):
        session = self.session()
        for method in ("HEAD", "OPTIONS", "PUT", "DELETE", "PROPFIND", "PROPPATCH", "COPY", "MOVE", "LOCK", "PATCH"):
            self.refused(session.request(method, "plan", allow_redirects=False))
            self.refused(session.request(method, "", allow_redirects=False))
        self.assertIn("plan", self.portal.objectIds())

    def test_xmlrpc(self):
        url = self.portal.absolute_url().replace("//", f"//carla:{PASSWORD}@")
        for call in ("plan.Title", "objectIds", "portal_catalog.searchResults"):
            with self.assertRaises((xmlrpc.client.ProtocolError, xmlrpc.client.Fault)):
                getattr(xmlrpc.client.ServerProxy(url), call)()

    def test_own_account_is_open(self):
        session = self.session()
        for name in ("personal-information", "personal-preferences", "change-password", "login", "logged-out"):
            self.assertEqual(200, session.get(f"@@{name}").status_code, name)
        self.assertIn("carla@client.example", session.get("@@personal-information").text)

    def test_nobody_elses_account_is(self):
        session = self.session()
        for name in ("personal-information", "personal-preferences", "change-password"):
            self.refused(session.get(f"@@{name}?userid=zoe"))
            self.refused(session.get(f"@@{name}", cookies={"userid": "zoe"}))
            self.refused(session.post(f"@@{name}", data={"userid": "zoe"}))

    def test_static_files_are_open(self):
        session = self.session()
        for path in ("++resource++plone-logo.svg", "++plone++static/bundle-plone/bundle.min.js", "favicon.ico"):
            self.assertEqual(200, session.get(path).status_code, path)


class TestWho(ClientCase):
    """Who counts as a client."""

    def test_a_client_who_becomes_a_member_is_none(self):
        user = api.user.get("carla").getUser()
        self.assertTrue(is_client(user))
        self.portal.acl_users.portal_role_manager.assignRoleToPrincipal("Member", "carla")
        self.assertFalse(is_client(api.user.get("carla").getUser()))

    def test_the_zope_root_administrator_is_not_concerned(self):
        answer = self.session(SITE_OWNER_NAME, password=SITE_OWNER_PASSWORD).get("plan")
        self.assertIn(SECRET, answer.text)

    def test_an_id_like_an_open_view_opens_nothing(self):
        with api.env.adopt_roles(["Manager"]):
            self.portal.manage_renameObject("plan", "charter-sign-up")
        transaction.commit()
        self.refused(self.session().get("charter-sign-up", allow_redirects=False))
