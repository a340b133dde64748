"""The main journeys in a real browser, in French: invitation, new version, approval, many invitations."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import in_force
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.people import api as people
from bluegether.policy.testing import FUNCTIONAL
import browser
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
