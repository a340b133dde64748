"""`GET` and `PATCH @launch`."""

from bluegether.core.onboarding import api as onboarding
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
import requests
import transaction
import unittest


PASSWORD = "correct horse 26"


class TestLaunch(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        for userid, kind in (("anna", "staff"), ("omar", "staff"), ("carl", "client")):
            people.create_account(
                userid, fullname=f"{userid.title()} Test", email=f"{userid}@example.com", kind=kind, password=PASSWORD
            )
        api.user.grant_roles("anna", roles=["Animator"])
        transaction.commit()

    def call(self, method, userid="anna", **options):
        answer = requests.request(
            method,
            f"{self.layer['portal'].absolute_url()}/@launch",
            headers={"Accept": "application/json"},
            auth=(userid, PASSWORD) if userid else None,
            timeout=60,
            **options,
        )
        transaction.begin()
        return answer

    def test_the_cockpit_as_data(self):
        answer = self.call("GET").json()
        self.assertEqual(7, len(answer["steps"]))
        self.assertEqual(
            (1, 7, "need", 14), tuple(answer["progress"][k] for k in ("settled", "total", "next", "percent"))
        )
        animator = answer["steps"][2]
        self.assertEqual(("done", True), (animator["state"], animator["checked"]))
        self.assertEqual("In the group of animators: Anna Test.", animator["fact"])

    def test_a_change_is_kept_and_answered(self):
        body = {
            "step": "strategy",
            "revision": 0,
            "owner": "omar",
            "answers": {"mobilised": 60},
            "target": "2026-12-01",
        }
        answer = self.call("PATCH", json=body)
        self.assertEqual((200, 1), (answer.status_code, answer.json()["revision"]))
        step = onboarding.step("strategy")
        self.assertEqual(("omar", {"mobilised": 60}), (step.owner, step.answers))

    def test_the_second_of_two_is_told_409_and_what_changed(self):
        self.call("PATCH", json={"step": "need", "revision": 0, "note": "first"})
        answer = self.call("PATCH", json={"step": "need", "revision": 0, "note": "second"})
        self.assertEqual((409, "StepChanged"), (answer.status_code, answer.json()["type"]))
        self.assertEqual([{"actor": "anna", "revision": 1, "values": ["note"]}], answer.json()["changes"])
        self.assertEqual("first", answer.json()["step"]["note"])
        self.assertEqual("first", onboarding.step("need").note)

    def test_bad_input_is_told_400_with_its_field(self):
        cases = (
            ({"step": "need", "revision": 0, "evidence": "javascript:alert(1)"}, "evidence"),
            ({"step": "need", "revision": 0, "state": "done"}, "use"),
            ({"step": "need", "revision": "0"}, "revision"),
            ({"step": "need", "revision": True}, "revision"),
            ({"step": "need"}, "revision"),
            ({"step": ["need"], "revision": 0}, "step"),
            ({"step": "need", "revision": 0, "owner": "carl"}, "owner"),
            ({"step": "need", "revision": 0, "note": {"a": 1}}, "note"),
        )
        for body, field in cases:
            answer = self.call("PATCH", json=body)
            self.assertEqual((400, field), (answer.status_code, answer.json()["field"]), body)
        for raw in ("[]", "{", "", "5"):
            self.assertEqual(400, self.call("PATCH", data=raw).status_code, raw)
        self.assertEqual([], onboarding.history())

    def test_an_unknown_step_is_404_and_what_is_not_so_409(self):
        self.assertEqual(404, self.call("PATCH", json={"step": "nope", "revision": 0}).status_code)
        answer = self.call("PATCH", json={"step": "charter", "revision": 0, "state": "done"})
        self.assertEqual((409, "Conflict"), (answer.status_code, answer.json()["type"]))

    def test_who_may_not(self):
        for userid in ("omar", "carl", ""):
            for method in ("GET", "PATCH"):
                answer = self.call(method, userid, json={"step": "need", "revision": 0, "note": "x"})
                self.assertIn(answer.status_code, (401, 403), (userid, method))
                self.assertNotIn("Need", answer.text)
        self.assertEqual("", onboarding.step("need").note)
