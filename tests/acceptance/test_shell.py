"""The shell in a real browser, as a person meets it: widths, themes, keyboard, accessibility."""

from bluegether.policy.testing import FUNCTIONAL
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from Products.CMFCore.ActionInformation import Action
import browser
import transaction
import unittest


ROOMS = {
    "Annuaire": "people",
    "Documents": "folder",
    "Agenda": "calendar",
    "Aide": "life-preserver",
    "Idées": "lightbulb",
}


class ShellCase(unittest.TestCase):
    layer = FUNCTIONAL
    owner = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    def setUp(self):
        self.portal = self.layer["portal"]
        rail = self.portal.portal_actions.rail
        for name, icon in ROOMS.items():
            url, icon_expr = f"string:${{portal_url}}/{name}", f"string:plone.icon.{icon}"
            rail[name] = Action(name, title=name, url_expr=url, visible=True, icon_expr=icon_expr)
        transaction.commit()

    def every_look(self, visit, widths=browser.WIDTHS, themes=browser.THEMES):
        """Check the page that `visit(page)` goes to, at every width and in both themes."""
        for width in widths:
            for theme in themes:
                with self.subTest(width=width, theme=theme), browser.page(self.layer, width, theme) as page:
                    visit(page)
                    self.assertEqual(page.get_attribute("html", "data-bs-theme"), theme)
                    self.assertEqual(page.get_attribute("html", "lang"), "fr")
                    self.assertEqual(browser.overflow(page), 0)
                    self.assertEqual(browser.axe(page), [])

    def as_owner(self, path):
        def visit(page):
            browser.login(page, *self.owner)
            page.goto(path)

        return visit


class TestLooks(ShellCase):
    def test_login(self):
        self.every_look(lambda page: page.goto("login"))

    def test_help_with_logging_in(self):
        self.every_look(lambda page: page.goto("login-help"), widths=(1440, 390))

    def test_front_page(self):
        self.every_look(self.as_owner("./"))

    def test_not_found(self):
        self.every_look(lambda page: page.goto("no-such-page"))

    def test_not_allowed(self):
        self.every_look(self.as_owner("insufficient-privileges"), widths=(390,))

    def test_a_form(self):
        self.every_look(self.as_owner("@@personal-information"), widths=(1440, 390))


class TestByHand(ShellCase):
    def test_the_choice_of_theme_is_kept_and_there_before_the_first_paint(self):
        with browser.page(self.layer, theme="light") as page:
            page.goto("login")
            page.click("[data-toggle-theme]")
            self.assertEqual(page.get_attribute("html", "data-bs-theme"), "dark")
            page.add_init_script(
                "new MutationObserver(() => { if (document.body && !window.first) "
                "window.first = document.documentElement.dataset.bsTheme || 'none'; })"
                ".observe(document, {childList: true, subtree: true});"
            )
            page.goto("login-help")
            self.assertEqual(page.evaluate("window.first"), "dark")

    def test_keyboard_goes_past_the_frame_and_into_every_menu(self):
        with browser.page(self.layer) as page:
            browser.login(page, *self.owner)
            page.goto("./")
            page.keyboard.press("Tab")
            self.assertEqual(page.evaluate("document.activeElement.className"), "skip-link")
            self.assertTrue(page.is_visible(".skip-link"))
            page.keyboard.press("Enter")
            self.assertEqual(page.evaluate("document.activeElement.id"), "main-container")
            for menu in ("#create-menu", "#account-menu"):
                page.focus(menu)
                page.keyboard.press("Enter")
                page.wait_for_selector(f"{menu}[aria-expanded=true]")
                page.keyboard.press("ArrowDown")
                self.assertTrue(page.evaluate("document.activeElement.matches('.dropdown-item')"), menu)
                page.keyboard.press("Escape")
                page.wait_for_selector(f"{menu}[aria-expanded=false]")

    def test_tab_reaches_every_room_and_control_in_order(self):
        with browser.page(self.layer) as page:
            browser.login(page, *self.owner)
            page.goto("./")
            page.evaluate("window.reached = new Set()")
            for _ in range(40):
                page.keyboard.press("Tab")
                page.evaluate("window.reached.add(document.activeElement)")
            missed = page.evaluate(
                "[...document.querySelectorAll('.rail a, .topbar a, .topbar button, .topbar input, #edit-zone a')]"
                ".filter(e => e.checkVisibility() && !window.reached.has(e)).map(e => e.outerHTML)"
            )
            self.assertEqual(missed, [])

    def test_phone_has_a_bottom_bar_of_four_and_the_rest_behind_more(self):
        with browser.page(self.layer, 390) as page:
            browser.login(page, *self.owner)
            page.goto("./")
            self.assertFalse(page.is_visible(".rail"))
            self.assertEqual(page.locator(".bottombar-list > li > a").count(), 4)
            self.assertFalse(page.is_visible(".more-sheet"))
            page.focus(".more summary")
            page.keyboard.press("Enter")
            self.assertTrue(page.is_visible(".more-sheet >> text=Idées"))
            self.assertEqual(browser.axe(page), [])
            page.keyboard.press("Escape")
            self.assertFalse(page.is_visible(".more-sheet"))

    def test_wrong_password_is_told_and_the_right_one_goes_on(self):
        with browser.page(self.layer, 390) as page:
            browser.login(page, self.owner[0], "wrong")
            self.assertTrue(page.is_visible("#global_statusmessage .alert-danger"))
            self.assertEqual(browser.axe(page), [])
            browser.login(page, *self.owner)
            self.assertTrue(page.is_visible("#account-menu"))

    def test_what_an_editor_writes_with(self):
        with api.env.adopt_roles(["Manager"]):
            folder = api.content.create(self.portal, "Folder", "atelier", title="Atelier")
        transaction.commit()
        with browser.page(self.layer, 768) as page:
            browser.login(page, *self.owner)
            page.goto(folder.absolute_url() + "/++add++Document")
            page.fill("#form-widgets-IDublinCore-title", "Écrit à la main")
            page.wait_for_selector(".tox-tinymce")
            self.assertEqual(browser.overflow(page), 0)
            page.click("#form-buttons-save")
            self.assertEqual(page.inner_text("h1"), "Écrit à la main")
            self.assertEqual(browser.overflow(page), 0)
