"""Endorsing in a real browser: without leaving the page, and without scripts."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.expertise import api as expertise
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.policy.testing import FUNCTIONAL
import browser
import transaction
import unittest


class TestEndorsing(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people("consultante", "animatrice")
        for name in ("Kubernetes", "Python"):
            if not skills.find(name):
                skills.add({"fr": name}, actor="")
        row = {"level": 4, "years": None, "last_used": None, "again": False}
        rows = [row | {"skill": skills.find(name)} for name in ("Kubernetes", "Python")]
        people.update_profile(people.person("consultante"), "skills", {"skills": rows}, actor="consultante")
        transaction.commit()

    def count(self) -> int:
        transaction.begin()
        return expertise.reason("consultante", "kubernetes", reader="animatrice").endorsements

    def test_the_page_stays_where_it_is(self):
        with browser.page(self.layer) as page:
            errors = []
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            browser.login(page, "animatrice", PASSWORD)
            page.goto("people/consultante", wait_until="networkidle")
            page.evaluate("window.stayed = true")
            line = page.locator("#endorsements li", has_text="Kubernetes")
            line.get_by_role("button", name="Recommander").click()
            line.get_by_role("button", name="Retirer ma recommandation").wait_for()
            self.assertEqual((True, 1), (page.evaluate("window.stayed"), self.count()))
            self.assertIn("Recommandations : 1", line.inner_text())
            self.assertEqual([], [fault for fault in browser.axe(page) if "endorsement" in fault])
            line.get_by_role("button", name="Retirer ma recommandation").click()
            line.get_by_role("button", name="Recommander").wait_for()
            self.assertEqual((True, 0, []), (page.evaluate("window.stayed"), self.count(), errors))

    def test_without_scripts_on_a_phone(self):
        with browser.page(self.layer, width=390, scripts=False) as page:
            browser.login(page, "animatrice", PASSWORD)
            page.goto("people/consultante")
            self.assertEqual(1, page.locator("#endorsements").count())
            page.locator("#endorsements li", has_text="Kubernetes").get_by_role("button", name="Recommander").click()
            self.assertIn("Vous recommandez cette compétence.", page.inner_text("main"))
            self.assertTrue(page.url.endswith("people/consultante"))
            self.assertEqual(1, self.count())
