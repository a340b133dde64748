"""What time brings: states and alerts, each once, to those concerned."""

from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.missions import api as missions
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import TODAY
from bluegether.core.missions.timer import MissionsTimer
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from Products.CMFCore.indexing import processQueue
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.i18n import translate


class Due(MissionsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.told = []
        getGlobalSiteManager().registerHandler(self.hear, (INotice,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self.hear, (INotice,))

    def hear(self, notice):
        if notice.kind.startswith("missions."):
            self.told.append(notice)

    def run_timer(self, days=0):
        """Let days pass, run the timer until nothing is left, return what it told and forget it."""
        self.clock.pass_days(days)
        processQueue()
        while MissionsTimer().run(self.portal):
            pass
        told, self.told = self.told, []
        return told

    def endings(self, days=0):
        return [
            (one.thing.split("/")[1:], one.recipients) for one in self.run_timer(days) if one.kind == "missions.ending"
        ]


class TestStates(Due):
    def test_the_timer_moves_them(self):
        mission = self.mission(self.row(start=5, end=100))
        states = []
        for days in (0, 4, 1, 39, 1, 55, 1):
            self.run_timer(days)
            states.append(api.content.get_state(mission))
            self.assertEqual(states[-1], missions.record_of(mission).state)
        self.assertEqual(["planned", "planned", "running", "running", "ending", "ending", "ended"], states)

    def test_nothing_due_writes_nothing(self):
        self.mission(self.row())
        self.run_timer()
        self.portal._p_jar.register  # noqa: B018
        before = len(self.portal._p_jar._registered_objects)
        self.assertFalse(MissionsTimer().run(self.portal))
        self.assertEqual(before, len(self.portal._p_jar._registered_objects))

    def test_many_are_done_in_parts(self):
        for _number in range(3):
            self.mission(self.row("ana", start=1, end=90, share=10))
        self.clock.pass_days(1)
        processQueue()
        self.assertEqual([True, False], [missions.run_due(2), missions.run_due(2)])


class TestAlerts(Due):
    def test_each_is_told_once_to_three(self):
        self.mission(self.row("ana", -30, 60))
        everyone = ("ana", "boss", "commerce")
        end = (TODAY + timedelta(60)).isoformat()
        self.assertEqual([], self.endings())
        self.assertEqual([], self.endings(3))
        self.assertEqual([(["ana", end, "8"], everyone)], self.endings(1))
        self.assertEqual([[], []], [self.endings(), self.endings(27)])
        self.assertEqual([["ana", end, "4"]], [thing for thing, _to in self.endings(1)])
        self.assertEqual([["ana", end, "2"]], [thing for thing, _to in self.endings(14)])
        self.assertEqual([], self.endings(30))

    def test_who_comes_late_tells_the_nearest_only(self):
        self.mission(self.row("ana", 0, 20))
        self.assertEqual(["4"], [thing[-1] for thing, _to in self.endings()])

    def test_an_extension_rearms_and_an_old_notice_is_gone(self):
        mission = self.mission(self.row("ana", -30, 10))
        (notice,) = [one for one in self.run_timer() if one.kind == "missions.ending"]
        kind = getAdapter(self.portal, INoticeKind, name="missions.ending")
        self.assertIn(
            "Ingénieure données", translate(kind.describe(notice.thing, "ana", []).text, target_language="fr")
        )
        missions.extend(mission, "ana", actor="commerce", revision=mission.revision, end=TODAY + timedelta(100))
        self.assertIsNone(kind.describe(notice.thing, "ana", []))
        self.assertEqual([], self.endings())
        self.assertEqual(["8"], [thing[-1] for thing, _to in self.endings(44)])

    def test_settings(self):
        self.mission(self.row("ana", -30, 80))
        self.run_timer()
        api.portal.set_registry_record("bluegether.missions.alert_weeks", [12])
        self.assertEqual(["12"], [thing[-1] for thing, _to in self.endings()])

    def test_a_forecast_ends_nothing(self):
        self.mission(self.row("ana", -30, 10, confirmed=False))
        self.assertEqual([], self.endings())

    def test_a_notice_says_nothing_to_others_and_never_the_client(self):
        self.mission(self.row("ana", -30, 10), client=self.client("Zanzibar"))
        (notice,) = [one for one in self.run_timer() if one.kind == "missions.ending"]
        kind = getAdapter(self.portal, INoticeKind, name="missions.ending")
        for userid in ("colleague", "bob", "animatrice", "partner", "cliente", "nobody"):
            self.assertIsNone(kind.describe(notice.thing, userid, []), userid)
        said = {userid: translate(kind.describe(notice.thing, userid, []).text) for userid in ("ana", "boss")}
        self.assertTrue(said["ana"].startswith("Your mission"), said)
        self.assertIn("Ana Test", said["boss"])
        self.assertNotIn("Zanzibar", str(said))


class TestChanges(Due):
    def test_people_are_told_of_theirs(self):
        mission = self.mission(self.row("ana", -30, 90))
        self.assertEqual(
            [("missions.assigned", ("ana", "boss"))], [(one.kind, one.recipients) for one in self.run_timer()]
        )
        missions.end_early(
            mission, "ana", actor="direction", revision=mission.revision, day=TODAY + timedelta(70), reason="Budget"
        )
        (notice,) = self.run_timer()
        self.assertEqual(("missions.shortened", ("ana", "boss", "commerce")), (notice.kind, notice.recipients))
        kind = getAdapter(self.portal, INoticeKind, name=notice.kind)
        self.assertIn("earlier", translate(kind.describe(notice.thing, "ana", []).text))
        missions.extend(mission, "ana", actor="direction", revision=mission.revision, end=TODAY + timedelta(200))
        self.assertEqual(["missions.extended"], [one.kind for one in self.run_timer()])
