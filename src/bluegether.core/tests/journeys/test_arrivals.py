"""Arrivals: who gets which steps, who ticks what, when they end."""

from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.testing import JourneysTest
from bluegether.core.journeys.testing import STEPS
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api


class TestTemplates(JourneysTest):
    layer = INTEGRATION

    def test_who_writes_them(self):
        for actor in ("consultante", "chef", "cliente", ""):
            for question in (
                lambda actor=actor: journeys.templates(actor=actor),
                lambda actor=actor: journeys.save_template(
                    title="T", kinds=["staff"], units=[], steps=list(STEPS), actor=actor
                ),
            ):
                self.assertRaises(NotAllowed, question)
        self.assertEqual([], journeys.templates(actor="animatrice"))

    def test_what_is_refused(self):
        step = STEPS[0]
        for values, field in (
            ({"title": " "}, "title"),
            ({"title": "x" * 121}, "title"),
            ({"kinds": []}, "kinds"),
            ({"kinds": ["client"]}, "kinds"),
            ({"kinds": "consultant"}, "kinds"),
            ({"units": ["mars"]}, "units"),
            ({"steps": []}, "steps"),
            ({"steps": [step] * 61}, "steps"),
            ({"steps": [step, step | {"title": ""}]}, "steps.1.title"),
            ({"steps": [step | {"day": 0}]}, "steps.0.day"),
            ({"steps": [step | {"day": "x"}]}, "steps.0.day"),
            ({"steps": [step | {"day": True}]}, "steps.0.day"),
            ({"steps": [step | {"day": 366}]}, "steps.0.day"),
            ({"steps": [step | {"who": "direction"}]}, "steps.0.who"),
            ({"steps": ["x"]}, "steps.0.who"),
            ({"steps": [step | {"text": "x" * 2001}]}, "steps.0.text"),
            ({"steps": [step | {"link": "javascript:alert(1)"}]}, "steps.0.link"),
            ({"steps": [step | {"link": "//evil.example"}]}, "steps.0.link"),
            ({"steps": [step | {"link": "/\\evil.example"}]}, "steps.0.link"),
        ):
            with self.assertRaises(Invalid, msg=values) as caught:
                self.template(**values)
            self.assertEqual(field, caught.exception.field)
        self.assertEqual([], journeys.templates(actor="rh"))
        with self.assertRaises(Missing):
            journeys.save_template("nope", title="T", kinds=["staff"], units=[], steps=list(STEPS), actor="rh")

    def test_changed_without_touching_what_runs_and_deleted(self):
        found = self.template()
        running = self.arrive()
        rows = [vars(step) for step in found.steps]
        rows[0] = rows[0] | {"title": "Autre", "day": "2"}
        changed = journeys.save_template(
            found.id, title="Neuf", kinds=["consultant", "staff"], units=["data"], steps=rows, actor="animatrice"
        )
        self.assertEqual({step.id for step in running.steps}, {step.id for step in changed.steps})
        self.assertIn("Matériel", [step.title for step in running.steps])
        self.assertIn("Autre", [step.title for step in changed.steps])
        self.assertEqual([1, 2, 7, 30], [step.day for step in changed.steps])
        journeys.delete_template(found.id, actor="rh")
        with self.assertRaises(Missing):
            journeys.template(found.id, actor="rh")
        self.assertIsNone(running.ended)

    def test_the_most_fitting_one_is_taken(self):
        self.template(title="Tous")
        self.template(title="Données", units=["data"])
        self.template(title="Interne", kinds=["staff"])
        self.assertEqual("Données", self.arrive("un").title)
        self.assertEqual("Tous", self.arrive("deux", unit="cloud").title)
        self.assertEqual("Interne", self.arrive("trois", kind="staff").title)
        self.assertIsNone(self.arrive("quatre", kind="partner"))

    def test_the_model_is_a_template(self):
        found = self.template(steps=journeys.model_steps("fr"))
        self.assertEqual({1, 2, 3, 7, 14, 30, 60, 90}, {step.day for step in found.steps})


class TestStart(JourneysTest):
    layer = INTEGRATION

    def test_none_for_clients_old_accounts_or_without_a_template(self):
        self.assertIsNone(self.arrive("tot"))
        self.template(kinds=["consultant", "staff"])
        self.assertIsNone(self.arrive("client2", kind="client", unit="", manager=""))
        self.assertIsNone(self.arrive("vieux", arrived=self.clock.now() - timedelta(days=120)))
        self.assertIsNotNone(self.arrive("recent", arrived=self.clock.now() - timedelta(days=40)))

    def test_it_starts_with_the_account_and_tells_who_looks_after_it(self):
        self.template()
        self.told.clear()
        found = self.arrive(manager="")
        self.assertEqual(self.day(), found.started)
        self.assertIn(("journeys.welcome", "nouvelle", ("nouvelle",)), self.told)
        self.assertIn(("journeys.started", "nouvelle", ("rh", "rh2")), self.told)
        self.assertIsNone(journeys.start("nouvelle"))

    def test_who_sees_it(self):
        self.template()
        self.arrive()
        for userid in ("nouvelle", "chef", "rh", "animatrice"):
            self.assertEqual("nouvelle", journeys.journey("nouvelle", actor=userid).userid)
        for userid in ("consultante", "voisin", "cliente", ""):
            with self.assertRaises(Missing):
                journeys.journey("nouvelle", actor=userid)
        self.assertEqual(1, journeys.running(actor="rh")[1])
        self.assertEqual(1, journeys.running(actor="chef")[1])
        self.assertEqual(([], 0), journeys.running(actor="consultante"))

    def test_running_are_listed_newest_first_and_paged(self):
        self.template()
        for number in range(5):
            self.arrive(f"n{number}")
            self.clock.pass_days(1)
        rows, total = journeys.running(actor="rh", start=1, size=2)
        self.assertEqual((["n3", "n2"], 5), ([one.userid for one in rows], total))


class TestSteps(JourneysTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.template()
        self.found = self.arrive()
        journeys.choose_buddy("nouvelle", "ancien", actor="chef")
        self.kinds()

    def tick(self, who, actor, done=True):
        return journeys.tick("nouvelle", self.step(self.found, who), done=done, actor=actor)

    def test_everyone_ticks_their_own_and_hr_all(self):
        for who, actor in (
            ("hr", "nouvelle"), ("hr", "chef"), ("manager", "nouvelle"), ("buddy", "chef"), ("newcomer", "ancien"),
            ("newcomer", "animatrice"),
        ):  # fmt: skip
            with self.assertRaises(NotAllowed, msg=(who, actor)):
                self.tick(who, actor)
        with self.assertRaises(Missing):
            self.tick("newcomer", "voisin")
        with self.assertRaises(Missing):
            journeys.tick("nouvelle", "nothing", done=True, actor="rh")
        for who, actor in (("newcomer", "nouvelle"), ("buddy", "ancien"), ("manager", "chef"), ("hr", "rh")):
            self.tick(who, actor)
        self.assertEqual(4, len(self.found.done))
        self.tick("newcomer", "rh", done=False)
        self.tick("newcomer", "rh", done=False)
        self.assertEqual(3, len(self.found.done))

    def test_late_steps_are_counted_without_anybody_being_looked_at(self):
        self.assertEqual(0, journeys.late_for_hr())
        self.clock.pass_days(1)
        self.assertEqual(1, journeys.late_for_hr())
        self.assertTrue(journeys.is_late(self.found, self.found.steps[0]))
        self.tick("hr", "rh")
        self.assertEqual(0, journeys.late_for_hr())

    def test_reminded_on_the_day_once_and_not_of_what_is_done(self):
        self.pass_to(self.day(6))
        self.assertEqual(1, journeys.sweep())
        self.assertEqual([("journeys.steps", "nouvelle/7", ("ancien",))], self.told)
        self.assertEqual(0, journeys.sweep())
        self.tick("manager", "chef")
        self.kinds()
        self.pass_to(self.found.started + timedelta(days=29))
        journeys.sweep()
        self.assertEqual([("journeys.question", "nouvelle/30", ("nouvelle",))], self.told)

    def test_questions_are_answered_once_for_hr_only(self):
        with self.assertRaises(Conflict):
            journeys.answer("nouvelle", 30, scale=4, text="")
        self.clock.pass_days(29)
        self.assertEqual([30], journeys.open_questions(self.found))
        for scale in (0, 6, True, "4"):
            with self.assertRaises(Invalid):
                journeys.answer("nouvelle", 30, scale=scale, text="")
        self.kinds()
        journeys.answer("nouvelle", 30, scale=4, text=" Bien ")
        self.assertEqual([("journeys.answered", "nouvelle/30", ("rh", "rh2"))], self.told)
        self.assertEqual("Bien", self.found.answers[30].text)
        with self.assertRaises(Conflict):
            journeys.answer("nouvelle", 30, scale=5, text="")
        with self.assertRaises(Missing):
            journeys.answer("chef", 30, scale=5, text="")
        self.assertTrue(journeys.can_read_answers("rh"))
        for userid in ("chef", "animatrice", "ancien"):
            self.assertFalse(journeys.can_read_answers(userid))

    def test_it_ends_when_all_is_done_and_answered(self):
        for who, actor in (("newcomer", "nouvelle"), ("buddy", "ancien"), ("manager", "chef"), ("hr", "rh")):
            self.tick(who, actor)
        self.clock.pass_days(89)
        journeys.answer("nouvelle", 30, scale=5, text="")
        self.assertIsNone(self.found.ended)
        journeys.answer("nouvelle", 90, scale=5, text="")
        self.assertEqual("finished", self.found.outcome)
        self.assertEqual(([self.found], 1), journeys.ended(actor="animatrice"))
        self.assertEqual((0, []), (journeys.running(actor="rh")[1], journeys.buddy_of("ancien")))
        self.assertIsNone(journeys.own_journey("nouvelle"))
        with self.assertRaises(Conflict):
            self.tick("hr", "rh", done=False)
        with self.assertRaises(NotAllowed):
            journeys.ended(actor="chef")

    def test_it_ends_by_itself_and_nobody_is_reminded_any_more(self):
        self.pass_to(self.found.started + timedelta(days=103))
        journeys.sweep()
        self.assertEqual("finished", self.found.outcome)
        self.assertEqual(0, journeys.late_for_hr())
        self.kinds()
        self.clock.pass_days(400)
        self.assertEqual((0, []), (journeys.sweep(), self.kinds()))

    def test_hr_stops_it(self):
        for actor in ("nouvelle", "chef"):
            with self.assertRaises(NotAllowed):
                journeys.stop("nouvelle", actor=actor)
        journeys.stop("nouvelle", actor="rh")
        self.assertEqual("stopped", self.found.outcome)
        self.clock.pass_days(40)
        self.kinds()
        journeys.sweep()
        self.assertEqual([], self.kinds())
        with self.assertRaises(Conflict):
            journeys.stop("nouvelle", actor="rh")


class TestBuddies(JourneysTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.template()
        self.found = self.arrive()
        self.kinds()

    def proposed(self):
        return [one.userid for one in journeys.propose_buddies("nouvelle", actor="chef")]

    def test_who_is_proposed(self):
        self.assertEqual(["consultante", "ancien"], self.proposed())  # not chef, voisin, nor who arrived last
        people.suspend("ancien", until=self.clock.now() + timedelta(days=3), reason="Non", actor="rh")
        self.assertEqual(["consultante"], self.proposed())
        journeys.plan("consultante", last_day=self.day(30), actor="rh")
        self.assertEqual([], self.proposed())

    def test_those_with_fewest_newcomers_first_and_not_more_than_two(self):
        self.arrive("n1")
        self.arrive("n2")
        journeys.choose_buddy("n1", "consultante", actor="rh")
        self.assertEqual(["ancien", "consultante"], self.proposed())
        journeys.choose_buddy("n2", "consultante", actor="rh")
        self.assertEqual(["ancien"], self.proposed())

    def test_who_may_choose_whom(self):
        for actor in ("nouvelle", "consultante"):
            with self.assertRaises((NotAllowed, Missing)):
                journeys.choose_buddy("nouvelle", "ancien", actor=actor)
        with self.assertRaises(NotAllowed):
            journeys.propose_buddies("nouvelle", actor="animatrice")
        for buddy in ("nouvelle", "cliente", "personne", "T"):
            with self.assertRaises(Invalid, msg=buddy) as caught:
                journeys.choose_buddy("nouvelle", buddy, actor="chef")
            self.assertEqual("buddy", caught.exception.field)
        journeys.choose_buddy("nouvelle", "ancien test", actor="chef")
        self.assertEqual("ancien", self.found.buddy)
        self.assertEqual([("journeys.buddy", "nouvelle", ("ancien", "nouvelle"))], self.told)
        journeys.choose_buddy("nouvelle", "ancien", actor="rh")
        self.assertEqual(1, len(self.told))
        journeys.choose_buddy("nouvelle", "", actor="rh")
        self.assertEqual([], journeys.buddy_of("ancien"))

    def test_one_can_decline_and_is_not_asked_again(self):
        journeys.choose_buddy("nouvelle", "ancien", actor="chef")
        with self.assertRaises(NotAllowed):
            journeys.decline_buddy("nouvelle", actor="chef")
        self.kinds()
        journeys.decline_buddy("nouvelle", actor="ancien")
        self.assertEqual([("journeys.declined", "nouvelle", ("chef", "rh", "rh2"))], self.told)
        self.assertEqual(("", ["consultante"]), (self.found.buddy, self.proposed()))
        with self.assertRaises(Invalid):
            journeys.choose_buddy("nouvelle", "ancien", actor="rh")
        with self.assertRaises(Missing):
            journeys.decline_buddy("nouvelle", actor="ancien")

    def test_two_of_one_name_are_told_apart_by_user_id(self):
        self.create("double", fullname="Ancien Test")
        with self.assertRaises(Invalid):
            journeys.choose_buddy("nouvelle", "Ancien Test", actor="rh")
        journeys.choose_buddy("nouvelle", "double", actor="rh")


class TestReading(JourneysTest):
    layer = INTEGRATION

    def test_reading_writes_nothing_and_costs_no_account(self):
        self.assertEqual(0, journeys.sweep())
        for actor in ("rh", "chef"):
            journeys.running(actor=actor)
            journeys.leaving(actor=actor)
        from bluegether.core.journeys.api.trees import kept

        self.assertIsNone(kept())
        self.assertEqual({}, journeys.export("rh"))
        journeys.forget("rh")
        self.assertIsNone(kept())
        self.assertEqual("/plone", api.portal.get().absolute_url_path())
