"""axe-core (WCAG 2.2 AA) on the pages of the first part, in light and dark, and nothing wider than the window."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import in_force
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.onboarding import api as onboarding
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.policy.testing import FUNCTIONAL
import browser
import transaction
import unittest


class TestAccess(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people("animatrice", "rh", "direction", "consultante", "cliente")
        in_force()
        for userid in ("animatrice", "rh", "direction", "cliente"):
            charter.sign(userid, outcome="accepted", language="fr")
        onboarding.save("need", {"owner": "animatrice", "target": "2020-01-31"}, revision=0, actor="animatrice")
        transaction.commit()

    def check(self, path, userid=None, width=1440):
        """Fail when the page has a violation, is wider than the window or says something in no language."""
        for theme in browser.THEMES:
            with self.subTest(path=path, theme=theme), browser.page(self.layer, width, theme) as page:
                if userid:
                    browser.login(page, userid, PASSWORD)
                answer = page.goto(path)
                self.assertEqual(200, answer.status)
                self.assertIn(path.split("?")[0].strip("./"), page.url)
                self.assertEqual([], browser.axe(page))
                self.assertEqual(0, browser.overflow(page))
                self.assertEqual("fr", page.get_attribute("html", "lang"))
                self.assertEqual(1, page.locator("h1").count())
                self.assertTrue(page.title().strip())

    def test_home(self):
        self.check("./", "animatrice")
        self.check("./", "animatrice", width=390)

    def test_home_of_a_client(self):
        self.check("./", "cliente", width=768)

    def test_charter(self):
        self.check("@@charter", "animatrice")

    def test_charter_to_sign(self):
        self.check("@@charter-sign", "consultante", width=390)

    def test_join(self):
        token = people.invite(fullname="Chloé Lefèvre", email="c@example.com", kind="staff", invited_by="rh")
        transaction.commit()
        self.check(f"@@join?token={token}", width=390)

    def test_launch(self):
        self.check("@@launch", "animatrice")
        self.check("@@launch", "animatrice", width=390)

    def test_launch_step(self):
        self.check("@@launch-step?step=strategy", "animatrice")

    def test_accounts(self):
        self.check("@@accounts", "rh")

    def test_profile(self):
        self.check("people/rh", "rh")
        self.check("people/rh", "animatrice", width=390)

    def test_directory(self):
        self.check("people", "animatrice", width=390)
        self.check("@@org-chart", "rh")

    def test_career(self):
        self.check("@@career", "animatrice", width=390)

    def test_stream(self):
        entry = stream.post("Bonjour à **tous**, un premier essai #Plone", author="animatrice")
        transaction.commit()
        self.check("@@stream", "animatrice", width=390)
        self.check(f"@@stream/{entry.id}", "rh")

    def test_notifications(self):
        self.check("@@notifications", "animatrice", width=390)
        self.check("@@notification-settings", "rh", width=390)

    def test_calendar(self):
        self.check("@@my-calendar", "animatrice", width=390)

    def test_dossier(self):
        self.check("@@dossier", "animatrice", width=390)

    def test_departures_and_arrivals(self):
        self.check("@@departures", "rh")
        self.check("@@journeys", "rh", width=390)


class TestKeyboard(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people("animatrice")
        transaction.commit()

    def test_a_step_is_filled_in_without_a_mouse(self):
        with browser.page(self.layer) as page:
            browser.login(page, "animatrice", PASSWORD)
            page.goto("@@launch-step?step=need")
            page.focus("#launch-use")
            page.keyboard.type("Trouver une réponse")
            page.keyboard.press("Tab")
            page.keyboard.type("Les consultants en mission")
            page.focus("#launch-note")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_url("**/@@launch#step-need")
        transaction.begin()
        expected = {"use": "Trouver une réponse", "audience": "Les consultants en mission"}
        self.assertEqual(expected, onboarding.step("need").answers)
