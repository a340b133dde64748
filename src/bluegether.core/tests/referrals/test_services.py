"""REST: status, body and each refusal; the candidate's own service, which nobody has to log in for."""

from bluegether.core.people.testing import PASSWORD
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.testing import NAME
from bluegether.core.referrals.testing import PDF
from bluegether.core.referrals.testing import ReferralsTest
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
import base64
import transaction


class Case(ReferralsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def session(self, userid="ana"):
        session = Session(self.portal, userid, PASSWORD if userid else "", "application/json")
        self.addCleanup(session.close)
        return session

    def send(self, path, body, status, userid="ana", method="POST"):
        """Send a body, check the status, return the answer."""
        answer = self.session(userid).request(method, path, json=body)
        self.assertEqual(status, answer.status_code, answer.text)
        transaction.begin()
        return answer.json() if answer.content else None


class TestReferrals(Case):
    def test_create_read_and_take_back(self):
        body = {"name": NAME, "email": "lucie@example.org", "agreed": True}
        self.send("@referrals", body | {"agreed": "yes"}, 400)
        self.send("@referrals", body | {"name": 5}, 400)
        self.send("@referrals", body | {"cv": "x"}, 400)
        self.assertIn(self.session("cliente").post("@referrals", json=body).status_code, (401, 403))
        self.send("@referrals", body, 401, userid="partner")
        self.send("@referrals", body, 401, userid="")
        made = self.send("@referrals", body, 201)
        self.assertEqual((NAME, "submitted"), (made["name"], made["state"]))
        self.assertEqual(409, self.session("bob").post("@referrals", json=body).status_code)
        mine = self.session().get("@referrals").json()
        self.assertEqual([made["id"]], [one["id"] for one in mine["items"]])
        self.assertEqual(0, self.session("bob").get("@referrals").json()["items_total"])
        for userid, status in (("ana", 200), ("rh", 200), ("bob", 404), ("siteadmin", 404), ("direction", 404)):
            self.assertEqual(status, self.session(userid).get(f"@referrals/{made['id']}").status_code, userid)
        for path in ("@referrals/x", "@referrals/1/2/3", "@referrals/99", "@referrals?state=x"):
            self.assertEqual(404, self.session("rh").get(path).status_code)
        self.assertEqual(404, self.session().get("@referrals?state=submitted").status_code)
        self.assertEqual(1, self.session("rh").get("@referrals?state=submitted").json()["items_total"])
        self.send(f"@referrals/{made['id']}", None, 404, userid="bob", method="DELETE")
        self.send(f"@referrals/{made['id']}", None, 204, method="DELETE")
        self.assertEqual("", self.session().get(f"@referrals/{made['id']}").json()["name"])

    def test_hr_moves_and_writes(self):
        found = self.candidate()
        transaction.commit()
        path = f"@referrals/{found.id}"
        step = {"to": "qualified", "expected": "consented"}
        self.send(f"{path}/move", step, 403)
        self.send(f"{path}/move", step, 404, userid="bob")
        self.send(f"{path}/move", step | {"on": "soon"}, 400, userid="rh")
        self.assertEqual("qualified", self.send(f"{path}/move", step, 200, userid="rh")["state"])
        self.send(f"{path}/move", step, 409, userid="rh2")
        self.send(f"{path}/nothing", {}, 404, userid="rh")
        data = self.send(f"{path}/notes", {"text": "Zanzibar-note", "grade": 3}, 200, userid="rh")
        self.assertEqual(
            [("rh", 3, "Zanzibar-note")], [(one["by"], one["grade"], one["text"]) for one in data["notes"]]
        )
        self.send(f"{path}/notes", {"text": "x", "grade": 6}, 400, userid="rh")
        self.assertEqual("boss", self.send(f"{path}/recruiter", {"recruiter": "boss"}, 200, userid="rh")["recruiter"])
        self.assertEqual("senior", self.send(f"{path}/profile", {"profile": "senior"}, 200, userid="rh")["profile"])
        self.send(f"{path}/account", {"account": "bob"}, 409, userid="rh")
        mine = self.send(f"{path}/why", {"why": "Zanzibar-why"}, 200)
        self.assertEqual("Zanzibar-why", mine["why"])
        self.assertNotIn("notes", mine)
        self.assertNotIn("Zanzibar-note", repr(mine))
        self.send(path, None, 403, method="DELETE")
        self.send(path, None, 204, userid="rh", method="DELETE")

    def test_rules_and_bonuses(self):
        found = self.candidate("hired")
        transaction.commit()
        rules = self.session("bob").get("@referral-rules").json()
        self.assertEqual((1, 3), (rules["in_force"], len(rules["items"][0]["rows"])))
        self.assertIn(self.session("cliente").get("@referral-rules").status_code, (401, 403))
        (bonus,) = self.session().get("@referral-bonuses").json()["items"]
        self.assertEqual((50000, "due"), (bonus["cents"], bonus["state"]))
        self.assertEqual([], self.session("bob").get("@referral-bonuses").json()["items"])
        for userid, status in (("finance", 200), ("direction", 200), ("ana", 404), ("commerce", 404)):
            self.assertEqual(status, self.session(userid).get("@referral-bonuses?state=due").status_code, userid)
        self.assertEqual(404, self.session("rh").get("@referral-bonuses?state=x").status_code)
        self.assertEqual(
            [50000], [one["cents"] for one in self.session().get(f"@referrals/{found.id}").json()["bonuses"]]
        )


class TestConsent(Case):
    def setUp(self):
        super().setUp()
        self.found = self.refer()
        self.path = f"@referrals/{self.found.id}/consent"
        transaction.commit()

    def test_reads_agrees_adds_and_refuses_without_an_account(self):
        read = self.session("").get(f"{self.path}?token={self.token}&language=en")
        self.assertEqual(200, read.status_code, read.text)
        self.assertEqual(("asked", "Ana"), (read.json()["state"], read.json()["referrer"]))
        self.assertIn("no-store", read.headers["Cache-Control"])
        body = {"token": self.token, "answer": "agree", "language": "en", "sha256": read.json()["sha256"]}
        cv = {"filename": "moi.pdf", "data": base64.b64encode(PDF).decode()}
        self.send(self.path, body | {"sha256": "0" * 64}, 409, userid="")
        self.send(self.path, body | {"answer": "perhaps"}, 400, userid="")
        self.send(self.path, body | {"cv": {"filename": "x", "data": "!"}}, 400, userid="")
        self.send(self.path, body | {"cv": cv | {"data": "A" * 8_000_000}}, 400, userid="")
        self.send(self.path, body, 403)
        self.assertEqual("submitted", self.found.state)
        self.assertEqual("agreed", self.send(self.path, body | {"cv": cv}, 200, userid="")["state"])
        found = self.found
        self.assertEqual(("consented", "moi.pdf", "en"), (found.state, found.dossier.cv.name, found.language))
        self.send(self.path, body, 409, userid="")
        self.send(self.path, {"token": self.token, "answer": "add", "skills": "Python"}, 200, userid="")
        self.assertEqual("Python", self.found.dossier.skills)
        self.send(self.path, {"token": self.token, "answer": "refuse"}, 200, userid="")
        self.assertEqual("", self.found.name)

    def test_nothing_can_be_guessed(self):
        answers = set()
        for path, token in (
            (self.path, "x"),
            (self.path, ""),
            ("@referrals/99/consent", self.token),
            ("@referrals/x/consent", self.token),
            ("@referrals/99/consent", "x"),
        ):
            answer = self.session("").get(f"{path}?token={token}")
            answers.add((answer.status_code, answer.text))
            answer = self.session("").post(path, json={"token": token, "answer": "refuse"})
            answers.add((answer.status_code, answer.text))
        self.assertEqual({404}, {status for status, _text in answers})
        self.assertEqual(1, len(answers))
        transaction.begin()
        self.assertEqual("submitted", referrals.referral(self.found.id, userid="ana").state)

    def test_its_being_open_opens_nothing_else(self):
        for path in ("@referrals", f"@referrals/{self.found.id}", f"@referrals/{self.found.id}/consent/move"):
            self.assertIn(self.session("").get(f"{path}?token={self.token}").status_code, (401, 404), path)
        for path in ("@referrals", f"@referrals/{self.found.id}/move"):
            self.assertEqual(401, self.session("").post(path, json={"token": self.token}).status_code, path)
            self.assertIn(self.session("cliente").post(path, json={}).status_code, (401, 403), path)
