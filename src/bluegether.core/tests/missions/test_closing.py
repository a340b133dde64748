"""The end of a mission: who says what, who reads it when; a person's data; what somebody who leaves hands over."""

from bluegether.core.kit import errors
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.missions import api as missions
from bluegether.core.missions.api.alerts import over
from bluegether.core.missions.api.alerts import pending
from bluegether.core.missions.api.closing import waiting
from bluegether.core.missions.storage import KEY
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import TODAY
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone.uuid.interfaces import IUUID
from Products.CMFCore.indexing import processQueue
from zope.component import getAdapter
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


MINE = {"content": 4, "support": 3, "conditions": 5}
THEIRS = {"client": 5, "work": 4}


class Ends(MissionsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        objectives = [{"objective": "Livrer", "mark": None}, {"objective": "Former", "mark": None}]
        self.thing = self.mission(self.row("ana", -90, -5), self.row("bob", -90, 200), objectives=objectives)

    def evaluate(self, side="consultant", marks=MINE, text="Bien", actor="ana", revision=0, userid="ana"):
        missions.evaluate(self.thing, userid, side, marks, text, actor=actor, revision=revision)

    def todos(self, userid):
        request = self.layer["request"]
        alsoProvides(request, IBluegetherLayer)
        with self.acting(userid):
            return getMultiAdapter((self.portal, request), ITodos, name="missions").todos()


class TestEvaluations(Ends):
    def test_who_is_concerned(self):
        record = missions.record_of(self.thing)
        seen = {userid: set(missions.sides(record, "ana", userid)) for userid in ("ana", "boss", "commerce", "rh")}
        self.assertEqual({"ana": {"consultant"}, "boss": {"manager"}, "commerce": {"account"}, "rh": {"hr"}}, seen)
        for userid in ("bob", "other", "colleague", "finance", "direction", "animatrice", "siteadmin", "cliente", ""):
            self.assertEqual(frozenset(), missions.sides(record, "ana", userid), userid)
            with self.assertRaises(errors.Missing):
                missions.closing(self.thing, "ana", reader=userid)

    def test_refusals(self):
        for error, values in (
            (errors.NotAllowed, {"actor": "commerce"}),
            (errors.NotAllowed, {"side": "account", "marks": THEIRS}),
            (errors.NotAllowed, {"side": "manager", "actor": "boss"}),
            (errors.Missing, {"actor": "bob"}),
            (errors.Invalid, {"marks": {"content": 4}}),
            (errors.Invalid, {"marks": MINE | {"content": 6}}),
            (errors.Invalid, {"marks": MINE | {"content": True}}),
            (errors.Invalid, {"text": "x" * 4001}),
            (errors.Conflict, {"revision": 1}),
            (errors.Conflict, {"userid": "bob", "actor": "bob"}),
        ):
            with self.assertRaises(error):
                self.evaluate(**values)
        self.assertEqual({}, missions.evaluations(self.thing, "ana", reader="rh"))

    def test_each_reads_the_other_once_both_have_spoken(self):
        self.evaluate(text="Dit par Ana")
        read = {
            one: set(missions.evaluations(self.thing, "ana", reader=one)) for one in ("ana", "commerce", "boss", "rh")
        }
        self.assertEqual({"ana": {"consultant"}, "commerce": set(), "boss": {"consultant"}, "rh": {"consultant"}}, read)
        self.evaluate("account", THEIRS, actor="commerce", revision=1)
        both = {"consultant", "account"}
        self.assertEqual(both, set(missions.evaluations(self.thing, "ana", reader="ana")))
        with self.assertRaises(errors.Conflict):
            self.evaluate(revision=2)

    def test_objectives_and_checklist(self):
        revision = self.thing.revision
        for error, marks, values in (
            (errors.NotAllowed, ["reached", ""], {"actor": "ana"}),
            (errors.NotAllowed, ["reached", ""], {"actor": "rh"}),
            (errors.Invalid, ["reached"], {}),
            (errors.Invalid, ["great", ""], {}),
            (errors.Conflict, ["reached", ""], {"revision": 0}),
        ):
            with self.assertRaises(error):
                missions.mark_objectives(self.thing, "ana", marks, **({"actor": "boss", "revision": revision} | values))
        missions.mark_objectives(self.thing, "ana", ["reached", ""], actor="boss", revision=revision)
        self.assertEqual(["reached", None], [row["mark"] for row in self.thing.objectives])
        with self.assertRaises(errors.Invalid):
            missions.tick(self.thing, "ana", "flowers", True, actor="ana")
        missions.tick(self.thing, "ana", "cv", True, actor="ana")
        missions.tick(self.thing, "ana", "cv", True, actor="rh")
        self.assertEqual("ana", missions.closing(self.thing, "ana", reader="rh").done["cv"][0])
        missions.tick(self.thing, "ana", "cv", False, actor="commerce")
        self.assertEqual({}, missions.closing(self.thing, "ana", reader="rh").done)

    def test_both_sides_are_asked_until_they_have_spoken(self):
        self.assertEqual([1, 1, 0, 0], [len(self.todos(one)) for one in ("ana", "commerce", "bob", "boss")])
        self.evaluate()
        self.assertEqual([0, 1], [len(self.todos(one)) for one in ("ana", "commerce")])
        self.evaluate("account", THEIRS, actor="commerce", revision=1)
        self.assertEqual([], self.todos("commerce"))

    def test_sales_decide_what_follows(self):
        missions.end_early(
            self.thing,
            "bob",
            actor="commerce",
            revision=self.thing.revision,
            day=TODAY + timedelta(10),
            reason="Budget",
        )
        titles = [str(one.title) for one in self.todos("commerce")]
        self.assertIn("Decide what follows the missions of your clients that end soon", titles)


class TestPrivacy(Ends):
    def test_export_and_erasure(self):
        self.evaluate(text="Mes mots")
        missions.replace_by(
            self.thing, "bob", "colleague", actor="commerce", revision=self.thing.revision, day=TODAY + timedelta(9),
            reason="Congé",
        )  # fmt: skip
        processQueue()
        data = getAdapter(self.portal, IPersonalData, name="missions")
        (found,) = data.export("ana")["missions"]
        self.assertEqual("Mes mots", found["evaluations"]["consultant"]["text"])
        self.assertEqual(["Congé"], data.export("bob")["missions"][0]["early_ends"])
        self.assertEqual(1, len(data.export("commerce")["clients_managed"]))
        before = [(row["start"], row["end"], row["share"]) for row in self.thing.consultants]
        for userid in ("ana", "bob", "commerce"):
            data.erase(userid)
            data.erase(userid)
            self.assertEqual({"missions": [], "clients_managed": []}, data.export(userid))
        self.assertEqual(before, [(row["start"], row["end"], row["share"]) for row in self.thing.consultants])
        kept = f"{self.thing.consultants}{missions.record_of(self.thing)}{missions.early_ends(self.thing)}"
        lines, _total = missions.history(self.thing, reader="direction")
        for word in ("'ana'", "'bob'", "'commerce'", "Mes mots"):
            self.assertNotIn(word, kept + str(lines), word)
        self.assertEqual("", missions.account_manager(self.thing.client))

    def test_nothing_is_kept_nor_asked_of_who_was_erased(self):
        self.evaluate()
        ending = self.mission(self.row("colleague", -90, 3))
        processQueue()
        missions.run_due()
        self.assertTrue(waiting("commerce"))
        trees = stored(self.portal, KEY)
        before = f"{list(trees.evaluated)}{list(trees.told)}"
        for userid in ("ana", "colleague"):
            self.assertIn(f"'{userid}'", before)
            getAdapter(self.portal, IPersonalData, name="missions").erase(userid)
        after = f"{list(trees.evaluated)}{list(trees.told)}{list(trees.ends)}{list(trees.people)}"
        for userid in ("ana", "colleague"):
            self.assertNotIn(f"'{userid}'", after)
        self.assertEqual([], waiting("commerce"))
        for mission in (self.thing, ending):
            record = missions.record_of(mission)
            self.assertEqual(([], []), (pending(record), over(record)))

    def test_handover(self):
        other = self.client("Autre", account_manager="direction")
        rooms = getAdapter(self.portal, IHandover, name="missions")
        self.assertEqual([("clients", 1)], [(one.key, one.count) for one in rooms.held("commerce")])
        self.assertEqual([("missions", 1)], [(one.key, one.count) for one in rooms.held("bob")])
        self.assertEqual([], rooms.held("ana"))
        processQueue()
        with self.assertRaises(errors.Invalid):
            rooms.hand_over("commerce", "cliente", actor="rh")
        for _time in range(2):
            rooms.hand_over("commerce", "direction", actor="rh")
        self.assertEqual([], rooms.held("commerce"))
        self.assertEqual({"direction"}, {missions.account_manager(uid) for uid in (other, self.thing.client)})
        self.assertEqual(IUUID(self.thing), missions.record_of(self.thing).uid)
