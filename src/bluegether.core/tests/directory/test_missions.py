"""Who works at a client is found by it while the mission runs, by who may know the client and by nobody else."""

from bluegether.core.directory import api as directory
from bluegether.core.missions import api as missions
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.uuid.interfaces import IUUID


READERS = ("ana", "bob", "colleague", "boss", "other", "rh", "commerce", "animatrice", "partner", "cliente", "")


class TestClients(MissionsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.secret = self.client("Banque Zanzibar", confidential=True)
        self.hidden = self.mission(self.row("ana", share=50), client=self.secret)
        self.open = self.mission(self.row("bob"), self.row("ana", share=50), client=self.client("Rhodia"))

    def found(self, client: str) -> dict[str, list[str]]:
        """Return reader -> whom they find by this client."""
        criteria = directory.checked({"client": client})
        every = {}
        for reader in READERS:
            rows = list(directory.search(reader, criteria).rows)
            self.assertEqual(directory.search(reader, criteria, size=0).total, len(rows), reader)
            every[reader] = sorted(rows)
        return every

    def test_a_client_is_found_by_members_and_a_confidential_one_by_business_and_oneself(self):
        both = ["ana", "bob"]
        self.assertEqual(
            self.found("rhodia"), {reader: [] if reader in ("cliente", "") else both for reader in READERS}
        )
        seers = ("ana", "rh", "commerce")
        self.assertEqual(self.found("zanzibar"), {reader: ["ana"] if reader in seers else [] for reader in READERS})

    def test_what_is_shown_of_a_hit_says_no_more(self):
        for reader in READERS[:-2]:
            hit = directory.hits(["ana"], reader)[0]
            knows = reader in ("ana", "boss", "rh", "commerce")
            self.assertEqual("Banque Zanzibar" in repr(hit), knows, reader)
            self.assertIn("Rhodia", hit.clients)

    def test_it_ends_with_the_period_and_follows_the_client(self):
        client = next(one for one in self.portal.clients.objectValues() if IUUID(one) == self.secret)
        client.confidential = False
        missions.change_client(client)
        self.assertEqual(self.found("zanzibar")["colleague"], ["ana"])
        client.title = "Banque Comores"
        missions.change_client(client)
        self.assertEqual((self.found("zanzibar")["rh"], self.found("comores")["bob"]), ([], ["ana"]))
        self.clock.moment += timedelta(days=101)
        for mission in (self.hidden, self.open):
            missions.follow(mission, missions.record_of(mission), actor="")
        self.assertEqual((self.found("comores")["rh"], self.found("rhodia")["rh"]), ([], []))
        self.assertEqual(directory.differences(), [])

    def test_a_forecast_is_no_place_of_work_and_a_deleted_mission_neither(self):
        forecast = self.row("colleague", confirmed=False)
        self.mission(forecast, client=self.client("Peut-être SA"))
        self.assertEqual(self.found("peut-être")["rh"], [])
        with api.env.adopt_roles(["Manager"]):
            self.portal.missions.manage_delObjects([self.open.getId()])
        self.assertEqual(self.found("rhodia")["rh"], [])
