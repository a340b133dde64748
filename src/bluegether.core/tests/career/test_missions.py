"""A mid-mission interview is about a running mission; who no longer may know the client does not read it there."""

from bluegether.core.career import api as career
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone.uuid.interfaces import IUUID


START = datetime(2026, 11, 20, 9, tzinfo=UTC)
WORDS = "Données – Banque Zanzibar"


class TestMissions(MissionsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        secret = self.client("Banque Zanzibar", confidential=True)
        self.running = IUUID(self.mission(self.row("ana"), client=secret, title="Données"))
        self.over = IUUID(self.mission(self.row("ana", start=-90, end=-40), client=secret, title="Ancienne"))

    def plan(self, userid: str = "boss", kind: str = "mission", mission: str = ""):
        where = {"start": START, "place": "Lyon"}
        return career.plan("ana", kind=kind, mission=mission, **where, userid=userid)

    def test_only_a_running_mission_of_the_person_and_only_mid_mission(self):
        for userid in ("ana", "boss", "rh"):
            self.assertEqual(career.running_missions("ana", userid=userid), [(self.running, WORDS)])
        for userid in ("other", "bob", "siteadmin", "commerce"):
            with self.assertRaises(Missing):
                career.running_missions("ana", userid=userid)
        for kind, mission in (("mission", self.over), ("mission", "x"), ("mission", 7), ("yearly", self.running)):
            with self.assertRaises(Invalid) as refused:
                self.plan(kind=kind, mission=mission)
            self.assertEqual(refused.exception.field, "mission")

    def test_it_is_said_to_who_may_know_it(self):
        one = self.plan(mission=self.running)
        for userid in ("ana", "boss", "rh"):
            self.assertEqual(career.mission_of("ana", one, userid=userid), WORDS)
            self.assertEqual(career.interview_data("ana", one, userid)["mission"], WORDS)
        self.assertEqual(career.mission_of("ana", self.plan(kind="yearly"), userid="ana"), "")

    def test_a_later_manager_reads_it_and_the_earlier_one_no_longer(self):
        one = self.plan(mission=self.running)
        self.clock.moment = START + timedelta(hours=2)
        career.hold("ana", one.id, userid="boss")
        people.update_account("ana", actor="rh", manager="other")
        self.assertTrue(career.sees_interview("ana", one, "boss"))
        said = {userid: career.mission_of("ana", one, userid=userid) for userid in ("ana", "rh", "boss")}
        self.assertEqual(said, {"ana": WORDS, "rh": WORDS, "boss": ""})
