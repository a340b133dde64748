"""Departures: who records them, what is handed over, what stays of who left."""

from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.interfaces import IPersonLeft
from bluegether.core.journeys.testing import JourneysTest
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import getGlobalSiteManager
from zope.interface import implementer


class DepartureCase(JourneysTest):
    layer = INTEGRATION

    def plan(self, userid="consultante", days=20, actor="rh"):
        return journeys.plan(userid, last_day=self.day(days), actor=actor)

    def leave(self, days=20):
        """Let the last day be over and the timers run."""
        self.clock.pass_days(days + 1)
        journeys.sweep()
        people.sweep()


class TestRecording(DepartureCase):
    def test_who_may_not(self):
        for actor in ("consultante", "voisin", "animatrice", "cliente", ""):
            with self.assertRaises(NotAllowed, msg=actor):
                self.plan(actor=actor)
            with self.assertRaises(NotAllowed, msg=actor):
                journeys.propose("consultante", last_day=self.day(20), actor=actor)
        with self.assertRaises(NotAllowed):
            self.plan(actor="chef")
        with self.assertRaises(NotAllowed):
            journeys.propose("voisin", last_day=self.day(20), actor="chef")
        self.assertIsNone(journeys.departure_of("consultante"))

    def test_errors_leave_nothing_behind(self):
        for userid, days, error in (
            ("consultante", -1, Invalid),
            ("consultante", 731, Invalid),
            ("personne", 20, Missing),
            ("cliente", 20, Missing),
            ("rh", 20, Conflict),
        ):
            with self.assertRaises(error, msg=(userid, days)):
                self.plan(userid, days)
            self.assertIsNone(journeys.departure_of(userid))
            self.assertIsNone(people.closing(userid))
        self.assertEqual(([], 0), journeys.leaving(actor="rh"))

    def test_nobody_leaves_twice(self):
        self.plan()
        with self.assertRaises(Conflict):
            self.plan()
        with self.assertRaises(Conflict):
            journeys.propose("consultante", last_day=self.day(3), actor="chef")
        self.leave()
        with self.assertRaises(Conflict):
            self.plan()

    def test_the_last_hr_referent_stays(self):
        self.plan("rh2")
        self.create("admin2")
        self.portal.acl_users.userFolderEditUser("admin2", None, ["Member", "Site Administrator"], [])
        with self.assertRaises(Conflict):
            self.plan("rh", actor="admin2")
        self.assertIsNone(journeys.departure_of("rh"))

    def test_a_manager_proposes_and_hr_decides(self):
        journeys.propose("consultante", last_day=self.day(20), actor="chef")
        self.assertEqual([("departures.proposed", "consultante", ("rh", "rh2"))], self.told)
        self.assertEqual(1, journeys.proposals())
        self.assertTrue(people.has_access("consultante"))
        self.assertIsNone(people.closing("consultante"))
        with self.assertRaises(Missing):  # not yet theirs to know
            journeys.departure("consultante", actor="consultante")
        with self.assertRaises(NotAllowed):
            journeys.refuse("consultante", actor="chef")
        with self.assertRaises(NotAllowed):
            journeys.withdraw("consultante", actor="rh")
        self.kinds()
        journeys.refuse("consultante", actor="rh")
        self.assertEqual([("departures.refused", "consultante", ("chef",))], self.told)
        self.assertIsNone(journeys.departure_of("consultante"))
        journeys.propose("consultante", last_day=self.day(20), actor="chef")
        journeys.withdraw("consultante", actor="chef")
        self.assertEqual(0, journeys.proposals())
        journeys.propose("consultante", last_day=self.day(20), actor="chef")
        self.plan(days=25)
        found = journeys.departure("consultante", actor="consultante")
        self.assertEqual(("planned", self.day(25), "chef", "rh"), (
            found.state, found.last_day, found.recorded_by, found.confirmed_by,
        ))  # fmt: skip
        for verb, actor in ((journeys.refuse, "rh"), (journeys.withdraw, "chef")):
            with self.assertRaises(Conflict):
                verb("consultante", actor=actor)

    def test_planned_moved_cancelled(self):
        self.plan()
        self.assertEqual(
            [("departures.planned", "consultante", ("chef", "consultante", "rh2"))], self.told
        )  # not who did it
        self.assertEqual("2026-11-23T00:00:00+00:00", people.closing("consultante").ends.isoformat())
        due = {task.id: task.due for task in journeys.departure_of("consultante").tasks}
        self.assertEqual(self.day(15), due["knowledge"])
        self.kinds()
        journeys.move("consultante", last_day=self.day(30), actor="rh")
        self.assertEqual("2026-12-03T00:00:00+00:00", people.closing("consultante").ends.isoformat())
        self.assertEqual(self.day(25), journeys.departure_of("consultante").tasks[0].due)
        self.assertEqual([("2026-12-02", "consultante")], [
            (one.last_day.isoformat(), one.userid) for one in journeys.leaving(actor="chef")[0]
        ])  # fmt: skip
        self.assertEqual(["departures.moved"], self.kinds())
        for actor in ("chef", "consultante"):
            with self.assertRaises(NotAllowed):
                journeys.cancel("consultante", actor=actor)
        self.clock.pass_days(21)  # the first date
        journeys.sweep()
        self.assertEqual("planned", journeys.departure_of("consultante").state)
        self.kinds()
        journeys.cancel("consultante", actor="rh")
        self.assertEqual(["departures.cancelled"], self.kinds())
        self.clock.pass_days(60)
        journeys.sweep()
        people.sweep()
        self.assertTrue(people.has_access("consultante"))
        self.assertEqual([], [kind for kind in self.kinds() if kind.startswith("departures")])
        self.plan()  # and again

    def test_after_the_last_day_nothing_is_taken_back(self):
        self.plan()
        self.clock.pass_days(21)
        for verb in (journeys.cancel, lambda userid, actor: journeys.move(userid, last_day=self.day(3), actor=actor)):
            with self.assertRaises(Conflict):
                verb("consultante", actor="rh")

    def test_an_access_given_back_elsewhere_means_that_the_person_stays(self):
        self.plan()
        people.keep_access("consultante", actor="rh")
        self.leave()
        self.assertIsNone(journeys.departure_of("consultante"))
        self.assertTrue(people.has_access("consultante"))


class TestChecklist(DepartureCase):
    def setUp(self):
        super().setUp()
        self.found = self.plan()
        self.kinds()

    def test_who_does_what(self):
        self.assertEqual(
            {"knowledge": "consultante", "documents": "consultante", "interview": "hr", "equipment": "chef"},
            {task.id: task.who for task in self.found.tasks},
        )
        for task, actor in (("interview", "chef"), ("equipment", "consultante"), ("knowledge", "chef")):
            with self.assertRaises(NotAllowed):
                journeys.tick_task(self.found, task, done=True, actor=actor)
        with self.assertRaises(Missing):
            journeys.tick_task(self.found, "nope", done=True, actor="rh")
        for task, actor in (("knowledge", "consultante"), ("equipment", "chef"), ("interview", "rh2")):
            journeys.tick_task(self.found, task, done=True, actor=actor)
        self.assertEqual(["documents"], [task.id for task in self.found.tasks if task.done is None])
        self.assertEqual([], journeys.tasks_of("chef"))
        journeys.tick_task(self.found, "equipment", done=False, actor="rh")
        self.assertEqual(["equipment"], [task.id for _leaver, _day, task in journeys.tasks_of("chef")])

    def test_more_and_fewer(self):
        values = {"title": "Rendre le badge", "who": "voisin", "due": self.day(10)}
        for wrong, error in (
            ({"actor": "chef"}, NotAllowed),
            ({"title": ""}, Invalid),
            ({"who": "cliente"}, Invalid),
            ({"due": self.day(-1)}, Invalid),
            ({"due": self.day(90)}, Invalid),
        ):
            with self.assertRaises(error, msg=wrong):
                journeys.add_task(self.found, **({"actor": "rh"} | values | wrong))
        task = journeys.add_task(self.found, **values, actor="rh")
        self.assertEqual([("departures.task", f"consultante/{task.id}", ("voisin",))], self.told)
        journeys.tick_task(self.found, task.id, done=True, actor="voisin")
        with self.assertRaises(NotAllowed):
            journeys.remove_task(self.found, task.id, actor="voisin")
        journeys.remove_task(self.found, task.id, actor="rh")
        self.assertEqual(4, len(self.found.tasks))

    def test_reminded_once_on_the_day_unless_done(self):
        journeys.tick_task(self.found, "documents", done=True, actor="consultante")
        self.pass_to(self.day(15))
        journeys.sweep()
        self.assertEqual([("departures.task", "consultante/knowledge", ("consultante",))], self.told)
        self.kinds()
        self.pass_to(self.day(2))
        journeys.sweep()
        self.assertEqual([("departures.task", "consultante/interview", ("rh", "rh2"))], self.told)


@implementer(IHandover)
class Spaces:
    """Two spaces of consultante; a room that can refuse somebody."""

    owners = {}
    refuses = ()

    def __init__(self, site):
        self.site = site

    def held(self, userid):
        mine = [name for name, owner in self.owners.items() if owner == userid]
        return [Holding(name, name) for name in mine]

    def hand_over(self, userid, to, *, actor):
        if to in self.refuses:
            raise Conflict("Not this one.")
        for name in [name for name, owner in self.owners.items() if owner == userid]:
            self.owners[name] = to


class TestSuccession(DepartureCase):
    def setUp(self):
        super().setUp()
        Spaces.owners = {"python": "consultante", "rust": "consultante"}
        Spaces.refuses = ()
        getGlobalSiteManager().registerAdapter(Spaces, (IPloneSiteRoot,), IHandover, "spaces")
        self.addCleanup(getGlobalSiteManager().unregisterAdapter, Spaces, (IPloneSiteRoot,), IHandover, "spaces")
        people.update_account("voisin", manager="consultante", actor="rh")
        self.found = self.plan()
        self.kinds()

    def succeed(self, to, **values):
        return journeys.set_successor("consultante", to, **({"actor": "rh"} | values))

    def test_what_somebody_holds_is_what_the_rooms_say(self):
        self.assertEqual({"people", "spaces"}, set(journeys.held("consultante")))
        self.assertEqual(2, len(journeys.held("consultante")["spaces"]))
        self.assertEqual({}, journeys.held("ancien"))

    def test_who_cannot_succeed(self):
        journeys.plan("ancien", last_day=self.day(40), actor="rh")
        for to in ("consultante", "cliente", "personne", "ancien"):
            with self.assertRaises(Invalid, msg=to) as caught:
                self.succeed(to)
            self.assertEqual("to", caught.exception.field)
        for actor in ("chef", "consultante"):
            with self.assertRaises(NotAllowed):
                self.succeed("chef", actor=actor)
        with self.assertRaises(Missing):
            self.succeed("chef", area="nope")
        self.assertEqual({}, self.found.successors)

    def test_a_successor_who_leaves_too_is_replaced(self):
        self.succeed("ancien")
        self.succeed("chef", area="spaces")
        self.assertEqual(["consultante"], journeys.taking_over("ancien"))
        self.kinds()
        journeys.plan("ancien", last_day=self.day(5), actor="rh")
        self.assertIn(("departures.unsucceeded", "consultante", ("rh", "rh2")), self.told)
        self.assertEqual({"spaces": "chef"}, self.found.successors)
        self.assertEqual([], journeys.taking_over("ancien"))

    def test_handed_over_before_the_last_day(self):
        with self.assertRaises(Conflict):
            journeys.hand_over("consultante", "spaces", actor="consultante")
        self.succeed("ancien", area="spaces")
        self.assertEqual([("departures.successor", "consultante", ("ancien",))], self.told)
        for actor, error in (("voisin", Missing), ("chef", NotAllowed)):
            with self.assertRaises(error):
                journeys.hand_over("consultante", "spaces", actor=actor)
        handed = journeys.hand_over("consultante", "spaces", actor="consultante")
        self.assertEqual(("ancien", 2), (handed.to, handed.count))
        self.assertEqual({"ancien"}, set(Spaces.owners.values()))
        journeys.hand_over("consultante", "spaces", actor="rh")
        self.assertEqual(1, len(self.found.handed))

    def test_the_rest_goes_at_the_end_each_area_to_its_own(self):
        self.succeed("ancien")
        self.succeed("chef", area="spaces")
        heard = []
        handler = lambda event: heard.append((event.userid, event.successor))  # noqa: E731
        getGlobalSiteManager().registerHandler(handler, (IPersonLeft,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, handler, (IPersonLeft,))
        self.leave()
        self.assertEqual({"chef"}, set(Spaces.owners.values()))
        self.assertEqual("ancien", people.manager_of("voisin"))
        self.assertEqual([("consultante", "ancien")], heard)
        self.assertEqual("ancien", journeys.took_over("consultante"))
        self.assertEqual(1, self.kinds().count("departures.left"))
        self.leave()
        self.assertEqual(1, len(heard))

    def test_to_hr_when_there_is_nobody_or_who_was_chosen_cannot(self):
        Spaces.refuses = ("ancien",)
        self.succeed("ancien", area="spaces")
        self.leave()
        self.assertEqual({"rh"}, set(Spaces.owners.values()))  # who planned it
        self.assertEqual("rh", people.manager_of("voisin"))

    def test_what_nobody_can_take_is_noted(self):
        Spaces.refuses = ("rh",)
        self.leave()
        self.assertEqual("done", self.found.state)
        self.assertEqual([("spaces", "", 2, "Not this one.")], [
            (one.area, one.to, one.count, one.error) for one in self.found.handed if one.error
        ])  # fmt: skip

    def test_who_takes_over_must_still_be_here(self):
        self.succeed("ancien")
        people.end_access("ancien", when=self.clock.now(), actor="rh")
        self.leave()
        self.assertEqual({"rh"}, set(Spaces.owners.values()))


class TestLeft(DepartureCase):
    def test_access_journey_buddies_and_tasks_end(self):
        self.template()
        self.arrive("nouvelle")
        self.arrive("autre")
        journeys.choose_buddy("autre", "nouvelle", actor="rh")
        found = self.plan("nouvelle")
        own = journeys.own_journey("nouvelle")
        self.kinds()
        self.leave()
        self.assertFalse(people.has_access("nouvelle"))
        self.assertEqual(("left", ""), (own.outcome, journeys.own_journey("autre").buddy))
        self.assertIn(("journeys.declined", "autre", ("chef", "rh", "rh2")), self.told)
        self.assertEqual([], journeys.tasks_of("nouvelle"))
        self.assertEqual(
            {"knowledge", "documents", "equipment"}, {task.id for _leaver, _day, task in journeys.tasks_of("chef")}
        )
        journeys.tick_task(found, "equipment", done=True, actor="chef")  # the computer comes back late
        self.assertEqual((0, 1), (journeys.leaving(actor="rh")[1], journeys.departed(actor="chef")[1]))

    def test_name_and_posts_stay_then_the_person_is_erased(self):
        post = stream.post("Je pars, merci à @ancien", author="consultante").id
        self.plan()
        journeys.set_successor("consultante", "ancien", actor="rh")
        self.leave()
        self.assertEqual("Consultante Test", people.account("consultante").fullname)
        self.assertEqual("consultante", stream.entry(post, userid="ancien").author)
        person = people.person("consultante")
        shown = people.shown(person, "ancien")
        self.assertEqual({"userid", "fullname", "left"}, set(shown))
        self.assertEqual({"userid", "fullname", "left"}, set(people.shown(person, "rh")))
        self.assertEqual([], people.facets(person))
        self.clock.pass_days(179)
        journeys.sweep()
        self.assertIsNotNone(people.account("consultante"))
        self.clock.pass_days(1)
        self.assertEqual(1, journeys.sweep())
        self.assertIsNone(people.account("consultante"))
        self.assertIsNone(people.person("consultante"))
        self.assertIsNone(api.user.get(userid="consultante"))
        self.assertIsNone(journeys.departure_of("consultante"))
        self.assertTrue(stream.entry(post, userid="ancien").author.startswith("former-"))
        self.assertEqual("Je pars, merci à @ancien", stream.entry(post, userid="ancien").text)
        self.assertEqual(0, journeys.sweep())

    def test_the_user_id_is_never_given_again_through_the_whole_path(self):
        self.plan()

        def refused():
            with self.assertRaises(Conflict):
                self.create("consultante")
            with self.assertRaises(Conflict):
                self.invite(userid="consultante", email="autre@example.com")

        refused()
        self.leave()
        refused()
        self.clock.pass_days(200)
        journeys.sweep()
        self.assertIsNone(people.account("consultante"))
        refused()
        self.assertFalse(people.has_access("consultante"))

    def test_erased_by_hr_before(self):
        self.plan()
        self.leave()
        people.erase("consultante", actor="rh")
        self.assertIsNone(journeys.departure_of("consultante"))
        self.clock.pass_days(200)
        self.assertEqual(0, journeys.sweep())  # nothing is due for them any more

    def test_the_delay_is_a_setting(self):
        api.portal.set_registry_record("bluegether.journeys.erase_days", 1)
        self.plan()
        self.leave()
        self.clock.pass_days(1)
        journeys.sweep()
        self.assertIsNone(people.account("consultante"))


class TestWhy(DepartureCase):
    def leave_many(self, count):
        for number in range(count):
            userid = f"p{number}"
            self.create(userid, kind="consultant")
            journeys.plan(userid, last_day=self.day(20), actor="rh")

    def test_who_says_it_and_once(self):
        journeys.propose("consultante", last_day=self.day(20), actor="chef")
        with self.assertRaises(Conflict):
            journeys.tell_why("consultante", reason="pay", actor="rh")
        self.plan()
        for values, error in (
            ({"actor": "chef"}, NotAllowed),
            ({"actor": "voisin"}, Missing),
            ({"reason": "hate"}, Invalid),
            ({"words": "x" * 1001}, Invalid),
        ):
            with self.assertRaises(error, msg=values):
                journeys.tell_why("consultante", **({"reason": "pay", "actor": "consultante"} | values))
        journeys.tell_why("consultante", reason="pay", words="Zanzibar", actor="consultante")
        with self.assertRaises(Conflict):
            journeys.tell_why("consultante", reason="pay", actor="rh")

    def test_read_as_a_whole_by_fives(self):
        self.leave_many(9)
        for number in range(4):
            journeys.tell_why(f"p{number}", reason="pay", words=f"Mot {number}", actor=f"p{number}")
            whole = journeys.why(actor="rh")
            self.assertEqual(([], 0, ()), (whole.counts, whole.total, whole.words))
        journeys.tell_why("p4", reason="career", actor="p4")
        whole = journeys.why(actor="animatrice")
        self.assertEqual(([("pay", 4), ("career", 1)], 5), (whole.counts, whole.total))
        self.assertEqual({"Mot 0", "Mot 1", "Mot 2", "Mot 3"}, set(whole.words))
        journeys.tell_why("p5", reason="other", actor="p5")
        self.assertEqual(whole, journeys.why(actor="rh"))
        for actor in ("chef", "consultante", "cliente", ""):
            with self.assertRaises(NotAllowed):
                journeys.why(actor=actor)

    def test_it_is_kept_apart_from_who_said_it(self):
        self.plan()
        journeys.tell_why("consultante", reason="pay", words="Zanzibar", actor="consultante")
        held = (vars(journeys.departure_of("consultante")), journeys.export("consultante"))
        self.assertNotIn("Zanzibar", repr(held))
        self.assertNotIn("pay", repr(held))


class TestData(DepartureCase):
    def test_export(self):
        self.template()
        self.arrive()
        journeys.choose_buddy("nouvelle", "ancien", actor="rh")
        journeys.propose("consultante", last_day=self.day(20), actor="chef")
        self.assertIsNone(journeys.export("consultante")["departure"])
        self.plan()
        journeys.set_successor("consultante", "ancien", actor="rh")
        self.assertEqual("planned", journeys.export("consultante")["departure"]["state"])
        found = journeys.export("ancien")
        self.assertEqual((["nouvelle"], ["consultante"]), (found["buddy_of"], found["successor_of"]))
        self.assertEqual("Consultants", journeys.export("nouvelle")["arrival"]["title"])

    def test_erased_everywhere(self):
        self.template()
        self.arrive()
        journeys.choose_buddy("nouvelle", "ancien", actor="rh")
        found = self.plan()
        journeys.set_successor("consultante", "ancien", actor="rh")
        journeys.add_task(found, title="Clé", who="ancien", due=self.day(3), actor="rh")
        people.erase("ancien", actor="rh")
        self.assertEqual(("", {}), (journeys.own_journey("nouvelle").buddy, found.successors))
        self.assertNotIn("ancien", [task.who for task in found.tasks])
        people.erase("nouvelle", actor="rh")
        people.erase("consultante", actor="rh")
        self.assertEqual((0, 0), (journeys.running(actor="rh")[1], journeys.leaving(actor="rh")[1]))
        self.clock.pass_days(40)
        journeys.sweep()


class TestScale(DepartureCase):
    def test_dates_are_the_site_s(self):
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Paris")
        self.plan(days=3)
        self.assertEqual("2026-11-05T23:00:00+00:00", people.closing("consultante").ends.isoformat())
        self.clock.moment = self.clock.moment.replace(day=5, hour=22, minute=59)
        journeys.sweep()
        self.assertTrue(people.has_access("consultante"))
        self.clock.moment += timedelta(minutes=1)
        journeys.sweep()
        self.assertEqual("done", journeys.departure_of("consultante").state)
