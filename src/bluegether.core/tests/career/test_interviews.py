"""Interviews: planned, moved, prepared, held, signed, cancelled; who sees which; two at once."""

from bluegether.core.career import api as career
from bluegether.core.career.testing import CareerTest
from bluegether.core.career.testing import START
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from zoneinfo import ZoneInfo
import hashlib
import json


class Case(CareerTest):
    layer = INTEGRATION


class TestPlanning(Case):
    def test_the_three_plan_and_the_manager_leads(self):
        for kind, userid in (("yearly", "ana"), ("mission", "boss"), ("professional", "rh")):
            one = self.plan(kind=kind, userid=userid)
            self.assertEqual(("planned", "boss"), (one.state, career.lead_of("ana", one)))
            self.assertGreater(len(one.agenda), 3)
        led = self.plan(owner="bob", userid="rh", by_hr=True)
        self.assertEqual("rh", career.lead_of("bob", led))
        with self.assertRaises(NotAllowed):
            self.plan(owner="bob", kind="mission", userid="boss", by_hr=True)
        with self.assertRaises(NotAllowed):
            self.plan(owner="rh", userid="rh", by_hr=True)

    def test_what_it_may_be(self):
        for values, field in (
            ({"kind": "secret"}, "kind"),
            ({"start": datetime(2026, 11, 20, 9)}, "start"),
            ({"start": "2026-11-20"}, "start"),
            ({"start": START - timedelta(days=40)}, "start"),
            ({"start": START + timedelta(days=4000)}, "start"),
            ({"minutes": 2}, "minutes"),
            ({"minutes": "60"}, "minutes"),
            ({"place": ""}, "place"),
            ({"link": "javascript:alert(1)"}, "link"),
            ({"link": "http://call.example"}, "link"),
        ):
            with self.subTest(values), self.assertRaises(Invalid) as caught:
                self.plan(**values)
            self.assertEqual(field, caught.exception.field)
        self.assertEqual([], career.interviews("ana", userid="ana"))

    def test_times_are_kept_in_utc(self):
        one = self.plan(start=START.astimezone(ZoneInfo("Europe/Paris")))
        self.assertEqual((START, UTC), (one.start, one.start.tzinfo))

    def test_one_open_of_a_kind(self):
        one = self.plan()
        with self.assertRaises(Conflict):
            self.plan(userid="boss")
        career.cancel("ana", one.id, "Ill", userid="boss")
        self.plan(userid="boss")

    def test_the_company_s_own_agenda(self):
        api.portal.set_registry_record("bluegether.career.agenda_yearly", ["Our point"])
        self.assertEqual(("Our point",), self.plan().agenda)

    def test_moved(self):
        one = self.plan(userid="boss")
        later = START + timedelta(days=1)
        career.move("ana", one.id, start=later, userid="ana")
        self.assertEqual((later, "Zanzibar-place"), (one.start, one.place))
        with self.assertRaises(Invalid):
            career.move("ana", one.id, place="", userid="ana")
        self.assertEqual(["moved", "planned"], [step.verb for step in career.history("ana", userid="ana")])

    def test_the_agenda_is_both_sides_and_the_second_writer_is_told(self):
        one = self.plan()
        with self.assertRaises(NotAllowed):
            career.amend_agenda("ana", one.id, ["x"], revision=0, userid="rh")
        career.amend_agenda("ana", one.id, ["Pay", "", "Remote work"], revision=0, userid="ana")
        self.assertEqual((("Pay", "Remote work"), "preparation"), (one.agenda, one.state))
        with self.assertRaises(career.Outdated):
            career.amend_agenda("ana", one.id, ["Mine"], revision=0, userid="boss")
        self.assertEqual(("Pay", "Remote work"), one.agenda)
        with self.assertRaises(Invalid):
            career.amend_agenda("ana", one.id, ["x"] * 31, revision=1, userid="boss")

    def test_cancelled_needs_a_reason_and_is_over(self):
        one = self.plan()
        with self.assertRaises(Invalid):
            career.cancel("ana", one.id, "  ", userid="boss")
        career.cancel("ana", one.id, "Mission ends", userid="rh")
        for verb in (
            lambda: career.move("ana", one.id, place="x", userid="ana"),
            lambda: career.prepare("ana", one.id, "x", userid="ana"),
            lambda: career.share("ana", one.id, userid="ana"),
            lambda: career.hold("ana", one.id, userid="ana"),
            lambda: career.write_report("ana", one.id, "x", [], revision=0, userid="ana"),
            lambda: career.take("ana", one.id, userid="rh"),
            lambda: career.cancel("ana", one.id, "again", userid="ana"),
        ):
            with self.assertRaises(career.Locked):
                verb()

    def test_without_a_manager_hr_takes_the_lead(self):
        self.manage("bob", "")
        one = self.plan(owner="bob", userid="bob")
        self.assertEqual([("bob", one)], career.without_lead("rh"))
        self.clock.moment = START + timedelta(hours=1)
        with self.assertRaises(Conflict):
            career.hold("bob", one.id, userid="bob")
        with self.assertRaises(NotAllowed):
            career.take("bob", one.id, userid="bob")
        career.take("bob", one.id, userid="rh")
        with self.assertRaises(Conflict):
            career.take("bob", one.id, userid="rh2")
        self.assertEqual(([], [("bob", one)]), (career.without_lead("rh"), career.open_interviews("rh")))

    def test_who_leads_follows_the_company_until_it_is_held(self):
        one = self.plan()
        self.manage("ana", "")
        self.assertEqual([("ana", one)], career.without_lead("rh"))
        self.manage("ana", "other")
        self.assertEqual(([], "other"), (career.without_lead("rh"), career.lead_of("ana", one)))


class TestPreparation(Case):
    def notes(self, one, userid):
        return [note.text for note in career.notes("ana", one.id, userid=userid)]

    def test_private_until_shared(self):
        one = self.plan()
        with self.assertRaises(Conflict):
            career.share("ana", one.id, userid="ana")
        with self.assertRaises(NotAllowed):
            career.prepare("ana", one.id, "x", userid="rh")
        career.prepare("ana", one.id, "Mine", userid="ana")
        career.prepare("ana", one.id, "Bosses", userid="boss")
        self.assertEqual((["Mine"], ["Bosses"], []), tuple(self.notes(one, who) for who in ("ana", "boss", "rh")))
        # Nothing else may tell that somebody prepares.
        self.assertEqual("planned", one.state)
        self.assertEqual(["planned"], [step.verb for step in career.history("ana", userid="boss")])
        career.share("ana", one.id, userid="boss")
        both = ["Mine", "Bosses"]
        self.assertEqual((both, ["Bosses"], ["Bosses"]), tuple(self.notes(one, w) for w in ("ana", "boss", "rh")))
        career.share("ana", one.id, userid="ana")
        self.assertEqual(both, self.notes(one, "rh"))
        self.assertEqual("preparation", one.state)

    def test_a_new_manager_does_not_get_the_old_one_s_notes(self):
        one = self.plan()
        career.prepare("ana", one.id, "Bosses", userid="boss")
        self.manage("ana", "other")
        self.assertEqual([], self.notes(one, "other"))
        with self.assertRaises(Missing):
            self.notes(one, "boss")

    def test_what_the_lead_kept_is_erased_at_the_end_and_what_the_person_kept_is_not(self):
        one = self.plan()
        career.prepare("ana", one.id, "Mine", userid="ana")
        career.prepare("ana", one.id, "Bosses", userid="boss")
        career.cancel("ana", one.id, "Ill", userid="ana")
        self.assertEqual(["ana"], list(one.notes))
        self.assertEqual((["Mine"], []), (self.notes(one, "ana"), self.notes(one, "boss")))

    def test_notes_are_written_before_and_can_be_shared_until_signed(self):
        one = self.plan()
        career.prepare("ana", one.id, "Mine", userid="ana")
        self.clock.moment = START + timedelta(hours=1)
        career.hold("ana", one.id, userid="boss")
        with self.assertRaises(career.Locked):
            career.prepare("ana", one.id, "x", userid="ana")
        career.share("ana", one.id, userid="ana")
        self.assertEqual(["Mine"], self.notes(one, "boss"))


class TestSight(Case):
    """The manager at the time; a later one sees later interviews only, unless the person shares."""

    def test_a_later_manager(self):
        earlier = self.held()
        cancelled = self.plan(kind="mission", start=self.clock.now() + timedelta(days=2))
        career.cancel("ana", cancelled.id, "Ill", userid="ana")
        coming = self.plan(kind="professional", start=self.clock.now() + timedelta(days=2))
        self.manage("ana", "other")
        self.assertEqual([coming.id], [one.id for one in career.interviews("ana", userid="other")])
        for one in (earlier, cancelled):
            with self.assertRaises(Missing):
                career.interview("ana", one.id, userid="other")
        seen = career.history("ana", userid="other")
        self.assertEqual({coming.id}, {step.thing for step in seen if step.subject == "interview"})
        # The one of that time keeps what they led, and nothing else.
        self.assertEqual({earlier.id, cancelled.id}, {one.id for one in career.interviews("ana", userid="boss")})
        with self.assertRaises(Missing):
            career.interview("ana", coming.id, userid="boss")
        self.assertEqual([earlier.id], [one.id for _owner, one in career.led_before("boss")])

    def test_the_person_shares_with_the_present_manager(self):
        one = self.held()
        with self.assertRaises(Conflict):
            career.share_with_manager("ana", one.id, True, userid="ana")
        self.manage("ana", "other")
        for userid in ("rh", "boss"):
            with self.assertRaises((NotAllowed, Missing)):
                career.share_with_manager("ana", one.id, True, userid=userid)
        career.share_with_manager("ana", one.id, True, userid="ana")
        self.assertEqual("Zanzibar-report", career.interview("ana", one.id, userid="other").report)
        with self.assertRaises(NotAllowed):
            career.write_report("ana", one.id, "x", [], revision=1, userid="other")
        career.share_with_manager("ana", one.id, False, userid="ana")
        with self.assertRaises(Missing):
            career.interview("ana", one.id, userid="other")
        career.share_with_manager("ana", one.id, True, userid="ana")
        self.manage("ana", "chief")
        for userid in ("chief", "other"):
            with self.assertRaises(Missing):
                career.interview("ana", one.id, userid=userid)


class TestReport(Case):
    def test_it_must_have_been_held(self):
        one = self.plan()
        with self.assertRaises(career.Locked):
            career.write_report("ana", one.id, "x", [], revision=0, userid="ana")
        with self.assertRaises(Conflict):
            career.hold("ana", one.id, userid="boss")
        self.clock.moment = START + timedelta(hours=1)
        with self.assertRaises(NotAllowed):
            career.hold("ana", one.id, userid="rh")
        career.hold("ana", one.id, userid="boss")
        self.assertEqual(("held", "boss", "boss"), (one.state, one.lead, one.manager))

    def test_both_write_and_the_second_is_told(self):
        one = self.held()
        with self.assertRaises(NotAllowed):
            career.write_report("ana", one.id, "x", [], revision=1, userid="rh")
        with self.assertRaises(career.Outdated):
            career.write_report("ana", one.id, "Bosses text", [], revision=0, userid="boss")
        self.assertEqual(("Zanzibar-report", 1), (one.report, one.revision))
        rows = [{"what": "Train", "who": "hr", "by": date(2027, 3, 1)}]
        career.write_report("ana", one.id, "Bosses text", rows, revision=1, userid="boss")
        self.assertEqual(("Bosses text", "Train", 2), (one.report, one.decisions[0].what, one.revision))

    def test_decisions(self):
        one = self.held()
        for rows in (
            [{"what": "", "who": "hr", "by": None}],
            [{"what": "x", "who": "boss", "by": None}],
            [{"what": "x", "who": "hr", "by": "2027-01-01"}],
            [{"what": "x", "who": "hr", "by": None, "why": "y"}],
            ["x"],
            "x",
            [{"what": "x", "who": "hr", "by": None}] * 31,
        ):
            with self.assertRaises(Invalid):
                career.write_report("ana", one.id, "text", rows, revision=1, userid="ana")


class TestSigning(Case):
    def test_only_the_two_and_the_exact_text(self):
        one = self.held()
        sha256 = career.fingerprint("ana", one)
        for userid in ("rh", "other"):
            with self.assertRaises((NotAllowed, Missing)):
                career.sign("ana", one.id, sha256=sha256, userid=userid)
        for wrong in ("", "0" * 64, None):
            with self.assertRaises(career.TextChanged):
                career.sign("ana", one.id, sha256=wrong, userid="ana")
        career.sign("ana", one.id, sha256=sha256, comment="I disagree on point 2", userid="ana")
        self.assertEqual(("half", "I disagree on point 2"), (one.state, one.signatures["ana"].comment))
        with self.assertRaises(Conflict):
            career.sign("ana", one.id, sha256=sha256, userid="ana")

    def test_an_empty_report_is_not_signed(self):
        one = self.plan()
        self.clock.moment = START + timedelta(hours=1)
        career.hold("ana", one.id, userid="ana")
        with self.assertRaises(Conflict):
            self.sign(one, "ana")

    def test_a_change_clears_one_signature(self):
        one = self.held()
        self.sign(one, "ana")
        career.write_report("ana", one.id, "Zanzibar-report", [], revision=1, userid="boss")
        self.assertEqual("half", one.state)  # the same text: nothing changed
        career.write_report("ana", one.id, "Another text", [], revision=1, userid="boss")
        self.assertEqual(("held", {}), (one.state, one.signatures))
        self.assertEqual(["cleared", "wrote"], [step.verb for step in career.history("ana", userid="rh", limit=2)])

    def test_the_other_edits_while_one_signs(self):
        one = self.held()
        seen = career.fingerprint("ana", one)
        career.write_report("ana", one.id, "Another text", [], revision=1, userid="boss")
        with self.assertRaises(career.TextChanged):
            career.sign("ana", one.id, sha256=seen, userid="ana")
        self.assertEqual({}, one.signatures)
        # And the other way round: who signed first is told when the text changes, who edits an old one is told too.
        self.sign(one, "ana")
        with self.assertRaises(career.Outdated):
            career.write_report("ana", one.id, "Third text", [], revision=1, userid="boss")
        self.assertEqual(["ana"], list(one.signatures))

    def test_after_both_it_is_locked_for_ever_and_can_be_checked(self):
        one = self.held()
        career.write_report(
            "ana",
            one.id,
            "Zanzibar-é",
            [{"what": "Train", "who": "hr", "by": date(2027, 3, 1)}],
            revision=1,
            userid="ana",
        )
        with self.assertRaises(Conflict):
            career.exported("ana", one.id, userid="ana")
        self.sign(one, "boss", "ana")
        for verb in (
            lambda: career.write_report("ana", one.id, "x", [], revision=2, userid="ana"),
            lambda: self.sign(one, "ana"),
            lambda: career.share("ana", one.id, userid="ana"),
            lambda: career.cancel("ana", one.id, "x", userid="ana"),
            lambda: career.take("ana", one.id, userid="rh"),
        ):
            with self.assertRaises(career.Locked):
                verb()
        data = career.exported("ana", one.id, userid="rh")
        text = json.dumps(data["document"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        self.assertEqual(data["sha256"], hashlib.sha256(text.encode()).hexdigest())
        self.assertEqual({data["sha256"]}, {mark["sha256"] for mark in data["signatures"]})
        self.assertEqual(["Boss", "Ana"], [mark["name"] for mark in data["signatures"]])
        self.assertEqual([], career.open_interviews("ana"))


class TestTasks(Case):
    def what(self, userid):
        return [task.what for task in career.tasks(userid)]

    def test_from_preparation_to_signature(self):
        one = self.plan()
        self.assertEqual((["prepare"], ["prepare"], []), tuple(self.what(who) for who in ("ana", "boss", "rh")))
        career.prepare("ana", one.id, "Mine", userid="ana")
        self.assertEqual(([], ["prepare"]), (self.what("ana"), self.what("boss")))
        self.clock.moment = START + timedelta(hours=1)
        self.assertEqual(([], ["hold"]), (self.what("ana"), self.what("boss")))
        career.hold("ana", one.id, userid="boss")
        self.assertEqual(([], ["write"]), (self.what("ana"), self.what("boss")))
        career.write_report("ana", one.id, "Text", [], revision=0, userid="boss")
        self.assertEqual((["sign"], ["sign"]), (self.what("ana"), self.what("boss")))
        self.sign(one, "ana", "boss")
        self.assertEqual(([], []), (self.what("ana"), self.what("boss")))
