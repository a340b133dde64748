"""Dossiers take experiences from missions: no other client's confidential name, no amount; a nudge when one ends."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.interfaces import INotice
from bluegether.core.missions import api as missions
from bluegether.core.missions.testing import AMOUNTS
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import RATE
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import timedelta
from docx import Document
from io import BytesIO
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFCore.indexing import processQueue
from zope.component import provideHandler
from zope.component.globalregistry import getGlobalSiteManager


SECRET = "Banque Méridionale"
OTHERS = "Laboratoires Quintessa"


class TestMissions(MissionsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        dossiers.throttle.clear()
        skills.add({"fr": "Airflow"}, skill_id="airflow", actor="test_user_1_")
        secret = self.client(SECRET, confidential=True, sector="Banque", account_manager="commerce")
        self.client(OTHERS, confidential=True, sector="Santé", account_manager="commerce")
        self.done = self.mission(
            self.row(start=-300, end=-60),
            client=secret,
            title="Ingénieure données",
            place="Marseille, tour Méridionale",
            contact="Paule Secrète",
            context=f"Flux de la banque meridionale.\n- Facturé {RATE} €/jour\n- Vu chez Quintessa",
            skills=["airflow"],
            rate=RATE,
        )
        self.running = self.mission(self.row(start=-20, end=40), client=self.client("Rhodia"), title="Développeuse")
        self.mission(self.row(start=50, end=90), client=self.client("Plus Tard"), title="À venir")
        processQueue()  # as a commit does: missions are found by their UID

    def text(self, maker: str) -> str:
        """Return everything that the page's dossier and the file say."""
        choices = dossiers.read({}, language="fr")
        made = repr(dossiers.build("ana", choices, maker=maker))
        purpose = "" if maker == "ana" else "appel d’offres"
        file = Document(BytesIO(dossiers.make("ana", choices, "docx", maker=maker, purpose=purpose).data))
        return made + "\n".join(part.text for part in file.paragraphs) + repr(file.core_properties.title)

    def test_role_dates_skills_and_text_and_no_secret(self):
        for maker in ("ana", "boss", "rh", "commerce"):
            with self.subTest(maker), self.acting(maker):
                found = self.text(maker)
                for said in ("Ingénieure données", "Airflow", "Grand compte", "Développeuse", "Rhodia", "Flux de"):
                    self.assertIn(said, found)
                for secret in (SECRET, "ridionale", "Quintessa", "Secrète", "À venir", "Plus Tard", *AMOUNTS):
                    self.assertNotIn(secret, found)

    def test_colleagues_make_none_and_other_managers_neither(self):
        for maker in ("colleague", "other", "partner", "cliente"):
            self.assertFalse(dossiers.can_make("ana", maker))

    def test_a_name_that_is_hidden_later_is_hidden_in_older_missions(self):
        client = missions.mission(IUUID(self.running)).client
        content = self.portal.unrestrictedTraverse("clients")
        record = next(one for one in content.objectValues() if IUUID(one) == client)
        record.confidential = True
        missions.change_client(record)
        with self.acting("ana"):
            self.assertNotIn("Rhodia", self.text("ana"))

    def test_what_the_person_wrote_up_is_told_once_in_their_words(self):
        row = {
            "title": "Mon année chez Rhodia",
            "company": "RHODIA",
            "client_confidential": False,
            "sector": "",
            "start": date(2026, 10, 1),
            "end": None,
            "place": "",
            "description": "",
            "skills": [],
        }
        with self.acting("ana"):
            people.update_profile(people.person("ana"), "skills", {"experiences": [row]}, actor="ana")
            titles = [one.title for one in dossiers.offered("ana", maker="ana", language="fr")]
        self.assertEqual(titles, ["Mon année chez Rhodia", "Ingénieure données"])

    def test_the_end_of_a_mission_asks_once_and_the_page_of_others_says_nothing(self):
        heard = []
        provideHandler(heard.append, (INotice,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, heard.append, (INotice,))
        self.clock.moment += timedelta(days=41)
        mission = missions.mission(IUUID(self.running))
        for _twice in range(2):
            missions.follow(mission, missions.record_of(mission), actor="")
        asked = [one for one in heard if one.kind == "dossiers.refresh"]
        self.assertEqual([(one.recipients, one.thing) for one in asked], [(("ana",), f"ana/missions/{IUUID(mission)}")])
        self.assertTrue(dossiers.is_asked("ana"))
        self.assertFalse(dossiers.is_asked("bob"))
        self.assertEqual(api.content.get_state(mission), "ended")
