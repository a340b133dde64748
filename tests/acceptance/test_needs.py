"""From a need to a mission in a real browser: opened, translated by an expert, applied for, proposed, won, planned."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.expertise import api as expertise
from bluegether.core.missions import api as missions
from bluegether.core.needs import api as needs
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.policy.testing import FUNCTIONAL
from plone import api
import browser
import transaction
import unittest


SALES, EXPERT, CANDIDATE = "vendeuse", "experte", "candidate"


class TestNeeds(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people("animatrice")
        for userid, kind in ((SALES, "staff"), (EXPERT, "consultant"), (CANDIDATE, "consultant")):
            people.create_account(
                userid, fullname=f"{userid.title()} Test", email=f"{userid}@example.com", kind=kind, password=PASSWORD
            )
        api.user.grant_roles(username=SALES, roles=["Sales Referent"])
        for name in ("Kubernetes", "Kafka"):
            if not skills.find(name):
                skills.add({"fr": name}, actor="")
        self.knows(EXPERT, "Kafka", "Kubernetes")
        self.knows(CANDIDATE, "Kubernetes")
        api.portal.set_registry_record("bluegether.expertise.expert_endorsements", 1)
        expertise.endorse(EXPERT, skills.find("Kubernetes"), actor="animatrice")
        needs.ensure()
        missions.ensure()
        with api.env.adopt_roles(["Manager"]):
            missions.create_client(actor=SALES, title="Banque du Test")
        transaction.commit()

    def knows(self, userid: str, *names: str) -> None:
        row = {"level": 4, "years": None, "last_used": None, "again": False}
        rows = [row | {"skill": skills.find(name)} for name in names]
        people.update_profile(people.person(userid), "skills", {"skills": rows}, actor=userid)

    def as_person(self, page, userid: str) -> None:
        """Sign out and in as somebody else."""
        page.context.clear_cookies()
        browser.login(page, userid, PASSWORD)

    def test_from_the_need_to_the_mission(self):
        with browser.page(self.layer) as page:
            errors = []
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            browser.login(page, SALES, PASSWORD)
            self.open_a_need(page)
            where = page.url
            self.as_person(page, EXPERT)
            self.suggest(page, where)
            self.as_person(page, SALES)
            page.goto(where)
            page.get_by_role("button", name="Reprendre : Kafka", exact=True).click()
            page.get_by_text("Suggérée par Experte Test", exact=True).wait_for()
            self.as_person(page, CANDIDATE)
            self.apply(page)
            self.as_person(page, SALES)
            self.propose(page, where)
            self.win(page, where)
            self.assertEqual([], errors)
        transaction.begin()
        found = missions.periods(CANDIDATE)
        self.assertEqual(
            [("2027-01-04", "2027-06-30", True)], [(*map(str, (p.start, p.end)), p.confirmed) for p in found]
        )

    def open_a_need(self, page) -> None:
        page.goto("needs")
        page.get_by_role("link", name="Nouveau besoin").click()
        page.get_by_label("Ce qu’il faut").fill("Ingénieur plateforme")
        page.locator("select[name='form.widgets.client:list']").select_option(label="Banque du Test")
        page.locator("input[name*='required_skills'][name$='.widgets.skill']").first.fill("Kubernetes")
        page.locator("input[name='form.widgets.start']").fill("2027-01-04")
        page.locator("input[name='form.widgets.end']").fill("2027-06-30")
        page.get_by_role("button", name="Enregistrer").click()
        page.get_by_role("button", name="Ouvrir au réseau").click()
        page.get_by_text("Le besoin est maintenant : Ouvert").wait_for()

    def suggest(self, page, where: str) -> None:
        page.goto(where)
        page.locator("summary", has_text="Suggérer une compétence").click()
        page.locator("#suggest-skill").fill("Kafka")
        page.locator("#suggest-why").fill("Les services échangent par messages.")
        page.get_by_role("button", name="Suggérer", exact=True).click()
        page.get_by_text("le commerce regarde votre suggestion").wait_for()

    def apply(self, page) -> None:
        page.goto("@@needs-for-me")
        page.locator("summary", has_text="Pourquoi ce score").first.click()
        page.locator(".match-skills", has_text="Kafka").first.wait_for()
        page.get_by_role("link", name="Ingénieur plateforme").first.click()
        page.get_by_label("Message au commerce").fill("Je suis libre en janvier.")
        page.get_by_role("button", name="Candidater").click()
        page.get_by_text("Votre candidature est envoyée").wait_for()

    def propose(self, page, where: str) -> None:
        page.goto(f"{where}/@@need-candidates")
        self.assertIn("Je suis libre en janvier.", page.inner_text("main"))
        self.assertEqual([], [fault for fault in browser.axe(page) if "need" in fault])
        for state in ("shortlisted", "proposed", "accepted"):
            card = page.locator(f"#{CANDIDATE}")
            card.locator("summary", has_text="Prochaine étape").click()
            card.locator("select[name='state']").select_option(state)
            card.get_by_role("button", name="Continuer").click()
            page.wait_for_load_state("load")

    def win(self, page, where: str) -> None:
        page.goto(where)
        page.get_by_role("button", name="Gagné").click()
        page.goto(f"{where}/@@need-candidates")
        page.get_by_role("button", name="Créer la mission").click()
        page.get_by_text("La mission est planifiée.").wait_for()
