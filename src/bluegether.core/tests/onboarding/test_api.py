"""The rules of the launch: who, what, when, proof, and two at once."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.onboarding import api as onboarding
from bluegether.core.onboarding.api.steps import STEPS
from bluegether.core.onboarding.interfaces import ILaunchStepDone
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.component import provideHandler
from zope.interface import implementer
import unittest


NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NEED = {"use": "Ask and answer", "audience": "Consultants at clients", "goal": "Answers within a day"}


@implementer(IClock)
class FakeClock:
    moment = NOON

    def now(self):
        return self.moment


class LaunchCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.clock = FakeClock()
        real = getUtility(IClock)
        getGlobalSiteManager().registerUtility(self.clock, IClock)
        self.addCleanup(getGlobalSiteManager().registerUtility, real, IClock)
        for userid, kind in (("anna", "staff"), ("omar", "staff"), ("carl", "client")):
            people.create_account(userid, fullname=f"{userid.title()} Test", email=f"{userid}@example.com", kind=kind)
        api.user.grant_roles("anna", roles=["Animator"])

    def save(self, step="need", actor="anna", revision=None, **values):
        revision = onboarding.step(step).revision if revision is None else revision
        return onboarding.save(step, values, revision=revision, actor=actor)


class TestSteps(LaunchCase):
    def test_the_steps_that_the_sources_name_in_their_order(self):
        self.assertEqual(
            ["need", "strategy", "animator", "charter", "managers", "integrator", "communities"],
            [step.id for step in onboarding.steps()],
        )

    def test_reading_writes_nothing(self):
        onboarding.steps(), onboarding.progress(), onboarding.history(), onboarding.owned("anna")
        self.assertNotIn("bluegether.core.onboarding", self.layer["portal"].__annotations__)

    def test_a_new_launch_has_not_begun(self):
        api.user.revoke_roles("anna", roles=["Animator"])
        progress = onboarding.progress()
        self.assertEqual((0, 7, "need", False), (progress.settled, progress.total, progress.next, progress.begun))

    def test_an_unknown_step_is_missing(self):
        for step_id in ("", "nope", "<b>", "need "):
            with self.assertRaises(Missing):
                onboarding.step(step_id)


class TestChanges(LaunchCase):
    def test_assign_plan_and_report(self):
        onboarding.assign("need", owner="omar", revision=0, actor="anna")
        onboarding.plan("need", target="2026-12-01", revision=1, actor="anna")
        step = onboarding.report("need", revision=2, actor="omar", state="under_way", note=" Ten talks \r\n planned ")
        self.assertEqual(("omar", date(2026, 12, 1), "under_way"), (step.owner, step.target, step.state))
        self.assertEqual("Ten talks \n planned", step.note)

    def test_the_history_says_who_did_what_when_and_only_grows(self):
        self.save(owner="omar")
        self.save(owner="omar")  # changes nothing
        self.save(actor="omar", state="under_way")
        entries = onboarding.history()
        self.assertEqual([("omar", 2), ("anna", 1)], [(entry.actor, entry.revision) for entry in entries])
        self.assertEqual((("owner", "", "omar"),), entries[1].changes)
        self.assertEqual(NOON, entries[1].happened)
        self.assertEqual([], onboarding.history(step_id="charter"))

    def test_done_needs_its_answers_and_takes_todays_day(self):
        with self.assertRaises(Invalid) as caught:
            self.save(state="done", answers={"use": "Ask"})
        self.assertEqual("audience", caught.exception.field)
        step = self.save(state="done", answers=NEED)
        self.assertEqual(("done", date(2026, 11, 22), NEED), (step.state, step.done, step.answers))
        self.assertIsNone(self.save(state="under_way").done)

    def test_an_answer_can_be_taken_back_but_not_from_a_step_that_is_done(self):
        self.save(answers=NEED)
        self.assertEqual({"use", "audience"}, set(self.save(answers={"goal": " "}).answers))
        self.save(state="done", answers=NEED)
        with self.assertRaises(Invalid):
            self.save(answers={"goal": ""})

    def test_not_needed_needs_a_reason(self):
        with self.assertRaises(Invalid) as caught:
            self.save("integrator", state="not_needed")
        self.assertEqual("reason", caught.exception.field)
        self.assertTrue(self.save("integrator", state="not_needed", reason="We did it before").settled)

    def test_target_figures_are_bounded_numbers(self):
        step = self.save("strategy", answers={"mobilised": "60", "answer_hours": 4})
        self.assertEqual({"mobilised": 60, "answer_hours": 4}, step.answers)
        for value in ("101", -1, "many", 3.5, True, [], "1e3"):
            with self.assertRaises(Invalid, msg=repr(value)) as caught:
                self.save("strategy", answers={"mobilised": value})
            self.assertEqual("mobilised", caught.exception.field)

    def test_unknown_values_and_questions_are_refused(self):
        for values in ({"colour": "red"}, {"answers": {"nope": "x"}}, {"answers": "x"}, {"state": "lost"}):
            with self.assertRaises(Invalid, msg=repr(values)):
                self.save(**values)
        self.assertEqual([], onboarding.history())

    def test_days_are_checked(self):
        for value in ("tomorrow", "2026-02-30", "0001-01-01", "9999-12-31", 5, ["2026-12-01"]):
            with self.assertRaises(Invalid, msg=repr(value)):
                self.save(target=value)
        with self.assertRaises(Invalid):
            self.save(state="done", done="2026-11-23", answers=NEED)

    def test_late_after_the_target_day_unless_settled(self):
        self.save(target="2026-11-22")
        self.assertFalse(onboarding.step("need").late)
        self.clock.moment = NOON.replace(day=23)
        self.assertTrue(onboarding.step("need").late)
        self.assertEqual(1, onboarding.progress().late)
        self.save(state="done", answers=NEED)
        self.assertFalse(onboarding.step("need").late)

    def test_done_is_told_to_other_rooms_once(self):
        heard = []
        provideHandler(heard.append, (ILaunchStepDone,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, heard.append, (ILaunchStepDone,))
        self.save(state="done", answers=NEED)
        self.save(note="More")
        self.assertEqual([("need", "anna", NOON)], [(event.step, event.actor, event.happened) for event in heard])
        self.assertEqual("onboarding.step_done", heard[0].verb)


class TestEvidence(LaunchCase):
    def test_https_and_pages_of_the_portal(self):
        site = self.layer["portal"].absolute_url()
        cases = {
            "https://wiki.example.com/a?b=c#d": "https://wiki.example.com/a?b=c#d",
            "/charte": "/charte",
            f"{site}/charte/v1": "/charte/v1",
            site: "/",
            " ": "",
        }
        for given, kept in cases.items():
            self.assertEqual(kept, self.save(evidence=given).evidence)

    def test_hostile_links_are_refused(self):
        hostile = (
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,<script>",
            "http://example.com",
            "//evil.example.com",
            "/\\evil.example.com",
            "https://",
            "https://user:pw@example.com",
            "https://[bad",
            'https://example.com/"onmouseover="x',
            "ftp://example.com",
            "charte",
            f"{self.layer['portal'].absolute_url()}evil",
            "https://example.com/" + "a" * 500,
            5,
        )
        for link in hostile:
            with self.assertRaises(Invalid, msg=link) as caught:
                self.save(evidence=link)
            self.assertEqual("evidence", caught.exception.field)
        self.assertEqual("", onboarding.step("need").evidence)

    def test_notes_are_bounded_text_without_control_characters(self):
        for note in ("a" * 2001, "a\x00b", "a\u202eb", 5, None, ["x"]):
            with self.assertRaises(Invalid, msg=repr(note)):
                self.save(note=note)
        self.assertEqual("<script>alert(1)</script>", self.save(note="<script>alert(1)</script>").note)


class TestWhoMay(LaunchCase):
    def test_the_owner_reports_but_does_not_choose_owner_or_date(self):
        self.save(owner="omar")
        self.assertEqual("under_way", self.save(actor="omar", state="under_way").state)
        for values in ({"owner": "anna"}, {"target": "2026-12-01"}):
            with self.assertRaises(NotAllowed):
                self.save(actor="omar", **values)

    def test_others_change_nothing(self):
        for actor in ("omar", "carl", "nobody"):
            with self.assertRaises(NotAllowed):
                self.save(actor=actor, note="mine")
        self.assertFalse(onboarding.can_report("need", "omar"))

    def test_the_owner_is_a_member(self):
        for owner in ("carl", "nobody", "<b>", None, "x" * 200):
            with self.assertRaises(Invalid, msg=repr(owner)):
                self.save(owner=owner)
        self.assertEqual("", self.save(owner="").owner)

    def test_candidates_are_named_and_never_clients(self):
        api.user.grant_roles("carl", roles=["Sponsor"])  # by mistake
        self.assertEqual([("anna", "Anna Test"), ("omar", "Omar Test")], onboarding.candidates("anna", current="carl"))


class TestFacts(LaunchCase):
    def test_an_animator_named_is_seen_not_said(self):
        step = onboarding.step("animator")
        self.assertEqual(("done", True), (step.state, step.fact.holds))
        self.assertIn("Anna Test", step.fact.text.mapping["names"])
        api.user.revoke_roles("anna", roles=["Animator"])
        api.user.grant_roles("omar", roles=["Sponsor"])
        self.assertEqual("not_started", onboarding.step("animator").state)
        with self.assertRaises(Conflict):
            self.save("animator", actor="omar", state="done")

    def test_an_animator_by_a_group_counts(self):
        api.user.revoke_roles("anna", roles=["Animator"])
        api.group.create(groupname="animateurs", roles=["Animator"])
        self.assertFalse(onboarding.step("animator").fact.holds)
        api.group.add_user(groupname="animateurs", username="omar")
        self.assertEqual("Omar Test", onboarding.step("animator").fact.text.mapping["names"])

    def test_no_launch_goes_without_a_charter(self):
        self.assertFalse(onboarding.step("charter").fact.holds)
        for values in ({"state": "done"}, {"state": "not_needed", "reason": "no"}):
            with self.assertRaises(Conflict):
                self.save("charter", **values)

    def test_a_step_that_is_no_longer_true_is_under_way_again(self):
        self.save("animator", note="Anna it is")
        api.user.grant_roles("omar", roles=["Sponsor"])
        api.user.revoke_roles("anna", roles=["Animator"])
        self.assertEqual("under_way", onboarding.step("animator").state)


class TestTwoAtOnce(LaunchCase):
    def test_the_second_is_told_what_changed_and_overwrites_nothing(self):
        self.save(note="Mine", revision=0)
        self.save(owner="omar", revision=1)
        with self.assertRaises(onboarding.StepChanged) as caught:
            self.save(note="Yours", revision=0)
        told = [(entry.actor, [name for name, *_rest in entry.changes]) for entry in caught.exception.changes]
        self.assertEqual([("anna", ["note"]), ("anna", ["owner"])], told)
        self.assertEqual("Mine", onboarding.step("need").note)

    def test_a_revision_from_the_future_is_refused_too(self):
        with self.assertRaises(onboarding.StepChanged):
            self.save(note="x", revision=7)


class TestOwned(LaunchCase):
    def test_what_waits_for_a_person(self):
        self.save(owner="omar")
        self.save("managers", owner="omar")
        self.save("integrator", owner="anna")
        self.assertEqual({"need", "managers"}, {step.id for step in onboarding.owned("omar")})
        self.save(state="done", answers=NEED)
        self.assertEqual(["managers"], [step.id for step in onboarding.owned("omar")])


class TestPersonalData(LaunchCase):
    def data(self):
        return getAdapter(self.layer["portal"], IPersonalData, name="onboarding")

    def test_what_the_launch_holds_about_a_person(self):
        self.save(owner="omar")
        self.save(actor="omar", state="under_way")
        held = self.data().export("omar")
        self.assertEqual(["need"], held["steps"])
        self.assertEqual(
            [{"step": "need", "when": NOON.isoformat(), "values": ["state"]}],
            [entry | {"when": NOON.isoformat()} for entry in held["changes"]],
        )
        self.assertEqual({"steps": [], "changes": []}, self.data().export("nobody"))

    def test_erased_from_steps_and_history_twice_the_same(self):
        self.save(owner="omar")
        self.save(actor="omar", note="I was here")
        for _time in range(2):
            self.data().erase("omar")
            self.assertNotIn("omar", repr(onboarding.history()) + repr(onboarding.step("need")))
        self.assertEqual({"steps": [], "changes": []}, self.data().export("omar"))
        self.assertEqual("I was here", onboarding.step("need").note)


class TestDefinitions(unittest.TestCase):
    def test_every_step_says_why_and_how(self):
        for step in STEPS:
            self.assertTrue(step.title and step.why and step.how, step.id)
            self.assertTrue(step.checked or any(question.required for question in step.questions), step.id)
