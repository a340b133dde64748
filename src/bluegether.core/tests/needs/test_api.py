"""Every rule of needs: who sees and writes them, how they go on, what the network adds, who is a candidate."""

from AccessControl import getSecurityManager
from bluegether.core.expertise import api as expertise
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IDeed
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.matching import api as matching
from bluegether.core.missions import api as missions
from bluegether.core.needs import api as needs
from bluegether.core.needs.interfaces import INeedOpened
from bluegether.core.needs.storage import read_one
from bluegether.core.needs.testing import HIDDEN
from bluegether.core.needs.testing import NeedsTest
from bluegether.core.needs.testing import RATE
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillUse
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from datetime import date
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFCore.indexing import processQueue
from zope.component import getAdapter
from zope.component import getAdapters
import json


EVERYONE = ("sales", "boss", "ana", "carl")


class TestReading(NeedsTest):
    layer = INTEGRATION

    def can_view(self, userid: str) -> bool:
        with api.env.adopt_user(username=userid):
            return bool(getSecurityManager().checkPermission("View", self.need))

    def who_sees(self) -> list[str]:
        """Return who sees the need: by permission, by our lists and by the catalog, which must agree."""
        uid = IUUID(self.need)
        by_permission = [one for one in EVERYONE if self.can_view(one)]
        by_rule = [one for one in EVERYONE if needs.sees(needs.record(self.need), one)]
        criteria = needs.Criteria(states=needs.STATES)
        by_list = [one for one in EVERYONE if needs.needs(criteria, reader=one).total]
        by_catalog = []
        for userid in EVERYONE:
            with api.env.adopt_user(username=userid):
                if api.content.find(UID=uid):
                    by_catalog.append(userid)
        self.assertEqual([by_permission] * 3, [by_rule, by_list, by_catalog])
        return by_permission

    def test_only_sales_write(self):
        for userid in ("boss", "ana", "carl"):
            with self.assertRaises(NotAllowed):
                needs.create_need(actor=userid, title="Data")
            with self.assertRaises(NotAllowed):
                needs.change_need(self.need, {"title": "Autre"}, actor=userid)
            with self.assertRaises(NotAllowed):
                needs.move(self.need, "open", actor=userid)
        with self.assertRaises(NotAllowed):
            api.content.copy(self.need, self.portal["needs"])

    def test_the_network_sees_what_is_in_progress(self):
        self.assertEqual(["sales", "boss"], self.who_sees())
        for transition in ("open", "qualify", "propose"):
            self.go(transition)
            self.assertEqual(["sales", "boss", "ana"], self.who_sees(), transition)
        self.go("win")
        self.assertEqual(["sales", "boss"], self.who_sees())

    def test_a_need_for_sales_is_closed_to_the_network_in_every_state(self):
        self.go("open")
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"audience": "sales"}, actor="sales")
        self.assertEqual(["sales", "boss"], self.who_sees())
        self.go("qualify")
        self.assertEqual(["sales", "boss"], self.who_sees())
        api.portal.get_tool("portal_workflow").updateRoleMappings()  # what an upgrade does must open nothing
        self.assertEqual(["sales", "boss"], self.who_sees())
        with self.assertRaises(Missing):
            needs.shown(self.need, "ana")

    def test_rates_and_a_hidden_client_reach_nobody_of_the_network(self):
        self.go("open")
        for userid, knows in (("sales", True), ("boss", True), ("ana", False)):
            shown = needs.shown(self.need, userid)
            self.assertEqual(knows, shown["client_shown"] == HIDDEN, userid)
            self.assertEqual(knows, str(RATE) in str(shown.values()), userid)
        self.assertNotIn(HIDDEN, str(needs.shown(self.need, "ana")))
        catalog = api.portal.get_tool("portal_catalog")
        brain = catalog.unrestrictedSearchResults(UID=IUUID(self.need))[0]
        indexed = catalog.getIndexDataForRID(brain.getRID())
        for found in (
            str(indexed),
            str(catalog.getMetadataForRID(brain.getRID())),
            str(tuple(needs.record(self.need))),
        ):
            self.assertNotIn("anzibar", found)
            self.assertNotIn(str(RATE), found)
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"rate_max": RATE + 1, "place": "Paris"}, actor="sales")
            needs.change_need(self.need, {"rate_min": 1}, actor="sales")
        told = needs.history(self.need, reader="ana")
        self.assertNotIn("rate", str(told))
        self.assertIn("place", str(told))
        self.assertIn("rate_max", str(needs.history(self.need, reader="sales")))

    def test_a_text_that_names_the_hidden_client_is_refused(self):
        with api.env.adopt_user(username="sales"):
            for field in ("title", "background", "place"):
                with self.assertRaises(Invalid) as caught:
                    needs.create_need(actor="sales", **self.values(**{field: f"Chez {HIDDEN.upper()} à Lyon"}))
                self.assertEqual(field, caught.exception.field)
            needs.create_need(actor="sales", **self.values(title=f"Chez {HIDDEN}", client_hidden=False))

    def test_contradictions_are_refused(self):
        wrong = (
            ({"end": date(2026, 1, 1)}, "end"),
            ({"rate_max": 10}, "rate_max"),
            ({"number": 0}, "number"),
            ({"remote": "moon"}, "remote"),
            ({"title": ""}, "title"),
            ({"title": "<b>x</b>"}, "title"),
            ({"required_skills": [{"skill": "python", "level": 9, "source": ""}]}, "required_skills"),
            ({"nothing": 1}, "nothing"),
        )
        for changes, field in wrong:
            with self.assertRaises(Invalid) as caught, api.env.adopt_user(username="sales"):
                needs.create_need(actor="sales", **self.values(**changes))
            self.assertEqual(field, caught.exception.field)


class TestFlow(NeedsTest):
    layer = INTEGRATION

    def test_steps_and_what_they_ask_for(self):
        for transition in ("qualify", "propose", "win", "lose", "postpone", "resume"):
            with self.assertRaises(Conflict):
                needs.move(self.need, transition, actor="sales")
        with self.assertRaises(Missing):
            needs.move(self.need, "explode", actor="sales")
        opened = self.listen(INeedOpened)
        self.go("open")
        self.assertEqual(["sales"], [event.actor for event in opened])
        with self.assertRaises(Invalid) as caught:
            self.go("lose")
        self.assertEqual("reason", caught.exception.field)
        for until in (None, date(2026, 11, 2)):
            with self.assertRaises(Invalid) as caught:
                self.go("postpone", until=until)
            self.assertEqual("until", caught.exception.field)
        self.go("postpone", until=date(2027, 1, 15))
        self.assertEqual(date(2027, 1, 15), needs.record(self.need).until)
        self.assertEqual([], needs.resumable("sales"))
        self.later(days=90)
        self.assertEqual([self.need.title], [one.title for one in needs.resumable("sales")])
        self.go("resume")
        self.go("lose", reason="price", word="Trop cher de 10 %")
        self.assertEqual(("price", "Trop cher de 10 %"), needs.reason(self.need, reader="boss"))
        self.assertEqual(("", ""), needs.reason(self.need, reader="ana"))
        self.assertEqual({"lost": 1}, {name: n for name, n in needs.counts(reader="sales").items() if n})

    def test_rules_hold_for_plone_too(self):
        tool = api.portal.get_tool("portal_workflow")
        self.go("open")
        with api.env.adopt_user(username="sales"), self.assertRaises(Invalid):
            tool.doActionFor(self.need, "lose")

    def test_of_two_at_once_one_wins(self):
        self.go("open")
        needs.move(self.need, "qualify", actor="sales", seen="open")
        with self.assertRaises(Conflict):
            needs.move(self.need, "postpone", actor="sales2", seen="open", until=date(2027, 1, 1))
        self.assertEqual("qualified", api.content.get_state(self.need))

    def test_a_need_without_required_skills_is_not_opened(self):
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"required_skills": []}, actor="sales")
        with self.assertRaises(Invalid):
            self.go("open")

    def test_a_deadline_that_has_passed_is_said_to_who_follows_it(self):
        self.go("open")
        self.assertEqual([], needs.overdue("sales"))
        self.later(days=30)
        self.assertEqual([self.need.title], [one.title for one in needs.overdue("sales")])
        self.assertEqual([], needs.overdue("sales2"))

    def test_lists_narrow_down(self):
        self.go("open")
        cases = (
            ({"skill": "cloud"}, 1),
            ({"skill": "kafka"}, 0),
            ({"place": "LYON"}, 1),
            ({"place": "Paris"}, 0),
            ({"remote": "full"}, 0),
            ({"starts_by": date(2026, 12, 1)}, 1),
            ({"starts_by": date(2026, 11, 30)}, 0),
            ({"manager": "sales2"}, 0),
            ({"states": ("won",)}, 0),
        )
        for criteria, total in cases:
            self.assertEqual(total, needs.needs(needs.Criteria(**criteria), reader="ana").total, criteria)


class TestNetwork(NeedsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.notices = self.listen(INotice)

    def told(self, kind: str) -> list[tuple]:
        return [one.recipients for one in self.notices if one.kind == kind]

    def test_experts_are_asked_once(self):
        self.knows("dan", kafka=4)
        expertise.endorse("dan", "kafka", actor="bob")
        self.go("open")
        self.assertEqual([("ana",)], self.told("needs.asked"))
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"place": "Nantes"}, actor="sales")
            rows = [*self.need.welcome_skills, self.row("kafka", 2), self.row("kubernetes", 1)]
            needs.change_need(self.need, {"welcome_skills": rows}, actor="sales")
        self.assertEqual([("ana",), ("dan",)], self.told("needs.asked"))
        self.assertEqual(["python", "kafka"], [row["skill"] for row in self.need.welcome_skills])
        self.assertEqual([("ana", "kubernetes"), ("dan", "kafka")], needs.experts(self.need, reader="bob"))
        self.assertEqual({"ana", "dan"}, set(read_one(self.need).asked))
        getAdapter(self.portal, IPersonalData, "needs").erase("ana")  # who only was asked is forgotten too
        self.assertEqual({"dan"}, set(read_one(self.need).asked))

    def test_nobody_is_asked_about_a_need_for_sales(self):
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"audience": "sales"}, actor="sales")
        self.go("open")
        self.assertEqual([], self.told("needs.asked"))
        with self.assertRaises(NotAllowed):
            needs.suggest(self.need, actor="ana", skill="kafka", level=3)
        with self.assertRaises(NotAllowed):
            needs.apply(self.need, actor="ana")

    def test_a_suggestion_is_taken_up_and_traced(self):
        with self.assertRaises(NotAllowed):
            needs.suggest(self.need, actor="ana", skill="kafka", level=3)
        self.go("open")
        for values, field in (
            ({"skill": "nothing"}, "skill"),
            ({"level": 7}, "level"),
            ({"why": "x" * 600}, "why"),
        ):
            with self.assertRaises(Invalid) as caught:
                needs.suggest(self.need, actor="ana", **({"skill": "kafka", "level": 3} | values))
            self.assertEqual(field, caught.exception.field)
        with self.assertRaises(Conflict):
            needs.suggest(self.need, actor="ana", skill="kubernetes", level=3)
        with self.assertRaises(NotAllowed):
            needs.suggest(self.need, actor="carl", skill="kafka", level=3)
        made = needs.suggest(self.need, actor="ana", skill="Kafka", level=3, why="Le flux passe par là.")
        with self.assertRaises(Conflict):
            needs.suggest(self.need, actor="bob", skill="kafka", level=3)
        self.assertEqual([("sales",)], self.told("needs.suggested"))
        self.assertEqual(1, needs.naming_skill("kafka"))
        with self.assertRaises(NotAllowed):
            needs.accept(self.need, made.key, actor="ana")
        deeds = self.listen(IDeed)
        with api.env.adopt_user(username="sales"):
            needs.accept(self.need, made.key, actor="sales", word="Merci")
        self.assertEqual({"skill": "kafka", "level": 3, "source": "ana"}, self.need.required_skills[-1])
        self.assertEqual([("needs.suggestion_accepted", "ana")], [(one.kind, one.userid) for one in deeds])
        self.assertEqual([("ana",)], self.told("needs.suggestion_decided"))
        with self.assertRaises(Conflict):
            needs.refuse(self.need, made.key, actor="sales2", word="Non")
        lines = [(line.what, line.userid) for line in needs.history(self.need, reader="bob")]
        self.assertEqual(
            [("changed", "sales"), ("suggestion_accepted", "sales"), ("suggested", "ana"), ("state", "sales")],
            lines[:4],
        )
        self.assertEqual("ana", needs.history(self.need, reader="bob")[1].values["by"])

    def test_nobody_writes_who_suggested(self):
        rows = [{"skill": "kafka", "level": 3, "source": "bob"}]
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"required_skills": rows}, actor="sales")
        self.assertEqual("", self.need.required_skills[0]["source"])

    def test_a_refusal_says_why(self):
        self.go("open")
        made = needs.suggest(self.need, actor="ana", skill="kafka", level=3)
        with self.assertRaises(Invalid):
            needs.refuse(self.need, made.key, actor="sales", word=" ")
        needs.refuse(self.need, made.key, actor="sales", word="Le client a choisi autre chose.")
        kind = getAdapter(self.portal, INoticeKind, "needs.suggestion_decided")
        thing = f"{IUUID(self.need)}/{made.key}"
        self.assertEqual("Le client a choisi autre chose.", kind.describe(thing, "ana", ["Sales"]).excerpt)
        self.assertIsNone(kind.describe(thing, "bob", ["Sales"]))
        self.go("lose", reason="price")
        self.assertIsNone(kind.describe(thing, "ana", ["Sales"]))

    def test_a_merged_skill_takes_needs_along(self):
        self.go("open")
        skills.add({"fr": "Apache Kafka"}, actor="")
        made = needs.suggest(self.need, actor="ana", skill="kafka", level=3)
        self.assertEqual(1, needs.naming_skill("kafka"))
        with api.env.adopt_user(username="sales"):
            needs.accept(self.need, made.key, actor="sales")
        self.assertIn(("needs", 1), self.uses("kafka"))
        skills.merge("kafka", "apache-kafka", actor="")
        self.assertEqual((0, 1), (needs.naming_skill("kafka"), needs.naming_skill("apache-kafka")))
        self.assertEqual(1, needs.needs(needs.Criteria(skill="apache-kafka"), reader="bob").total)
        self.assertIn(("apache-kafka", 3), matching.requirement(IUUID(self.need)).required)
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"place": "Nantes"}, actor="sales")
        self.assertEqual({"skill": "apache-kafka", "level": 3, "source": "ana"}, self.need.required_skills[-1])

    def uses(self, skill_id: str) -> list[tuple]:
        found = getAdapters((self.portal,), ISkillUse)
        return [(name, room.count(skill_id)) for name, room in found]

    def test_a_suggestion_is_reported_hidden_and_removed(self):
        self.go("open")
        made = needs.suggest(self.need, actor="ana", skill="kafka", level=3, why="Des mots de trop")
        room, key = getAdapter(self.portal, IReportable, "needs.suggestion"), f"{IUUID(self.need)}/{made.key}"
        self.assertEqual(
            ("ana", "Kafka: Des mots de trop"), (room.target(key, "bob").author, room.target(key, "bob").text)
        )
        for bad, userid in ((key, "carl"), (f"{key}1", "bob"), ("x/y", "bob")):
            with self.assertRaises(Missing):
                room.target(bad, userid)
        room.hide(key)
        with self.assertRaises(Missing):
            room.target(key, "bob")
        with self.assertRaises(Missing):
            needs.accept(self.need, made.key, actor="sales")
        self.assertEqual(([], 0), (needs.suggestions(self.need, reader="sales"), needs.waiting(self.need)))
        self.assertNotIn("de trop", str(needs.history(self.need, reader="bob")))
        self.assertTrue(room.target(key, None).hidden)
        room.show(key)
        self.assertEqual(1, needs.waiting(self.need))
        self.assertIn("de trop", str(needs.history(self.need, reader="bob")))
        room.remove(key)
        self.assertEqual(0, needs.naming_skill("kafka"))
        self.assertNotIn("de trop", str(needs.history(self.need, reader="sales")))

    def test_the_stream_tells_of_it_to_who_may_view_it(self):
        self.go("open")
        self.assertEqual(["needs.opened"], self.stream("ana"))
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"audience": "sales"}, actor="sales")
        self.assertEqual(([], ["needs.opened"]), (self.stream("ana"), self.stream("sales")))
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"audience": "network"}, actor="sales")
        self.go("lose", reason="price")
        self.assertEqual([], self.stream("ana"))

    def stream(self, userid: str) -> list[str]:
        """Return the activities of needs that this person reads in the stream."""
        processQueue()  # as at the end of a request
        with api.env.adopt_user(username=userid):
            items = stream.entries(stream.view("all"), userid=userid, size=20).items
        return [item.entry.verb for item in items if item.entry.uid == IUUID(self.need)]


class TestCandidates(NeedsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.notices = self.listen(INotice)

    def states(self) -> dict:
        return {one.userid: one.state for one in needs.candidates(self.need, reader="sales")}

    def move(self, userid: str, state: str, **values):
        return needs.move_candidate(self.need, userid, state, **({"actor": "sales"} | values))

    def test_one_applies_without_asking_anybody(self):
        with self.assertRaises(NotAllowed):
            needs.apply(self.need, actor="ana")
        self.go("open")
        with self.assertRaises(NotAllowed):
            needs.apply(self.need, actor="carl")
        needs.apply(self.need, actor="ana", message="Je connais bien le sujet.")
        with self.assertRaises(Conflict):
            needs.apply(self.need, actor="ana")
        self.assertEqual([("needs.applied", ("sales",))], [(n.kind, n.recipients) for n in self.notices][-1:])
        for userid in ("bob", "boss", "ana"):
            with self.assertRaises(NotAllowed):
                needs.candidates(self.need, reader=userid)
        self.assertEqual("Je connais bien le sujet.", needs.mine(self.need, "ana").message)
        self.assertNotIn("candidate", [line.what for line in needs.history(self.need, reader="bob")])
        self.assertIn("candidate", [line.what for line in needs.history(self.need, reader="sales")])
        needs.withdraw(self.need, actor="ana")
        needs.withdraw(self.need, actor="ana")
        self.assertEqual({"ana": "withdrawn"}, self.states())
        needs.apply(self.need, actor="ana")
        self.assertEqual(
            ["applied", "withdrawn", "applied"], [s for _m, _a, s, _w in needs.mine(self.need, "ana").history]
        )

    def test_from_the_list_to_the_answer_of_the_client(self):
        with self.assertRaises(Conflict):
            needs.put_forward(self.need, "bob", actor="sales")
        self.go("open")
        for userid in ("carl", "nobody"):
            with self.assertRaises(Missing):
                needs.put_forward(self.need, userid, actor="sales")
        for actor in ("ana", "boss"):
            with self.assertRaises(NotAllowed):
                needs.put_forward(self.need, "bob", actor=actor)
        needs.put_forward(self.need, "bob", actor="sales")
        with self.assertRaises(Conflict):
            needs.put_forward(self.need, "bob", actor="sales2")
        with self.assertRaises(Conflict):
            self.move("bob", "accepted")
        self.move("bob", "shortlisted")
        with self.assertRaises(Invalid):
            self.move("bob", "proposed", naming="nickname")
        self.move("bob", "proposed", naming="initials")
        self.assertEqual("proposed", api.content.get_state(self.need))
        with self.assertRaises(Invalid) as caught:
            self.move("bob", "refused")
        self.assertEqual("reason", caught.exception.field)
        self.move("bob", "interview")
        self.move("bob", "accepted")
        mine = [n.recipients for n in self.notices if n.kind == "needs.candidate"]
        self.assertEqual([("bob",)] * 5, mine)
        self.assertEqual([("accepted", "Ingénieur Kubernetes")], [(s, r.title) for r, s in needs.candidacies("bob")])

    def test_of_two_at_once_one_wins(self):
        self.go("open")
        seen = needs.apply(self.need, actor="ana").revision
        self.move("ana", "shortlisted", revision=seen)
        with self.assertRaises(Conflict):
            self.move("ana", "refused", revision=seen, reason="Autre profil", actor="sales2")
        self.assertEqual({"ana": "shortlisted"}, self.states())

    def test_what_a_candidate_is_told(self):
        self.go("open")
        needs.apply(self.need, actor="ana")
        self.move("ana", "refused", reason="Pas assez bavarde")
        kind = getAdapter(self.portal, INoticeKind, "needs.candidate")
        thing = f"{IUUID(self.need)}/ana"
        said = kind.describe(thing, "ana", ["Sales"])
        self.assertIn("not retained", said.text.default or said.text)
        self.assertNotIn("bavarde", str(said))
        self.assertIsNone(kind.describe(thing, "bob", ["Sales"]))
        self.assertNotIn("bavarde", json.dumps(needs.export("ana")))

    def test_personal_data(self):
        self.go("open")
        needs.apply(self.need, actor="ana", message="Bonjour")
        made = needs.suggest(self.need, actor="ana", skill="kafka", level=3, why="Parce que")
        with api.env.adopt_user(username="sales"):
            needs.accept(self.need, made.key, actor="sales")
        room = getAdapter(self.portal, IPersonalData, "needs")
        found = json.loads(json.dumps(room.export("ana")))
        self.assertEqual("Bonjour", found["candidacies"][0]["message"])
        self.assertEqual("Parce que", found["suggestions"][0]["why"])
        room.erase("ana")
        room.erase("ana")
        self.assertEqual(([], []), (room.export("ana")["candidacies"], room.export("ana")["suggestions"]))
        self.assertEqual({}, self.states())
        kept = str([self.need.required_skills, [vars(s) for s in needs.suggestions(self.need, reader="sales")]])
        kept += str(needs.history(self.need, reader="sales"))
        self.assertNotIn("'ana'", kept)
        room.erase("sales")
        self.assertEqual("", needs.record(self.need).manager)

    def test_somebody_else_takes_needs_over(self):
        room = getAdapter(self.portal, IHandover, "needs")
        self.assertEqual([("needs", 1)], [(one.key, one.count) for one in room.held("sales")])
        self.assertIsInstance(room.held("sales")[0], Holding)
        room.hand_over("sales", "sales2", actor="rh")
        room.hand_over("sales", "sales2", actor="rh")
        self.assertEqual(([], 1), (room.held("sales"), room.held("sales2")[0].count))


class TestEngaging(NeedsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.client = self.make_client()
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"client": self.client, "client_name": ""}, actor="sales")
        self.go("open")

    def accept(self, userid: str) -> None:
        needs.put_forward(self.need, userid, actor="sales")
        for state in ("shortlisted", "proposed", "accepted"):
            needs.move_candidate(self.need, userid, state, actor="sales")

    def plan(self, **values):
        found = {"actor": "sales", "title": "", "start": date(2026, 12, 1), "end": date(2027, 6, 30), "share": 100}
        with api.env.adopt_user(username="sales"):
            return needs.create_mission(self.need, **(found | values))

    def test_a_proposal_is_a_forecast_and_the_mission_is_confirmed(self):
        needs.put_forward(self.need, "bob", actor="sales")
        self.assertEqual([], needs.forecasts("bob"))
        for state in ("shortlisted", "proposed"):
            needs.move_candidate(self.need, "bob", state, actor="sales")
        self.assertEqual([self.need.title], [one.title for one in needs.forecasts("bob")])
        self.assertEqual([], needs.forecasts("bob", without=IUUID(self.need)))
        self.assertEqual([], missions.periods("bob"))
        needs.move_candidate(self.need, "bob", "accepted", actor="sales")
        self.assertIsNone(needs.draft(self.need, actor="sales"))
        with self.assertRaises(Conflict):
            self.plan()
        self.go("win")
        self.assertEqual([], needs.forecasts("bob"))
        draft = needs.draft(self.need, actor="sales")
        self.assertEqual((("bob",), date(2026, 12, 1), self.client), (draft.userids, draft.start, draft.client))
        self.assertIsNone(needs.draft(self.need, actor="ana"))
        with self.assertRaises(Invalid):
            self.plan(end=None)
        with self.assertRaises(Invalid):
            self.plan(end=date(2026, 1, 1))
        self.assertEqual("", needs.candidate(self.need, "bob").mission)
        made = self.plan()
        found = missions.periods("bob")
        self.assertEqual([(date(2026, 12, 1), 100, True)], [(one.start, one.share, one.confirmed) for one in found])
        self.assertEqual(IUUID(made), needs.candidate(self.need, "bob").mission)
        self.assertEqual("planned", api.content.get_state(made))
        with self.assertRaises(Conflict):
            self.plan()
        for actor in ("ana", "boss"):
            with self.assertRaises(NotAllowed):
                needs.create_mission(self.need, actor=actor, title="", start=None, end=None, share=100)

    def test_who_waits_is_told_when_a_need_is_closed(self):
        needs.apply(self.need, actor="ana")
        self.accept("bob")
        notices = self.listen(INotice)
        self.go("win")
        self.assertEqual([("ana",)], [one.recipients for one in notices if one.kind == "needs.closed"])
        kind = getAdapter(self.portal, INoticeKind, "needs.closed")
        self.assertIsNotNone(kind.describe(IUUID(self.need), "ana", ["Sales"]))
        self.assertIsNone(kind.describe(IUUID(self.need), "dan", ["Sales"]))

    def test_a_confidential_client_is_hidden(self):
        client = self.make_client("Secrète SA", confidential=True)
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"client": client, "client_hidden": False}, actor="sales")
        self.assertTrue(self.need.client_hidden)
        self.assertNotIn("client", needs.shown(self.need, "ana"))
        self.assertEqual("Secrète SA", needs.shown(self.need, "boss")["client_shown"])

    def test_matching_explains_within_what_the_reader_may_see(self):
        found = needs.ranked(self.need, reader="sales").rows
        self.assertEqual(["ana"], [one.userid for one in found])
        self.assertIn("python", [fit.skill_id for fit in found[0].skills])
        for reader in ("ana", "boss"):
            with self.assertRaises(NotAllowed):
                needs.ranked(self.need, reader=reader)
        self.assertEqual([self.need.title], [record.title for record, _match in needs.needs_for("ana")])
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"audience": "sales"}, actor="sales")
        self.assertEqual([], needs.needs_for("ana"))
        self.assertEqual(1, len(needs.ranked(self.need, reader="sales").rows))
        self.go("lose", reason="price")
        self.assertIsNone(matching.requirement(IUUID(self.need)))


class TestFigures(NeedsTest):
    layer = INTEGRATION

    def test_medians_by_month_and_the_share_of_the_network(self):
        for reader in ("ana", "carl"):
            with self.assertRaises(NotAllowed):
                needs.figures(reader=reader)
        with api.env.adopt_user(username="sales"):
            second = needs.create_need(actor="sales", **self.values(title="Deuxième"))
        self.go("open")
        needs.move(second, "open", actor="sales")
        self.later(days=1)
        needs.suggest(self.need, actor="ana", skill="kafka", level=3)
        self.later(days=1)
        needs.apply(self.need, actor="ana")  # a second answer changes nothing
        needs.put_forward(second, "bob", actor="sales")  # sales are not the network
        needs.move_candidate(self.need, "ana", "shortlisted", actor="sales")
        self.later(days=4)
        needs.move_candidate(second, "bob", "shortlisted", actor="sales")
        needs.move_candidate(self.need, "ana", "proposed", actor="sales")
        needs.move(self.need, "lose", actor="sales", reason="price")
        needs.move(self.need, "resume", actor="sales")  # the first opening counts
        found = needs.figures(reader="boss")
        self.assertEqual(12, len(found))
        self.assertEqual((date(2025, 12, 1), 0, None), (found[0].first, found[0].opened, found[0].share))
        month = found[-1]
        self.assertEqual((date(2026, 11, 1), 2, 1, 50), (month.first, month.opened, month.answered, month.share))
        spans = {name: (span.days, span.of) for name, span in month.spans.items()}
        self.assertEqual({"shortlisted": (4.0, 2), "proposed": (4.0, 1), "started": (None, 0)}, spans)
        self.assertEqual((1.0, 1), (month.answer_days.days, month.answer_days.of))
        self.assertEqual({"opened": 2, "answered": 1, "share": 50}, needs.total(found))
