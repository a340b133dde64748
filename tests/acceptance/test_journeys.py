"""The main journeys in a real browser, in French: invitation, new version, approval, many invitations."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import draft
from bluegether.core.charter.testing import in_force
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.people import api as people
from bluegether.policy.testing import FUNCTIONAL
from plone import api
import browser
import re
import transaction
import unittest


STAFF = ("animatrice", "rh", "direction", "consultante")
SECOND = (
    {"number": 1, "title": "Moyens", "text": "Un référent vous répond.\nSous 2 jours.", "commitment": "company"},
    {"number": 2, "title": "Respect", "text": "Je respecte chacun.", "commitment": "member"},
)


class Journey(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        create_people(*STAFF)

    def charter_signed_by(self, *userids):
        """Put a first version in force and let these people sign it."""
        self.version = in_force()
        for userid in userids:
            charter.sign(userid, outcome="accepted", language="fr")
        transaction.commit()

    def accept_both_halves(self, page):
        page.check("#accept-company")
        page.check("#accept-member")
        page.click("button[name=answer][value=accepted]")
        page.wait_for_load_state("load")

    def looks_right(self, page):
        self.assertEqual("fr", page.get_attribute("html", "lang"))
        self.assertEqual(0, browser.overflow(page))
        self.assertEqual(1, page.locator("h1").count())


class TestInvitation(Journey):
    def test_from_the_link_to_the_first_home_page_on_a_phone(self):
        self.charter_signed_by("rh")
        token = people.invite(
            fullname="Chloé Lefèvre",
            email="chloe@example.com",
            kind="consultant",
            employment="employee",
            invited_by="rh",
        )
        userid = people.invitation(token).userid
        transaction.commit()
        with browser.page(self.layer, width=390) as page:
            page.goto(f"@@join?token={token}")
            self.looks_right(page)
            self.assertIn("Un référent vous répond.", page.inner_text("#main-container"))
            self.assertIn("Je respecte chacun.", page.inner_text("#main-container"))
            self.no_account_yet(userid)

            page.check("#accept-company")
            page.click("button[name=answer][value=accepted]")
            self.assertIn("cochez", page.inner_text("[role=alert]"))
            self.no_account_yet(userid)

            self.accept_both_halves(page)
            self.set_password(page, userid)
            browser.login(page, userid, "Un-long-secret-2026")
            page.goto("./")
            self.looks_right(page)
            self.assertRegex(page.inner_text("h1"), r"Bon(jour|soir) Chloé")
        transaction.begin()
        self.assertEqual("signed", charter.status(userid).value)

    def no_account_yet(self, userid):
        transaction.begin()
        self.assertIsNone(api.user.get(userid=userid))

    def set_password(self, page, userid):
        self.assertIn("passwordreset", page.url)
        self.looks_right(page)
        self.assertEqual(userid, page.input_value("#userid"))
        page.fill("input[name=password]", "Un-long-secret-2026")
        page.fill("input[name=password2]", "Un-long-secret-2026")
        page.press("input[name=password2]", "Enter")
        page.wait_for_load_state("load")

    def test_the_link_works_once(self):
        self.charter_signed_by("rh")
        token = people.invite(
            fullname="Chloé Lefèvre", email="chloe@example.com", kind="staff", employment="", invited_by="rh"
        )
        transaction.commit()
        with browser.page(self.layer) as page:
            page.goto(f"@@join?token={token}")
            self.accept_both_halves(page)
            page.goto(f"@@join?token={token}")
            self.assertEqual(0, page.locator("#accept-company").count())
            self.assertTrue(page.locator("[role=alert]").count())


class TestNewVersion(Journey):
    def test_stopped_at_the_gate_reads_the_changes_signs_and_goes_on(self):
        self.charter_signed_by("consultante")
        with browser.page(self.layer) as page:
            browser.login(page, "consultante", PASSWORD)
            page.goto("@@charter")
            transaction.begin()
            in_force(self.version.__parent__, label="2", articles=[dict(row) for row in SECOND], grace_days=0)
            transaction.commit()

            page.goto("@@commitments")
            self.assertIn("@@charter-sign", page.url)
            self.looks_right(page)
            self.assertIn("5", page.locator("del").first.inner_text())
            self.assertIn("2", page.locator("ins").first.inner_text())

            self.accept_both_halves(page)
            self.assertTrue(re.search(r"/@@commitments$", page.url), page.url)
            self.assertIn("Sous 2 jours.", page.inner_text("#main-container"))
        transaction.begin()
        self.assertEqual("signed", charter.status("consultante").value)


class TestApproval(Journey):
    def test_the_animator_submits_and_direction_approves(self):
        version = draft()
        path = version.absolute_url()
        transaction.commit()
        with browser.page(self.layer) as page:
            browser.login(page, "animatrice", PASSWORD)
            page.goto(path)
            self.looks_right(page)
            self.assertEqual(0, page.locator("#charter-approve").count())
            page.fill("#comment-submit", "Première rédaction")
            page.click("#charter-submit button")
            page.wait_for_load_state("load")
            self.assertEqual(0, page.locator("#charter-approve").count())
        with browser.page(self.layer) as page:
            browser.login(page, "direction", PASSWORD)
            page.goto(path)
            self.looks_right(page)
            self.assertIn("Première rédaction", page.inner_text("#main-container"))
            page.fill("#comment-approve", "Conforme à nos valeurs")
            page.click("#charter-approve button")
            page.wait_for_load_state("load")
        transaction.begin()
        self.assertEqual("in_force", api.content.get_state(version))
        said = [(step.userid, step.comment) for step in charter.history(version) if step.transition == "approve"]
        self.assertEqual([("direction", "Conforme à nos valeurs")], said)


class TestManyInvitations(Journey):
    BAD = (
        "Jean;Sansadresse;;consultant;salarié",
        "Anne;Mauvaise;pas-une-adresse;consultant;salarié",
        "Paul;Inconnu;paul@example.com;martien;",
        "Zoé;Double;p1@example.com;interne;",
        ";;vide@example.com;interne;",
    )

    def file(self):
        good = [f"Prénom{n};Nom{n};p{n}@example.com;interne;" for n in range(1, 196)]
        rows = ["Prénom;Nom;Courriel;Type;Statut", *good, *self.BAD]
        return {"name": "arrivees.csv", "mimeType": "text/csv", "buffer": "\n".join(rows).encode("utf-8-sig")}

    def test_two_hundred_rows_five_of_them_bad(self):
        self.charter_signed_by("rh")
        with browser.page(self.layer) as page:
            browser.login(page, "rh", PASSWORD)
            page.goto("@@invite-csv")
            self.looks_right(page)
            page.set_input_files("#csv-file", self.file())
            page.click("form[action$='@@invite-csv'] button[type=submit]")
            page.wait_for_load_state("load")
            self.looks_right(page)
            self.assertEqual(["195", "5"], page.locator(".lead strong").all_inner_texts())
            lines = page.locator("section[aria-labelledby=csv-bad] tbody tr td:first-child").all_inner_texts()
            self.assertEqual(["197", "198", "199", "200", "201"], sorted(set(lines)))
            self.invited(0)
            page.click("button[name=confirm]")
            page.wait_for_load_state("load")
            self.invited(195)

    def invited(self, count):
        transaction.begin()
        self.assertEqual(count, people.invitations(state="open").total)
