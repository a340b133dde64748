"""The frame: what a visitor, a member and an editor get of it."""

from bluegether.theme.browser.shell import initials
from bluegether.theme.browser.shell import mark
from bluegether.theme.browser.shell import nearness
from bluegether.theme.browser.shell import tone
from bluegether.theme.interfaces import ITopbar
from bluegether.theme.testing import FUNCTIONAL
from plone.app.layout.viewlets.common import ViewletBase
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.testing.zope import Browser
from Products.CMFCore.ActionInformation import Action
from zope.component import getGlobalSiteManager
from zope.interface import Interface
from zope.viewlet.interfaces import IViewlet
import lxml.html
import transaction
import unittest


def add_action(portal, category, action_id, **properties):
    """Add an action as a room's profile does."""
    values = {"visible": True, "permissions": ("View",), "icon_expr": "string:plone.icon.people"} | properties
    portal.portal_actions[category][action_id] = Action(action_id, i18n_domain="bluegether", **values)


class ShellCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.portal.invokeFactory("Folder", "space", title="Un espace")
        self.portal.invokeFactory("Folder", "spaceship", title="Un vaisseau")
        for folder in ("space", "spaceship"):
            self.portal.portal_workflow.doActionFor(self.portal[folder], "publish")
        self.portal.space.invokeFactory("Document", "page", title="Une page")
        self.portal.portal_workflow.doActionFor(self.portal.space.page, "publish")
        setRoles(self.portal, TEST_USER_ID, ["Member"])
        self.portal.portal_membership.getMemberById(TEST_USER_ID).setMemberProperties({"fullname": "Zoé de Brem"})
        add_action(self.portal, "rail", "home", title="Accueil", url_expr="string:${portal_url}")
        add_action(self.portal, "rail", "space", title="Annuaire", url_expr="string:${portal_url}/space")
        add_action(self.portal, "rail", "ship", title="Vaisseau", url_expr="string:${portal_url}/spaceship")
        add_action(self.portal, "rail", "boss", title="Réservé", url_expr="string:/x", permissions=("Manage portal",))
        transaction.commit()

    def browser(self, name=None, password=None):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.addHeader("Accept", "text/html")
        if name:
            browser.addHeader("Authorization", f"Basic {name}:{password}")
        return browser

    def member(self):
        return self.browser(TEST_USER_NAME, TEST_USER_PASSWORD)

    def editor(self):
        return self.browser(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    def page(self, browser, path=""):
        browser.open(self.url + path)
        return lxml.html.fromstring(browser.contents)

    def rail(self, page):
        return {
            " ".join(link.text_content().split()): link.get("aria-current")
            for link in page.cssselect(".rail .rail-link")
        }


class TestRail(ShellCase):
    def test_a_member_gets_the_actions_that_the_person_may_use(self):
        self.assertEqual(list(self.rail(self.page(self.member()))), ["Accueil", "Annuaire", "Vaisseau"])

    def test_a_manager_gets_the_reserved_one_too(self):
        self.assertIn("Réservé", self.rail(self.page(self.editor())))

    def test_groups_have_headings_and_the_last_is_folded_until_one_is_in_it(self):
        add_action(self.portal, "rail_work", "deal", title="Affaires", url_expr="string:${portal_url}/deal")
        add_action(self.portal, "rail_lead", "lead", title="Conduite", url_expr="string:${portal_url}/space/page")
        transaction.commit()
        page = self.page(self.member())
        self.assertEqual(["Accueil", "Annuaire", "Vaisseau", "Affaires", "Conduite"], list(self.rail(page)))
        self.assertEqual([("Activité", "open"), ("Pilotage", None)], self.groups(page))
        self.assertEqual(
            [("Activité", "open"), ("Pilotage", "open")], self.groups(self.page(self.member(), "/space/page"))
        )
        self.assertEqual(["Conduite"], [one.text_content().strip() for one in page.cssselect(".more-sheet .rail-link")])

    def groups(self, page):
        found = page.cssselect(".rail .rail-group")
        return [(one.cssselect("summary")[0].text_content().strip(), one.get("open")) for one in found]

    def test_a_visitor_gets_no_rail_but_the_way_in(self):
        page = self.page(self.browser(), "/space")
        self.assertEqual(page.cssselect(".rail, .bottombar, .topbar-search, #account-menu"), [])
        self.assertIn("shell-slim", page.cssselect(".shell")[0].get("class"))
        self.assertEqual(page.cssselect(".topbar a.btn")[0].get("href"), self.url + "/login")

    def test_a_member_without_rooms_gets_the_slim_shell(self):
        self.portal.portal_actions.rail.manage_delObjects(["home", "space", "ship", "boss"])
        transaction.commit()
        page = self.page(self.member())
        self.assertIn("shell-slim", page.cssselect(".shell")[0].get("class"))
        self.assertEqual(page.cssselect(".rail, .bottombar"), [])

    def test_the_page_itself_is_marked_and_nothing_else(self):
        marks = self.rail(self.page(self.member(), "/space"))
        self.assertEqual(marks, {"Accueil": None, "Annuaire": "page", "Vaisseau": None})

    def test_a_page_below_marks_its_room_in_another_way(self):
        self.assertEqual(self.rail(self.page(self.member(), "/space/page"))["Annuaire"], "true")

    def test_an_address_that_only_begins_alike_does_not_count(self):
        marks = self.rail(self.page(self.member(), "/spaceship"))
        self.assertEqual((marks["Annuaire"], marks["Vaisseau"]), (None, "page"))

    def test_the_front_page_covers_only_itself(self):
        self.assertEqual(self.rail(self.page(self.member()))["Accueil"], "page")
        self.assertIsNone(self.rail(self.page(self.member(), "/sitemap"))["Accueil"])

    def test_four_entries_fit_in_the_bottom_bar_and_the_rest_is_behind_more(self):
        for number in range(3):
            add_action(self.portal, "rail", f"r{number}", title=f"Salle {number}", url_expr="string:/r")
        transaction.commit()
        page = self.page(self.member())
        links = [" ".join(a.text_content().split()) for a in page.cssselect(".bottombar-list > li > a")]
        self.assertEqual(links, ["Accueil", "Annuaire", "Vaisseau", "Salle 0"])
        self.assertEqual(len(page.cssselect(".more-sheet a")), 2)


class TestTopBar(ShellCase):
    def test_a_member_without_rights_to_add_gets_no_create_menu(self):
        self.assertEqual(self.page(self.member()).cssselect("#create-menu"), [])

    def test_create_holds_the_rooms_actions_for_everybody(self):
        add_action(self.portal, "create", "ask", title="Une question", url_expr="string:${portal_url}/ask")
        transaction.commit()
        items = self.page(self.member()).cssselect("#create-menu ~ ul a")
        self.assertEqual([a.get("href") for a in items], [self.url + "/ask"])

    def test_an_editor_also_gets_the_types_that_fit_this_folder(self):
        links = [a.get("href") for a in self.page(self.editor(), "/space").cssselect("#create-menu ~ ul a")]
        self.assertIn(self.url + "/space/++add++Document", links)

    def test_the_account_menu_holds_initials_and_plones_user_actions(self):
        page = self.page(self.member())
        self.assertEqual(page.cssselect("#account-menu")[0].text_content().strip(), "ZB")
        self.assertEqual(page.cssselect("#account-menu")[0].get("aria-label"), "Mon compte : Zoé de Brem")
        ids = [a.get("id") for a in page.cssselect("#account-menu ~ ul a")]
        self.assertIn("personaltools-logout", ids)
        self.assertNotIn("personaltools-dashboard", ids)
        self.assertNotIn("personaltools-plone_setup", ids)

    def test_a_name_with_markup_is_shown_as_text(self):
        member = self.portal.portal_membership.getMemberById(TEST_USER_ID)
        member.setMemberProperties({"fullname": "<script>alert(1)</script> X"})
        transaction.commit()
        browser = self.member()
        browser.open(self.url)
        self.assertNotIn("<script>alert", browser.contents)
        self.assertIn("&lt;script&gt;alert(1)", browser.contents)

    def test_who_may_not_view_the_portal_gets_no_search_box(self):
        self.assertTrue(self.page(self.member(), "/space").cssselect(".topbar-search form"))
        self.portal.manage_permission("View", ["Manager"], acquire=False)
        transaction.commit()
        self.assertFalse(self.page(self.member(), "/space").cssselect(".topbar-search form"))

    def test_a_search_word_with_markup_is_shown_as_text(self):
        browser = self.member()
        browser.open(self.url + "/@@search?SearchableText=%22%3E%3Cimg+src%3Dx%3E")
        self.assertNotIn('"><img src=x', browser.contents)

    def test_the_slot_for_notifications_is_nothing_while_empty_and_shows_what_rooms_put_in(self):
        page = self.page(self.member())
        self.assertEqual([child.get("class") for child in page.cssselect(".topbar-end")[0]], ["dropdown"])

        class Bell(ViewletBase):
            __name__ = "bell"
            __allow_access_to_unprotected_subobjects__ = True

            def render(self):
                return '<a class="round" href="#bell">3</a>'

        factory = (Interface, Interface, Interface, ITopbar)
        site_manager = getGlobalSiteManager()
        site_manager.registerAdapter(Bell, factory, IViewlet, name="bell")
        try:
            self.assertEqual(self.page(self.member()).cssselect(".topbar-end a.round")[0].get("href"), "#bell")
        finally:
            site_manager.unregisterAdapter(Bell, factory, IViewlet, name="bell")


class TestFrame(ShellCase):
    def test_language_skip_link_landmarks_and_one_heading(self):
        page = self.page(self.member(), "/space/page")
        self.assertEqual(page.get("lang"), "fr")
        self.assertEqual(page.cssselect("a.skip-link")[0].text_content().strip(), "Aller au contenu")
        self.assertEqual(page.cssselect("a.skip-link")[0].get("href"), "#main-container")
        self.assertEqual(len(page.cssselect("main#main-container")), 1)
        self.assertEqual([h.text_content() for h in page.cssselect("h1")], ["Une page"])

    def test_nothing_of_plones_own_frame_is_left(self):
        page = self.page(self.editor())
        self.assertEqual(page.cssselect("#portal-footer-wrapper, #portal-globalnav, .portletNavigationTree"), [])

    def test_a_member_gets_no_toolbar_an_editor_does(self):
        self.assertEqual(self.page(self.member()).cssselect("#edit-zone"), [])
        bar = self.page(self.editor(), "/space").cssselect("#edit-zone")[0]
        self.assertIn(self.url + "/space/edit", [a.get("href").split("?")[0] for a in bar.cssselect("a")])
        self.assertEqual(bar.cssselect("#personaltools-menulink"), [])

    def test_a_page_where_nothing_can_be_done_has_no_empty_toolbar(self):
        self.assertEqual(self.page(self.editor(), "/@@overview-controlpanel").cssselect("#edit-zone"), [])

    def test_no_inline_script_style_or_handler(self):
        for path in ("", "/login", "/space/page", "/no-such-page", "/login-help", "/@@search"):
            page = self.page(self.editor(), path)
            self.assertEqual(page.xpath("//script[not(@src)]"), [], path)
            self.assertEqual(page.xpath("//style"), [], path)
            handlers = [a for e in page.iter() for a in e.attrib if a.startswith("on") or a == "style"]
            self.assertEqual(handlers, [], path)

    def test_a_fragment_is_without_the_frame(self):
        page = self.page(self.member(), "/space/page?ajax_load=1")
        self.assertEqual(page.cssselect(".rail, .topbar, .bottombar"), [])
        self.assertEqual([h.text_content() for h in page.cssselect("#content h1")], ["Une page"])

    def test_portlets_are_shown_where_some_are_assigned(self):
        from plone.app.portlets.portlets.search import Assignment
        from plone.app.portlets.utils import assignment_mapping_from_key

        self.assertEqual(self.page(self.member(), "/space").cssselect("#portal-column-two"), [])
        mapping = assignment_mapping_from_key(self.portal, "plone.rightcolumn", "context", "/space")
        mapping["found"] = Assignment()
        transaction.commit()
        self.assertEqual(len(self.page(self.member(), "/space").cssselect("#portal-column-two .portletSearch")), 1)


class TestTitle(ShellCase):
    def titles(self, *paths):
        return [self.page(self.member(), path).findtext(".//title") for path in paths]

    def test_page_then_site(self):
        self.portal.portal_registry["plone.site_title"] = "BlueGether"
        transaction.commit()
        self.assertEqual(
            self.titles("", "/space/page", "/login", "/@@search", "/no-such-page", "/insufficient-privileges"),
            [
                "BlueGether",
                "Une page — BlueGether",
                "Se connecter — BlueGether",
                "Rechercher — BlueGether",
                "Page introuvable — BlueGether",
                "Vous n’avez pas accès à cette page — BlueGether",
            ],
        )

    def test_a_title_with_markup_is_escaped(self):
        self.portal.space.page.title = "</title><script>x</script>"
        transaction.commit()
        browser = self.member()
        browser.open(self.url + "/space/page")
        self.assertNotIn("<script>x", browser.contents)


class TestWords(unittest.TestCase):
    def test_initials(self):
        cases = {
            "Zoé": "Z",
            "Anne-Lise de Brem": "AB",
            "jean d'ormesson": "JO",
            "  ": "?",
            "": "?",
            "(x) Ève Noël": "ÈN",
            "李 小龙": "李小",
        }
        self.assertEqual({name: initials(name) for name in cases}, cases)

    def test_a_person_keeps_the_colour(self):
        self.assertEqual(tone("nouvelle"), tone("nouvelle"))
        self.assertEqual({tone(f"user{number}") for number in range(60)}, {1, 2, 3, 4, 5, 6})

    def test_nearness(self):
        site = "http://x/site"
        self.assertGreater(nearness(site + "/a", site + "/a", site), nearness(site + "/a", site + "/a/b", site))
        self.assertGreater(nearness(site + "/a/b", site + "/a/b/c", site), nearness(site + "/a", site + "/a/b/c", site))
        self.assertEqual(nearness(site, site + "/a", site), 0)
        self.assertGreater(nearness(site + "/", site, site), 0)
        self.assertEqual(nearness("http://elsewhere/", site, site), 0)

    def test_mark(self):
        self.assertEqual((mark("http://x/a/", "http://x/a"), mark("http://x/a", "http://x/a/b")), ("page", "true"))
