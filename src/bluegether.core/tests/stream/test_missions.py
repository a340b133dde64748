"""The stream tells whose mission began, never for whom, and nothing of a confidential client."""

from bluegether.core.missions.testing import MissionsTest
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION


class TestMissions(MissionsTest):
    layer = INTEGRATION

    def told(self, userid="colleague"):
        items = stream.entries(stream.view("all"), userid=userid, size=50).items
        return [(item.entry.verb, item.entry.author, item.entry.uid) for item in items if "missions" in item.entry.verb]

    def test_who_began_at_an_open_client(self):
        self.mission(self.row("ana", start=0), self.row("colleague", start=5))
        self.mission(self.row("bob", start=0), client=self.client("Zanzibar", confidential=True))
        self.mission(self.row("other", start=3))
        self.assertEqual([("missions.started", "ana", "")], self.told())
        self.assertEqual(self.told(), self.told("commerce"))
