"""A referral in a real browser, in French: referred, agreed to from the mail's link, moved to the end, bonus due."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.kit import mail
from bluegether.core.kit.clock import today
from bluegether.core.people import api as people
from bluegether.core.referrals import api as referrals
from bluegether.policy.testing import FUNCTIONAL
from unittest import mock
import browser
import re
import transaction
import unittest


NAME = "Lucie Moreau"


class TestReferral(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people("consultante", "rh", "direction")
        people.update_account("consultante", actor="rh", matricule="0042")
        rows = [("senior", "hired", 0, 75000), ("senior", "trial_passed", 0, 125000)]
        referrals.publish(rows, since=today(), text_="", userid="direction")
        transaction.commit()
        self.mails = []
        sent = mock.patch.object(mail, "send", self.keep)
        sent.start()
        self.addCleanup(sent.stop)

    def keep(self, to, subject, body, **_more):
        self.mails.append((to, subject, body))

    def looks_right(self, page):
        self.assertEqual("fr", page.get_attribute("html", "lang"))
        self.assertEqual((0, 1), (browser.overflow(page), page.locator("h1").count()))
        self.assertEqual([], browser.axe(page))

    def link(self):
        """Return where the last mail to the candidate leads, below the site."""
        body = [body for to, _subject, body in self.mails if to == "lucie@example.org"][-1]
        return re.search(r"@@referral-consent\?token=[\w-]+", body).group(0)

    def test_from_a_name_to_the_bonus(self):
        self.refer()
        self.agree_on_a_phone()
        self.handle()
        with browser.page(self.layer) as page:
            browser.login(page, "consultante", PASSWORD)
            page.goto("@@referrals")
            self.looks_right(page)
            self.assertIn("Période d’essai validée", page.inner_text("main"))
            page.get_by_role("link", name=NAME).first.click()
            text = page.inner_text("main").replace("\u202f", " ").replace("\u00a0", " ")
            self.assertIn("1 250 €", text)
            self.assertNotIn("Très à l’aise", text)
            self.looks_right(page)
        transaction.begin()
        states = [(one.rule.milestone, one.state) for one in referrals.own_bonuses("consultante")]
        self.assertEqual({("hired", "due"), ("trial_passed", "due")}, set(states))

    def refer(self):
        with browser.page(self.layer) as page:
            browser.login(page, "consultante", PASSWORD)
            page.goto("@@referrals")
            page.get_by_role("link", name="Coopter quelqu’un").click()
            self.looks_right(page)
            page.fill("#field-name", NAME)
            page.fill("#field-email", "lucie@example.org")
            page.check("#field-agreed")
            page.get_by_role("button", name="Coopter").click()
            self.assertIn(NAME, page.inner_text("h1"))
            self.looks_right(page)

    def agree_on_a_phone(self):
        with browser.page(self.layer, width=390, scripts=False) as page:
            page.goto(self.link())
            self.assertIn("Consultante Test", page.inner_text("main"))
            self.assertEqual(0, browser.overflow(page))
            page.fill("#field-words", "Bonjour")
            page.get_by_role("button", name="Je suis d’accord").click()
            self.assertIn("Les RH vous contacteront", page.inner_text("main"))
        with browser.page(self.layer, width=390) as page:
            page.goto(self.link())
            self.looks_right(page)

    def handle(self):
        with browser.page(self.layer) as page:
            browser.login(page, "rh", PASSWORD)
            page.goto("@@referrals-board")
            self.looks_right(page)
            page.get_by_role("link", name=NAME).click()
            page.fill("#field-text", "Très à l’aise.")
            page.get_by_role("button", name="Écrire").click()
            for button in ("Qualifier", "Passer aux entretiens", "Une offre est faite"):
                page.get_by_role("button", name=button).click()
            page.fill("#field-on", today().isoformat())
            page.select_option("#field-profile >> nth=0", "senior")
            page.get_by_role("button", name="Embaucher").click()
            page.fill("#field-on", today().isoformat())
            page.get_by_role("button", name="La période d’essai est validée").click()
            self.assertIn("Période d’essai validée", page.inner_text("main"))
            self.looks_right(page)
