"""A members-only site: what is published is for members, never for anonymous people or clients."""

from bluegether.core.people import api as people
from bluegether.core.testing import Session
from bluegether.policy import structure
from bluegether.policy.testing import FUNCTIONAL
from bluegether.policy.testing import INTEGRATION
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import Browser
from zope.component import getMultiAdapter
import json
import transaction
import unittest


SECRET = "Grille des salaires"
PASSWORD = "Motdepasse-2026!"


def published(site):
    """Make a published page and a file beside it, in a folder that every member sees."""
    structure.ensure(site)
    page = api.content.create(site.documents, "Document", "grille", title=SECRET, description=SECRET)
    api.content.transition(page, "publish_internally")
    news = api.content.create(site.actualites, "News Item", "nouvelle", title=SECRET)
    api.content.transition(news, "publish_internally")
    return page


def account(userid: str, kind: str) -> None:
    people.create_account(userid, fullname=userid.title(), email=f"{userid}@example.com", kind=kind, password=PASSWORD)


class TestWhoSees(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.site = self.layer["portal"]
        setRoles(self.site, TEST_USER_ID, ["Manager"])
        self.page = published(self.site)
        account("marie", "consultant")
        account("acheteur", "client")

    def found(self) -> list[str]:
        return [brain.Title for brain in self.site.portal_catalog(SearchableText="salaires")]

    def refused(self, obj, *permissions: str) -> None:
        for permission in permissions:
            self.assertFalse(api.user.has_permission(permission, obj=obj), (obj.getId(), permission))

    def test_a_member_sees_it(self):
        login(self.site, "marie")
        self.assertTrue(api.user.has_permission("View", obj=self.page))
        self.assertEqual([SECRET, SECRET], self.found())

    def test_a_member_does_not_change_it(self):
        login(self.site, "marie")
        self.assertFalse(api.user.has_permission("Modify portal content", obj=self.page))
        self.assertFalse(api.user.has_permission("Add portal content", obj=self.site.documents))

    def test_a_client_does_not(self):
        login(self.site, "acheteur")
        self.refused(self.page, "View", "Access contents information", "List folder contents")
        self.refused(self.site.documents, "View", "Access contents information", "List folder contents")
        self.refused(self.site, "View", "List folder contents", "Search ZCatalog")
        self.assertEqual([], self.found())

    def test_an_anonymous_person_does_not(self):
        logout()
        self.refused(self.page, "View", "Access contents information", "List folder contents")
        self.refused(self.site.documents, "View", "Access contents information", "List folder contents")
        self.refused(self.site, "View", "List folder contents", "Search ZCatalog")
        self.assertEqual([], self.found())

    def test_a_file_follows_its_folder(self):
        stored = api.content.create(self.site.documents, "File", "fichier", title="Fichier")
        login(self.site, "acheteur")
        self.assertFalse(api.user.has_permission("View", obj=stored))
        login(self.site, "marie")
        self.assertTrue(api.user.has_permission("View", obj=stored))

    def test_nothing_is_published_to_the_public(self):
        workflow = self.site.portal_workflow.intranet_workflow
        for state in workflow.states.objectValues():
            self.assertNotIn("publish_externally", state.transitions, state.getId())
            for permission in workflow.permissions:
                self.assertNotIn("Anonymous", state.getPermissionInfo(permission)["roles"], state.getId())
        self.assertNotIn("publish_externally", workflow.transitions)

    def test_types_of_content_have_the_workflow(self):
        tool = self.site.portal_workflow
        for name in ("Document", "Event", "Folder", "Link", "News Item"):
            self.assertEqual(("intranet_workflow",), tool.getChainForPortalType(name), name)
        for name in ("File", "Image"):
            self.assertEqual((), tool.getChainForPortalType(name), name)
        self.assertEqual(("comment_one_state_workflow",), tool.getChainForPortalType("Discussion Item"))

    def test_the_animator_publishes_news(self):
        account("lea", "staff")
        api.group.add_user(groupname="Animateurs", username="lea")
        login(self.site, "lea")
        news = api.content.create(self.site.actualites, "News Item", "une", title="Une")
        api.content.transition(news, "publish_internally")
        self.assertEqual("internally_published", api.content.get_state(news))
        self.assertFalse(api.user.has_permission("Add portal content", obj=self.site))

    def test_staff_edit_what_is_published_and_nobody_else(self):
        for userid, group in (("ines", "Redacteurs"), ("lea", "Animateurs"), ("rh", "RH")):
            account(userid, "staff")
            api.group.add_user(groupname=group, username=userid)
        may = {}
        for userid in ("ines", "lea", "rh", "marie", "acheteur"):
            login(self.site, userid)
            may[userid] = bool(api.user.has_permission("Modify portal content", obj=self.page))
        self.assertEqual({"ines": True, "lea": False, "rh": False, "marie": False, "acheteur": False}, may)

    def test_comments_are_for_members(self):
        login(self.site, "marie")
        self.assertTrue(api.user.has_permission("Reply to item", obj=self.page))
        login(self.site, "acheteur")
        self.assertFalse(api.user.has_permission("Reply to item", obj=self.page))
        self.assertFalse(api.user.has_permission("View comments", obj=self.page))


class TestChannels(unittest.TestCase):
    layer = FUNCTIONAL

    PATHS = (
        "",
        "/documents",
        "/documents/grille",
        "/documents/grille/view",
        "/actualites/nouvelle",
        "/@@search?SearchableText=salaires",
        "/@@ajax-search?SearchableText=salaires",
        "/search_rss?SearchableText=salaires",
        "/actualites/RSS",
        "/actualites/atom.xml",
        "/sitemap",
        "/sitemap.xml.gz",
        "/documents/@@folder_contents",
        "/documents/grille/@@download",
    )
    REST = (
        "",
        "/documents",
        "/documents/grille",
        "/@search?SearchableText=salaires",
        "/@querystring-search",
        "/@navigation",
        "/@types",
        "/documents/grille/@comments",
    )

    def setUp(self):
        self.site = self.layer["portal"]
        setRoles(self.site, TEST_USER_ID, ["Manager"])
        published(self.site)
        account("marie", "consultant")
        account("acheteur", "client")
        transaction.commit()

    def browser(self, userid: str | None = None, accept: str = "text/html") -> Browser:
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.addHeader("Accept", accept)
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        return browser

    def answer(self, browser: Browser, path: str) -> str:
        browser.open(self.site.absolute_url() + path)
        return browser.contents if isinstance(browser.contents, str) else browser.contents.decode(errors="replace")

    def test_a_member_reads_the_page(self):
        self.assertIn(SECRET, self.answer(self.browser("marie"), "/documents/grille"))

    def test_pages_say_nothing_to_others(self):
        for userid in (None, "acheteur"):
            browser = self.browser(userid)
            for path in self.PATHS:
                self.assertNotIn(SECRET, self.answer(browser, path), (userid, path))

    def test_anonymous_people_are_sent_to_the_login(self):
        for path in ("", "/documents/grille", "/actualites"):
            browser = self.browser()
            self.answer(browser, path)
            self.assertIn("/login", browser.url, path)
            self.assertIn("__ac_name", browser.contents, path)

    def test_rest_says_nothing_to_others(self):
        for userid in (None, "acheteur"):
            browser = self.browser(userid, accept="application/json")
            for path in self.REST:
                body = self.answer(browser, path)
                self.assertNotIn(SECRET, body, (userid, path))
                self.assertNotIn("grille", body.replace("/documents/grille", ""), (userid, path))

    def test_rest_answers_a_member(self):
        browser = self.browser("marie", accept="application/json")
        data = json.loads(self.answer(browser, "/documents/grille"))
        self.assertEqual(SECRET, data["title"])

    def first_page(self):
        return getMultiAdapter((self.layer["app"], self.layer["request"]), name="plone-overview")

    def test_the_server_s_first_page_leads_to_the_only_site(self):
        self.assertEqual(self.site.absolute_url(), self.first_page()())
        self.assertEqual(302, self.layer["request"].response.getStatus())

    def test_with_two_sites_it_lets_choose(self):
        app = self.layer["app"]
        app._objects += ({"id": "other", "meta_type": "Plone Site"},)
        app.other = self.site.aq_base
        page = self.first_page()
        page.index = lambda: "choose"
        self.assertEqual("choose", page())


class TestPrograms(unittest.TestCase):
    """Core and theme together: who asks the API is told the status, and is never sent to the login."""

    layer = FUNCTIONAL

    def test_refusals_are_json_with_their_status(self):
        session = Session(self.layer["portal"], accept="application/json")
        self.addCleanup(session.close)
        for path, status, kind in (
            ("@people", 401, "Unauthorized"),
            ("@skills?q=java", 401, "Unauthorized"),
            ("++api++/@people", 401, "Unauthorized"),
            ("nothing-here", 404, "NotFound"),
        ):
            with self.subTest(path):
                answer = session.get(path, allow_redirects=False)
                self.assertEqual((status, kind), (answer.status_code, answer.json()["type"]))
