"""An endorsement may name the mission where a skill was seen; each reader reads what they may know of it."""

from bluegether.core.expertise import api as expertise
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.testing import INTEGRATION
from plone.uuid.interfaces import IUUID


class TestMissions(MissionsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        skills.add({"fr": "Airflow"}, skill_id="airflow", actor="")
        row = {"skill": "airflow", "level": 3, "years": None, "last_used": None, "again": False}
        people.update_profile(people.person("ana"), "skills", {"skills": [row]}, actor="ana")
        secret = self.client("Banque Zanzibar", confidential=True)
        self.secret = self.uid(self.mission(self.row("ana", share=40), self.row("bob"), client=secret, title="Données"))
        self.open = self.uid(self.mission(self.row("ana", share=60), client=self.client("Rhodia"), title="Outils"))
        self.later = self.uid(self.mission(self.row("ana", start=200, end=300), client=self.client("Plus Tard")))

    def uid(self, mission) -> str:
        return expertise.mission_key(IUUID(mission))

    def test_one_names_what_one_knows(self):
        both = {self.secret: "Données – Banque Zanzibar", self.open: "Outils – Rhodia"}
        known = {"bob": both, "boss": both, "rh": both, "colleague": {self.open: "Outils – Rhodia"}, "cliente": {}}
        for reader, places in known.items():
            self.assertEqual(expertise.named("ana", reader), places, reader)
        for key in (self.secret, self.later, "mission:" + "0" * 32):
            with self.assertRaises(Invalid) as refused:
                expertise.endorse("ana", "airflow", actor="colleague", experience=key)
            self.assertEqual(refused.exception.field, "experience")

    def test_a_confidential_one_is_read_by_who_may_know_it_only(self):
        expertise.endorse("ana", "airflow", actor="bob", experience=self.secret)
        expertise.endorse("ana", "airflow", actor="colleague", experience=self.open)
        for reader in ("ana", "bob", "boss", "rh", "commerce", "colleague", "other", "partner"):
            endorsements = expertise.endorsed("ana", reader=reader)[0].endorsements
            found = {one.endorser: one.experience for one in endorsements}
            self.assertEqual(found["colleague"], "Outils – Rhodia", reader)
            knows = reader in ("ana", "bob", "boss", "rh", "commerce")
            self.assertEqual(found["bob"], "Données – Banque Zanzibar" if knows else "", reader)
            self.assertEqual("Zanzibar" in repr(endorsements), knows, reader)

    def test_it_is_in_the_data_of_both(self):
        expertise.endorse("ana", "airflow", actor="bob", experience=self.secret)
        export = expertise.export if hasattr(expertise, "export") else None
        self.assertIsNotNone(export)
        self.assertEqual(export("ana")["received"][0]["experience"], "Données – Banque Zanzibar")
        self.assertEqual(export("bob")["given"][0]["experience"], "Données – Banque Zanzibar")
