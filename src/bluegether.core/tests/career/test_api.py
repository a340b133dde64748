"""Goals, wishes, what comes next: who writes, who answers, who sees; the history."""

from bluegether.core.career import api as career
from bluegether.core.career.testing import CareerTest
from bluegether.core.career.testing import OUTSIDE
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.testing import INTEGRATION
from datetime import date
from plone.app.testing import SITE_OWNER_NAME
from zope.component import getGlobalSiteManager


class Told(CareerTest):
    """Keeps the notices."""

    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.told = []
        getGlobalSiteManager().registerHandler(self.hear, [INotice])
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self.hear, [INotice])

    def hear(self, notice):
        self.told.append((notice.kind, notice.actor, sorted(notice.recipients)))


class TestCircle(Told):
    def test_the_three_and_nobody_else(self):
        self.assertEqual({"person"}, career.sides("ana", "ana"))
        self.assertEqual({"manager"}, career.sides("ana", "boss"))
        self.assertEqual({"hr"}, career.sides("ana", "rh"))
        for userid in (*OUTSIDE, "", "nobody", SITE_OWNER_NAME):
            self.assertEqual(frozenset(), career.sides("ana", userid), userid)

    def test_one_s_own_side_only_on_one_s_own_page(self):
        self.manage("rh", "rh2")
        self.assertEqual({"person"}, career.sides("rh", "rh"))
        self.assertEqual({"manager", "hr"}, career.sides("rh", "rh2"))

    def test_partners_and_clients_have_no_page(self):
        for userid in ("partner", "cliente", "nobody"):
            self.assertFalse(career.has_career(userid))
            for reader in (userid, "rh"):
                with self.assertRaises(Missing):
                    career.goals(userid, userid=reader)

    def test_a_new_manager_replaces_the_old_one(self):
        goal = career.add_goal("ana", title="Lead", userid="ana")
        self.manage("ana", "other")
        self.assertEqual("Lead", career.goal("ana", goal.id, userid="other").title)
        with self.assertRaises(Missing):
            career.goal("ana", goal.id, userid="boss")

    def test_an_hr_referent_who_is_none_any_more_sees_nothing(self):
        self.portal.acl_users.userFolderEditUser("rh", None, ["Member", "Staff", "Site Administrator"], [])
        self.assertEqual(frozenset(), career.sides("ana", "rh"))


class TestLeaks(Told):
    """Everything is written first, then asked for by everybody who must not see it."""

    def test_no_question_answers(self):
        goal, wish, one = self.secrets()
        questions = (
            lambda userid: career.goals("ana", userid=userid),
            lambda userid: career.goal("ana", goal.id, userid=userid),
            lambda userid: career.wishes("ana", userid=userid),
            lambda userid: career.wish("ana", wish.id, userid=userid),
            lambda userid: career.wants("ana", userid=userid),
            lambda userid: career.history("ana", userid=userid),
            lambda userid: career.interviews("ana", userid=userid),
            lambda userid: career.interview("ana", one.id, userid=userid),
            lambda userid: career.notes("ana", one.id, userid=userid),
            lambda userid: career.exported("ana", one.id, userid=userid),
            lambda userid: career.due(userid=userid),
            lambda userid: career.wishes_to_answer(userid),
            lambda userid: career.without_lead(userid),
            lambda userid: career.archive(userid=userid),
        )
        for userid in (*OUTSIDE, SITE_OWNER_NAME, ""):
            for question in questions:
                with self.subTest(userid=userid), self.assertRaises(Missing):
                    question(userid)
            self.assertEqual([], career.open_interviews(userid))
            self.assertEqual([], career.tasks(userid))
            self.assertEqual(0, sum(n for name, n in career.counts(userid).items() if name != "plan"))
            self.assertEqual([], career.goals_to_answer(userid))

    def test_no_verb_does_anything(self):
        goal, wish, one = self.secrets()
        verbs = (
            lambda userid: career.add_goal("ana", title="x", userid=userid),
            lambda userid: career.change_goal("ana", goal.id, title="x", userid=userid),
            lambda userid: career.set_goal_state("ana", goal.id, "reached", userid=userid),
            lambda userid: career.say("ana", "goal", goal.id, "x", userid=userid),
            lambda userid: career.say("ana", "wish", wish.id, "x", userid=userid),
            lambda userid: career.want("ana", "x", userid=userid),
            lambda userid: career.answer_wish("ana", wish.id, "later", userid=userid),
            lambda userid: career.withdraw_wish("ana", wish.id, userid=userid),
            lambda userid: self.plan(kind="mission", userid=userid),
            lambda userid: career.move("ana", one.id, place="x", userid=userid),
            lambda userid: career.cancel("ana", one.id, "x", userid=userid),
            lambda userid: career.amend_agenda("ana", one.id, ["x"], revision=1, userid=userid),
            lambda userid: career.prepare("ana", one.id, "x", userid=userid),
            lambda userid: career.share("ana", one.id, userid=userid),
            lambda userid: career.take("ana", one.id, userid=userid),
            lambda userid: career.hold("ana", one.id, userid=userid),
            lambda userid: career.note_earlier("ana", "yearly", date(2026, 1, 1), userid=userid),
        )
        for userid in (*OUTSIDE, SITE_OWNER_NAME):
            for verb in verbs:
                with self.subTest(userid=userid), self.assertRaises(Missing):
                    verb(userid)

    def test_notices_say_nothing_of_what_was_written(self):
        self.told.clear()
        self.secrets()
        self.assertTrue(self.told)
        allowed = {"ana", "boss", "rh", "rh2"}
        self.assertEqual(set(), {userid for _kind, _actor, all_ in self.told for userid in all_} - allowed)


class TestGoals(Told):
    def test_only_the_person_writes(self):
        for userid in ("boss", "rh"):
            with self.assertRaises(NotAllowed):
                career.add_goal("ana", title="x", userid=userid)
        goal = career.add_goal("ana", title=" Architect ", why="To grow", horizon="years", userid="ana")
        self.assertEqual(("Architect", "open"), (goal.title, goal.state))
        for userid in ("boss", "rh"):
            with self.assertRaises(NotAllowed):
                career.change_goal("ana", goal.id, title="x", userid=userid)
            with self.assertRaises(NotAllowed):
                career.set_goal_state("ana", goal.id, "reached", userid=userid)

    def test_what_it_may_be(self):
        for values in ({"title": "  "}, {"title": "x" * 201}, {"title": "a\nb"}, {"title": 3}, {"title": "x\x00"}):
            with self.assertRaises(Invalid) as caught:
                career.add_goal("ana", userid="ana", **values)
            self.assertEqual("title", caught.exception.field)
        with self.assertRaises(Invalid):
            career.add_goal("ana", title="x", horizon="never", userid="ana")
        with self.assertRaises(Missing):
            career.goal("ana", 12, userid="ana")
        self.assertEqual([], career.goals("ana", userid="ana"))

    def test_progress_and_answers_in_one_thread(self):
        goal = career.add_goal("ana", title="Architect", userid="ana")
        self.assertEqual([("ana", goal)], career.goals_to_answer("boss"))
        career.say("ana", "goal", goal.id, "I read a book", userid="ana")
        self.assertEqual(1, career.counts("boss")["goals"])
        career.say("ana", "goal", goal.id, "Good: lead the next design", userid="boss")
        career.say("ana", "goal", goal.id, "There is a training", userid="rh")
        self.assertEqual(["person", "manager", "hr"], [said.side for said in goal.thread])
        self.assertEqual([], career.goals_to_answer("boss"))
        self.assertEqual(0, career.counts("boss")["goals"])
        career.say("ana", "goal", goal.id, "Done", userid="ana")
        self.assertEqual(("career.answer", "ana", ["boss", "rh"]), self.told[-1])
        with self.assertRaises(Invalid):
            career.say("ana", "goal", goal.id, " ", userid="boss")

    def test_closed_goals(self):
        goal = career.add_goal("ana", title="Architect", userid="ana")
        career.set_goal_state("ana", goal.id, "reached", userid="ana")
        self.assertEqual([], career.goals_to_answer("boss"))
        with self.assertRaises(Conflict):
            career.change_goal("ana", goal.id, title="x", userid="ana")
        with self.assertRaises(Invalid):
            career.set_goal_state("ana", goal.id, "deleted", userid="ana")
        career.set_goal_state("ana", goal.id, "open", userid="ana")
        career.change_goal("ana", goal.id, title="Lead architect", userid="ana")
        self.clock.pass_days(1)
        other = career.add_goal("ana", title="Speak at a conference", userid="ana")
        career.set_goal_state("ana", other.id, "dropped", userid="ana")
        self.assertEqual(["open", "dropped"], [one.state for one in career.goals("ana", userid="rh")])


class TestWishes(Told):
    def add(self, **values):
        return career.add_wish("ana", **({"title": "Kubernetes", "userid": "ana"} | values))

    def test_the_skill_is_of_the_taxonomy(self):
        skills.add(titles={"en": "Kubernetes", "fr": "Kubernetes"}, synonyms=["k8s"], actor="")
        self.assertEqual("kubernetes", self.add(skill="K8S").skill)
        with self.assertRaises(Invalid) as caught:
            self.add(skill="Nothing of the sort")
        self.assertEqual("skill", caught.exception.field)

    def test_hr_answers_and_nobody_else(self):
        wish = self.add()
        self.assertEqual([("ana", wish)], career.wishes_to_answer("rh"))
        for userid in ("ana", "boss"):
            with self.assertRaises(NotAllowed):
                career.answer_wish("ana", wish.id, "later", userid=userid)
        for answer, values, field in (
            ("accepted", {}, "on"),
            ("accepted", {"on": date(2026, 10, 1)}, "on"),
            ("accepted", {"on": "2027-01-01"}, "on"),
            ("refused", {}, "reason"),
            ("done", {}, "answer"),
        ):
            with self.assertRaises(Invalid) as caught:
                career.answer_wish("ana", wish.id, answer, userid="rh", **values)
            self.assertEqual(field, caught.exception.field)
        self.assertEqual("asked", wish.state)
        career.answer_wish("ana", wish.id, "refused", reason="No budget", userid="rh")
        self.assertEqual([], career.wishes_to_answer("rh"))
        self.assertEqual(("career.decided", "rh", ["ana"]), self.told[-1])
        career.answer_wish("ana", wish.id, "accepted", on=date(2027, 2, 1), userid="rh2")
        self.assertEqual(("accepted", date(2027, 2, 1), "", "rh2"), self.facts(wish))

    def facts(self, wish):
        return wish.state, wish.planned_on, wish.reason, wish.decided_by

    def test_hr_does_not_answer_its_own(self):
        wish = career.add_wish("rh", title="Law", userid="rh")
        with self.assertRaises(NotAllowed):
            career.answer_wish("rh", wish.id, "later", userid="rh")
        self.assertEqual([], career.wishes_to_answer("rh"))
        self.assertEqual(0, career.counts("rh")["wishes"])
        self.assertEqual(1, career.counts("rh2")["wishes"])

    def test_until_when_it_can_be_changed_and_closed(self):
        wish = self.add()
        career.change_wish("ana", wish.id, title="Kubernetes, advanced", userid="ana")
        career.answer_wish("ana", wish.id, "accepted", on=date(2027, 2, 1), userid="rh")
        with self.assertRaises(Conflict):
            career.change_wish("ana", wish.id, title="x", userid="ana")
        with self.assertRaises(NotAllowed):
            career.finish_wish("ana", wish.id, userid="boss")
        career.finish_wish("ana", wish.id, userid="rh")
        for verb in (career.finish_wish, career.withdraw_wish):
            with self.assertRaises(Conflict):
                verb("ana", wish.id, userid="ana")
        with self.assertRaises(Conflict):
            career.answer_wish("ana", wish.id, "later", userid="rh")
        other = self.add()
        with self.assertRaises(NotAllowed):
            career.withdraw_wish("ana", other.id, userid="rh")
        career.withdraw_wish("ana", other.id, userid="ana")
        self.assertEqual([], career.wishes_to_answer("rh"))


class TestNextAndHistory(Told):
    def test_what_comes_next(self):
        with self.assertRaises(NotAllowed):
            career.want("ana", "x", userid="boss")
        career.want("ana", "A client in Nantes", userid="ana")
        self.assertEqual("A client in Nantes", career.wants("ana", userid="boss")[0])
        with self.assertRaises(Invalid):
            career.want("ana", "x" * 4001, userid="ana")

    def test_the_history_is_in_order_and_says_who(self):
        goal = career.add_goal("ana", title="Architect", userid="ana")
        career.say("ana", "goal", goal.id, "Good", userid="boss")
        wish = career.add_wish("ana", title="Kafka", userid="ana")
        career.answer_wish("ana", wish.id, "later", userid="rh")
        steps = career.history("ana", userid="boss")
        self.assertEqual(
            [("rh", "later", "Kafka"), ("ana", "added", "Kafka"), ("boss", "answered", "Architect")],
            [(step.actor, step.verb, step.title) for step in steps[:3]],
        )
        self.assertEqual(2, len(career.history("ana", userid="ana", limit=2)))

    def test_erased_accounts_have_no_page(self):
        career.add_goal("ana", title="Architect", userid="ana")
        people.erase("ana", actor="rh")
        for userid in ("ana", "boss", "rh"):
            with self.assertRaises(Missing):
                career.goals("ana", userid=userid)
