"""Typing a skill in a real browser: in rows of a table that appear while typing, by keyboard and by mouse."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.skills.testing import add_skills
from bluegether.core.skills.testing import add_type
from bluegether.policy.testing import FUNCTIONAL
from plone import api
import browser
import transaction
import unittest


class TestSuggestions(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        portal = self.layer["portal"]
        create_people("animatrice")
        add_type(portal)
        add_skills()
        api.user.grant_roles("animatrice", roles=["Manager"])
        with api.env.adopt_roles(["Manager"]):
            api.content.create(portal, "Thing", "thing", title="Thing")
        transaction.commit()

    def cell(self, page, number, column):
        return page.locator(f"[name='form.widgets.rows.{number}.widgets.{column}']")

    def offered(self, page):
        page.wait_for_selector(".suggestions li")
        return page.locator(".suggestions li span").all_inner_texts()

    def stored(self):
        transaction.begin()
        return self.layer["portal"]["thing"]

    def save(self, page):
        page.click("#form-buttons-save")
        page.wait_for_load_state("load")

    def test_in_rows_that_appear_while_typing(self):
        with browser.page(self.layer) as page:
            errors = []
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            browser.login(page, "animatrice", PASSWORD)
            page.goto("thing/edit", wait_until="networkidle")
            first = page.locator("tr.auto-append input[data-suggest]").first
            first.press_sequentially("k8")
            self.assertEqual(["Kubernetes"], self.offered(page))
            self.assertEqual("true", first.get_attribute("aria-expanded"))
            self.assertEqual([], [fault for fault in browser.axe(page) if "suggest" in fault])
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            self.assertEqual(0, page.locator(".suggestions").count())
            page.keyboard.press("Tab")
            self.assertEqual("Kubernetes", self.cell(page, 0, "skill").input_value())
            page.locator("tr.auto-append input[data-suggest]").first.press_sequentially("a")
            second = self.cell(page, 1, "skill")
            second.press_sequentially("utoma")
            self.offered(page)
            page.locator(".suggestions li").first.click()
            others = self.cell(page, 1, "others")
            others.press_sequentially("pyth")
            self.offered(page)
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
            self.assertEqual("Python, ", others.input_value())
            others.focus()
            page.keyboard.press("End")
            page.keyboard.type("c+")
            self.assertEqual(["C++"], self.offered(page))
            page.keyboard.press("Escape")
            self.assertEqual("Python, c+", others.input_value())
            page.keyboard.type("+")
            self.save(page)
            rows = [(row["skill"], row["others"]) for row in self.stored().rows]
            self.assertEqual([("kubernetes", None), ("machine-learning", ["python", "cpp"])], rows)
            self.assertEqual([], errors)

    def test_on_a_phone_and_in_the_dark_nothing_overflows(self):
        with browser.page(self.layer, width=390, theme="dark") as page:
            browser.login(page, "animatrice", PASSWORD)
            page.goto("@@skills")
            page.locator("#skills-q").press_sequentially("ml")
            self.assertEqual(["Apprentissage automatique"], self.offered(page))
            self.assertEqual((0, []), (browser.overflow(page), browser.axe(page)))

    def test_without_scripts_any_spelling_is_taken(self):
        with browser.page(self.layer, scripts=False) as page:
            browser.login(page, "animatrice", PASSWORD)
            page.goto("thing/edit")
            page.fill("[name='form.widgets.wishes']", "ml, Nothing")
            self.save(page)
            self.assertIn("« Nothing » ne figure pas dans la liste des compétences.", page.inner_text("main"))
            page.fill("[name='form.widgets.wishes']", "ml, K8S")
            self.save(page)
            self.assertEqual(["machine-learning", "kubernetes"], self.stored().wishes)
