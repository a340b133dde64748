"""What is due, reminders, the calendar, departures, personal data."""

from bluegether.core.career import api as career
from bluegether.core.career.agenda import InterviewCalendar
from bluegether.core.career.handover import CareerHandover
from bluegether.core.career.testing import CareerTest
from bluegether.core.career.testing import OUTSIDE
from bluegether.core.career.testing import START
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import login
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.i18n import translate
import json
import transaction


class Case(CareerTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.told = []
        getGlobalSiteManager().registerHandler(self.hear, [INotice])
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self.hear, [INotice])

    def hear(self, notice):
        self.told.append(notice)

    def tick(self):
        """Run the timer once; return the notices it sent."""
        self.told.clear()
        getUtility(ITimer, "career").run(self.portal)
        return [(notice.kind, notice.thing, sorted(notice.recipients)) for notice in self.told]

    def due(self, userid="rh"):
        return [(one.userid, one.kind) for one in career.due(userid=userid)]


class TestDue(Case):
    def test_counted_from_the_arrival_and_announced_in_time(self):
        self.assertEqual([], self.due())
        self.clock.pass_days(365 - 80)
        self.assertNotIn(("ana", "yearly"), self.due())
        self.clock.pass_days(20)
        self.assertIn(("ana", "yearly"), self.due())
        self.assertNotIn(("ana", "professional"), self.due())
        self.assertEqual({"ana", "bob"}, {one.userid for one in career.due_in_team("boss")})
        self.assertEqual([], career.due_in_team("ana"))

    def test_nobody_is_owed_one_who_is_no_employee(self):
        self.create("free", kind="consultant", employment="freelance")
        self.clock.pass_days(800)
        found = {userid for userid, _kind in self.due()}
        self.assertEqual(set(), found & {"free", "partner", "cliente"})
        self.assertEqual(None, career.next_due("free", "yearly"))
        self.assertTrue(career.has_career("free"))
        people.update_account("free", actor="rh", employment="employee")
        self.assertIn(("free", "yearly"), self.due())
        people.update_account("free", actor="rh", employment="freelance")
        self.assertNotIn(("free", "yearly"), self.due())

    def test_soonest_first_in_pages(self):
        self.create("elder", arrived=self.clock.now() - timedelta(days=500))
        self.clock.pass_days(800)
        found = self.due()
        self.assertEqual("elder", found[0][0])
        whole = career.due(userid="rh", size=100)
        self.assertEqual(whole, sorted(whole, key=lambda one: one.on))
        pages = [one for start in range(0, 30, 5) for one in career.due(userid="rh", start=start, size=5)]
        self.assertEqual(whole, pages)

    def test_planned_cancelled_held(self):
        self.clock.pass_days(330)
        one = self.plan(start=self.clock.now() + timedelta(days=3))
        self.assertNotIn(("ana", "yearly"), self.due())
        self.assertNotIn("ana", [found.userid for found in career.due_in_team("boss")])
        career.cancel("ana", one.id, "Ill", userid="ana")
        self.assertIn(("ana", "yearly"), self.due())
        one = self.plan(start=self.clock.now() + timedelta(days=3))
        self.clock.pass_days(4)
        career.hold("ana", one.id, userid="ana")
        self.assertNotIn(("ana", "yearly"), self.due())
        self.assertEqual(one.start.date().replace(year=one.start.year + 1), career.next_due("ana", "yearly"))

    def test_a_changed_interval_needs_no_new_index(self):
        self.clock.pass_days(330)
        api.portal.set_registry_record("bluegether.career.yearly_months", 24)
        self.assertEqual([], self.due())
        api.portal.set_registry_record("bluegether.career.mission_months", 6)
        self.assertIn(("ana", "mission"), self.due())
        api.portal.set_registry_record("bluegether.career.mission_months", 0)
        self.assertEqual([], self.due())

    def test_hr_notes_an_earlier_one(self):
        day = date(2026, 6, 1)
        for userid, error in (("boss", NotAllowed), ("ana", NotAllowed), ("bob", Missing), ("siteadmin", Missing)):
            with self.assertRaises(error):
                career.note_earlier("ana", "yearly", day, userid=userid)
        with self.assertRaises(Invalid):
            career.note_earlier("ana", "yearly", date(2027, 1, 1), userid="rh")
        self.create("free", kind="consultant", employment="freelance")
        with self.assertRaises(Conflict):
            career.note_earlier("free", "yearly", day, userid="rh")
        career.note_earlier("ana", "yearly", day, userid="rh")
        self.assertEqual(date(2027, 6, 1), career.next_due("ana", "yearly"))
        self.plan()
        career.note_earlier("ana", "yearly", date(2024, 6, 1), userid="rh")
        self.assertNotIn(("ana", "yearly"), self.due())


class TestReminders(Case):
    def test_each_due_interview_once(self):
        self.assertEqual([], self.tick())
        self.clock.pass_days(330)
        told = [line for line in self.tick() if "ana/" in line[1]]
        self.assertEqual([("career.due", "ana/due/yearly", ["ana", "boss"])], told)
        self.assertEqual([], self.tick())
        one = self.plan(start=self.clock.now() + timedelta(days=30))
        career.cancel("ana", one.id, "Ill", userid="ana")
        self.assertEqual([], [line for line in self.tick() if line[0] == "career.due"])

    def test_hr_hears_of_those_without_a_manager(self):
        self.manage("bob", "")
        self.clock.pass_days(330)
        told = [line for line in self.tick() if "bob/" in line[1]]
        self.assertEqual([("career.due", "bob/due/yearly", ["bob", "rh", "rh2"])], told)

    def test_to_prepare_and_to_sign(self):
        one = self.plan(userid="boss")
        thing = f"ana/interview/{one.id}"
        self.assertEqual([], self.tick())
        career.prepare("ana", one.id, "Mine", userid="ana")
        career.move("ana", one.id, start=START + timedelta(days=10), userid="boss")
        self.clock.pass_days(12)
        self.assertEqual([], self.tick())  # the reminder of the first date no longer counts
        self.clock.pass_days(10)
        self.assertEqual([("career.prepare", thing, ["boss"])], self.tick())
        self.assertEqual([], self.tick())
        self.clock.pass_days(8)
        career.hold("ana", one.id, userid="boss")
        career.write_report("ana", one.id, "Text", [], revision=0, userid="boss")
        self.sign(one, "boss")
        self.clock.pass_days(8)
        self.assertEqual([("career.sign", thing, ["ana"])], self.tick())
        self.assertEqual([], self.tick())

    def test_nothing_due_nothing_written(self):
        self.secrets()
        self.tick()
        transaction.savepoint()
        before = len(self.portal._p_jar._registered_objects)
        self.tick()
        self.assertEqual(before, len(self.portal._p_jar._registered_objects))


class TestNotices(Case):
    def said(self, notice, userid):
        kind = getAdapter(self.portal, INoticeKind, notice.kind)
        return kind.describe(notice.thing, userid, ["Somebody"])

    def test_they_say_who_and_where_and_no_word_of_what_was_written(self):
        goal, wish, one = self.secrets()
        career.say("ana", "goal", goal.id, "Zanzibar-answer", userid="boss")
        career.answer_wish("ana", wish.id, "refused", reason="Zanzibar-reason", userid="rh")
        career.share("ana", one.id, userid="ana")
        career.move("ana", one.id, place="Zanzibar-other-place", userid="boss")
        self.clock.moment = START + timedelta(hours=1)
        career.hold("ana", one.id, userid="boss")
        career.write_report("ana", one.id, "Zanzibar-report", [], revision=0, userid="ana")
        self.sign(one, "boss")
        career.write_report("ana", one.id, "Zanzibar-report-2", [], revision=1, userid="ana")
        self.clock.pass_days(8)
        getUtility(ITimer, "career").run(self.portal)
        kinds = {notice.kind for notice in self.told}
        self.assertLessEqual(
            {"career.goal", "career.answer", "career.decided", "career.planned", "career.agenda", "career.moved"}
            | {"career.shared", "career.held", "career.signed", "career.unsigned", "career.sign"},
            kinds,
        )
        for notice in self.told:
            for userid in notice.recipients:
                said = self.said(notice, userid)
                text = translate(said.text, target_language="en") + said.excerpt + said.url
                self.assertNotIn("Zanzibar", text, notice.kind)
                self.assertNotIn("$", text, notice.kind)
            for userid in OUTSIDE:
                self.assertIsNone(self.said(notice, userid), (notice.kind, userid))

    def test_nothing_is_said_of_what_one_no_longer_sees(self):
        _goal, _wish, one = self.secrets()
        notices = list(self.told)
        self.manage("ana", "other")
        for notice in notices:
            self.assertIsNone(self.said(notice, "boss"), notice.kind)
        kind = getAdapter(self.portal, INoticeKind, "career.planned")
        for thing in ("", "ana", "ana/interview/x", f"nobody/interview/{one.id}", f"ana/secret/{one.id}"):
            self.assertIsNone(kind.describe(thing, "rh", []), thing)


class TestCalendar(Case):
    def events(self, userid, days=60):
        now = self.clock.now()
        return InterviewCalendar(self.portal).events(userid, now - timedelta(days=days), now + timedelta(days=days))

    def test_the_two_and_nobody_else(self):
        self.secrets()
        self.assertEqual(["Yearly interview"], [str(entry.title) for entry in self.events("ana")])
        mine = self.events("boss")[0]
        self.assertEqual("Interview with Ana", translate(mine.title, target_language="en"))
        self.assertEqual((START, START + timedelta(hours=1)), (mine.start, mine.end))
        self.assertNotIn("agenda", repr(mine))
        for userid in (*OUTSIDE, "rh"):
            self.assertEqual([], self.events(userid), userid)

    def test_held_moved_cancelled(self):
        one = self.held()
        self.manage("ana", "other")
        self.assertEqual(1, len(self.events("boss")))
        self.assertEqual([], self.events("other"))
        self.clock.pass_days(1)
        self.assertEqual([], self.events("boss", days=0.5))
        led = self.plan(
            owner="bob", kind="mission", userid="rh", by_hr=True, start=self.clock.now() + timedelta(days=1)
        )
        self.assertEqual(1, len(self.events("rh")))
        career.move("bob", led.id, start=self.clock.now() + timedelta(days=100), userid="rh")
        self.assertEqual([], self.events("rh"))
        career.move("bob", led.id, start=self.clock.now() + timedelta(days=3), userid="rh")
        career.cancel("bob", led.id, "Ill", userid="rh")
        self.assertEqual(([], 1), (self.events("rh"), len(self.events("ana"))))
        self.assertTrue(one.held)


class TestHandover(Case):
    def test_a_manager_leaves(self):
        coming, held = self.plan(kind="mission", owner="bob", userid="bob"), self.held()
        career.add_goal("bob", title="Architect", userid="bob")
        career.add_wish("bob", title="Kafka", userid="bob")
        room = CareerHandover(self.portal)
        self.assertEqual({"interviews": 2, "wishes": 2}, {one.key: one.count for one in room.held("boss")})
        with self.assertRaises(Conflict):
            room.hand_over("boss", "partner", actor="rh")
        for userid in ("ana", "bob"):
            self.manage(userid, "other")
        room.hand_over("boss", "other", actor="rh")
        room.hand_over("boss", "other", actor="rh")
        self.assertEqual(("other", "other"), (career.lead_of("bob", coming), career.lead_of("ana", held)))
        self.assertEqual([], room.held("boss"))
        self.assertEqual(["Architect"], [goal.title for _owner, goal in career.goals_to_answer("other")])
        self.sign(held, "ana", "other")
        self.assertEqual("signed", held.state)
        self.assertEqual(1, len([step for step in career.history("ana", userid="ana") if step.verb == "handed"]))

    def test_who_signed_has_done_their_part(self):
        one = self.held()
        self.sign(one, "boss")
        career.hand_over("boss", "other", actor="rh")
        self.assertEqual("boss", one.lead)
        self.sign(one, "ana")
        self.assertEqual("signed", one.state)

    def test_what_hr_leads_goes_to_hr(self):
        one = self.plan(userid="rh", by_hr=True)
        with self.assertRaises(Conflict):
            career.hand_over("rh", "other", actor="rh2")
        career.hand_over("rh", "rh2", actor="rh2")
        self.assertEqual("rh2", career.lead_of("ana", one))


class TestPersonalData(Case):
    def export(self, userid, reader):
        login(self.portal, reader)
        return json.dumps(people.personal_data(userid, actor=reader)["career"])

    def test_oneself_gets_everything_of_one_s_own(self):
        self.secrets()
        mine = self.export("ana", "ana")
        for word in ("goal", "why", "progress", "wish", "next", "agenda", "note of Ana", "place"):
            self.assertIn(f"Zanzibar-{word}", mine)
        self.assertNotIn("boss-note", mine)

    def test_hr_gets_what_hr_sees(self):
        _goal, _wish, one = self.secrets()
        theirs = self.export("ana", "rh")
        self.assertIn("Zanzibar-goal", theirs)
        self.assertNotIn("Zanzibar-note", theirs)
        self.assertNotIn("boss-note", theirs)
        self.assertNotIn("boss-note", self.export("boss", "rh"))
        career.share("ana", one.id, userid="boss")
        self.assertIn("boss-note", self.export("boss", "rh"))

    def test_a_manager_gets_back_what_they_wrote(self):
        self.secrets()
        mine = self.export("boss", "boss")
        self.assertIn("Zanzibar-boss-note", mine)
        self.assertNotIn("Zanzibar-goal", mine)

    def test_administrators_handle_the_data_and_learn_nothing(self):
        self.secrets()
        with_career, without = self.export("ana", "siteadmin"), self.export("bob", "siteadmin")
        self.assertEqual(with_career, without)
        self.assertNotIn("Zanzibar", with_career)

    def test_erased_and_signed_interviews_stay_for_hr_until_the_legal_time(self):
        self.secrets()
        one = career.interviews("ana", userid="ana")[0]
        self.clock.moment = START + timedelta(hours=1)
        career.hold("ana", one.id, userid="boss")
        career.write_report("ana", one.id, "Zanzibar-report", [], revision=0, userid="ana")
        self.sign(one, "ana", "boss", comment="Zanzibar-comment")
        self.plan(kind="mission", start=START + timedelta(days=9))
        people.erase("ana", actor="rh")
        career.erase("ana")
        key, kept, until = career.archive(userid="rh")[0]
        self.assertEqual(
            ("Ana", "Zanzibar-report", 2031), (kept.fullname, kept.document["document"]["report"], until.year)
        )
        self.assertNotIn("Zanzibar-note", json.dumps(kept.document))
        for userid in (*OUTSIDE, "boss", "ana"):
            for question in (career.archive, lambda **who: career.archived(key, **who)):
                with self.assertRaises(Missing):
                    question(userid=userid)
        self.assertEqual(([], []), (career.wishes_to_answer("rh"), career.open_interviews("boss")))
        self.assertNotIn("ana", [owner for owner, _kind in self.due()])
        self.tick()
        self.assertEqual(1, len(career.archive(userid="rh")))
        self.clock.pass_days(365 * 5 + 2)
        self.tick()
        self.assertEqual([], career.archive(userid="rh"))

    def test_no_legal_time_nothing_kept(self):
        api.portal.set_registry_record("bluegether.career.kept_years", 0)
        one = self.held()
        self.sign(one, "ana", "boss")
        people.erase("ana", actor="rh")
        self.assertEqual([], career.archive(userid="rh"))

    def test_what_an_erased_manager_wrote_stays_without_their_name(self):
        goal, _wish, one = self.secrets()
        career.say("ana", "goal", goal.id, "Well done", userid="boss")
        signed = self.held(kind="mission")
        self.sign(signed, "ana", "boss")
        people.erase("boss", actor="rh")
        self.assertEqual(["ana", ""], [said.author for said in goal.thread])
        self.assertEqual(["ana"], list(one.notes))
        self.assertNotIn("boss", [step.actor for step in career.history("ana", userid="ana", limit=99)])
        # The other side's signed document stays as it was signed.
        self.assertEqual({"Ana", "Boss"}, {mark.name for mark in signed.signatures.values()})
        self.assertEqual([("ana", one)], career.without_lead("rh"))
