"""REST: what the pages do, for the same people; each refusal."""

from bluegether.core.career import api as career
from bluegether.core.career.testing import CareerTest
from bluegether.core.career.testing import OUTSIDE
from bluegether.core.career.testing import START
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import timedelta
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from threading import Barrier
from threading import Thread
import transaction


class Case(CareerTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def session(self, userid="", password=PASSWORD):
        session = Session(self.portal, userid, password, "application/json")
        self.addCleanup(session.close)
        return session

    def time(self, moment):
        """Make it this moment for the server too."""
        self.clock.moment = moment
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        transaction.commit()

    def interview(self, one):
        transaction.begin()
        return career.interview("ana", one.id, userid="ana")


class TestLeaks(Case):
    def setUp(self):
        super().setUp()
        self.goal, self.wish, self.one = self.secrets()
        self.clock.moment = START + timedelta(hours=1)
        transaction.commit()

    def routes(self):
        goal, wish = f"@career/ana/goals/{self.goal.id}", f"@career/ana/wishes/{self.wish.id}"
        one = f"@interviews/ana/{self.one.id}"
        yield from (("get", "@career/ana", None), ("get", "@interviews/ana", None), ("get", one, None))
        for path, body in (
            ("@career/ana/goals", {"title": "x"}),
            ("@career/ana/wishes", {"title": "x"}),
            ("@career/ana/earlier", {"kind": "yearly", "on": "2026-01-01"}),
            (f"{goal}/answers", {"text": "x"}),
            (f"{wish}/answers", {"text": "x"}),
            (f"{wish}/answer", {"answer": "later"}),
            ("@interviews/ana", {"kind": "mission", "start": START.isoformat(), "place": "x"}),
            (f"{one}/share", {}),
            (f"{one}/hold", {}),
            (f"{one}/take", {}),
            (f"{one}/show", {}),
            (f"{one}/hide", {}),
            (f"{one}/cancel", {"reason": "x"}),
            (f"{one}/sign", {"sha256": "x"}),
        ):
            yield "post", path, body
        for path, body in (
            ("@career/ana", {"next": "x"}),
            (goal, {"title": "x"}),
            (wish, {"title": "x"}),
            (one, {"place": "x"}),
            (one, {"notes": "x"}),
            (one, {"report": "x", "revision": 0}),
        ):
            yield "patch", path, body

    def test_no_route_for_anybody_else(self):
        before = career.history("ana", userid="ana", limit=99)
        for userid in OUTSIDE:
            session = self.session(userid)
            for method, path, body in self.routes():
                answer = getattr(session, method)(path, **({"json": body} if body is not None else {}))
                allowed = (401, 403) if userid in ("partner", "cliente") else (404,)
                self.assertIn(answer.status_code, allowed, (userid, method, path, answer.text))
                self.assertNotIn("Zanzibar", answer.text, (userid, path))
        for name, password in (("", ""), (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)):
            session = self.session(name, password)
            for method, path, body in self.routes():
                answer = getattr(session, method)(path, **({"json": body} if body is not None else {}))
                self.assertIn(answer.status_code, (401, 403), (name, method, path))
        transaction.begin()
        self.assertEqual(before, career.history("ana", userid="ana", limit=99))

    def test_nor_by_other_services(self):
        for userid in (*OUTSIDE, "boss", "rh"):
            session = self.session(userid)
            for path in ("@search?SearchableText=Zanzibar*", "@querystring-search", "@todos", "@types"):
                self.assertNotIn("Zanzibar-", session.get(path).text, (userid, path))
        for userid in ("ana", "bob", "siteadmin"):
            self.assertNotIn("Zanzibar", self.session(userid).get("@interviews-due").text)
            self.assertEqual(404, self.session(userid).get("@interviews-due").status_code)


class TestCareer(Case):
    def test_goals_and_answers(self):
        ana, boss = self.session("ana"), self.session("boss")
        self.assertEqual([], ana.get("@career").json()["goals"])
        for body, field in (
            ({}, "title"),
            ({"title": 3}, "title"),
            ({"title": "x", "horizon": "never"}, "horizon"),
            ({"title": "x", "owner": "bob"}, "owner"),
        ):
            answer = ana.post("@career/ana/goals", json=body)
            self.assertEqual((400, field), (answer.status_code, answer.json()["field"]))
        goal = ana.post("@career/ana/goals", json={"title": "Architect", "why": "To grow"})
        self.assertEqual((201, "open"), (goal.status_code, goal.json()["state"]))
        path = f"@career/ana/goals/{goal.json()['id']}"
        self.assertEqual(403, boss.post("@career/ana/goals", json={"title": "x"}).status_code)
        self.assertEqual(403, boss.patch(path, json={"title": "x"}).status_code)
        answer = boss.post(f"{path}/answers", json={"text": "Good"})
        self.assertEqual((201, "manager"), (answer.status_code, answer.json()["side"]))
        self.assertEqual(400, boss.post(f"{path}/answers", json={"text": " "}).status_code)
        self.assertEqual("reached", ana.patch(path, json={"state": "reached"}).json()["state"])
        self.assertEqual(409, ana.patch(path, json={"title": "x"}).status_code)
        for bad in ("@career/ana/goals/12", "@career/ana/goals/x", "@career/ana/secrets/1"):
            self.assertEqual(404, ana.patch(bad, json={"state": "open"}).status_code)
        data = self.session("rh").get("@career/ana").json()
        self.assertEqual(("ana", "boss"), (data["person"], data["manager"]))
        self.assertEqual("Good", data["goals"][0]["thread"][0]["text"])
        self.assertEqual("reached", data["history"][0]["what"])

    def test_wishes_and_next(self):
        ana, rh = self.session("ana"), self.session("rh")
        wish = ana.post("@career/ana/wishes", json={"title": "Kafka", "urgency": "high"}).json()
        path = f"@career/ana/wishes/{wish['id']}"
        self.assertEqual(400, ana.post("@career/ana/wishes", json={"title": "x", "skill": "nope"}).status_code)
        for body in ({"answer": "accepted"}, {"answer": "accepted", "on": "x"}, {"answer": "refused"}, {}):
            self.assertEqual(400, rh.post(f"{path}/answer", json=body).status_code)
        for who in (ana, self.session("boss")):
            self.assertEqual(403, who.post(f"{path}/answer", json={"answer": "later"}).status_code)
        answer = rh.post(f"{path}/answer", json={"answer": "accepted", "on": "2027-03-01"}).json()
        self.assertEqual(("accepted", "2027-03-01", "rh"), (answer["state"], answer["on"], answer["answered_by"]))
        self.assertEqual(400, ana.patch(path, json={"state": "accepted"}).status_code)
        self.assertEqual("withdrawn", ana.patch(path, json={"state": "withdrawn"}).json()["state"])
        self.assertEqual(409, rh.post(f"{path}/answer", json={"answer": "later"}).status_code)
        self.assertEqual("Nantes", ana.patch("@career/ana", json={"next": "Nantes"}).json()["next"])
        self.assertEqual(403, rh.patch("@career/ana", json={"next": "x"}).status_code)
        self.assertEqual(400, ana.patch("@career/ana", json={"next": None}).status_code)
        self.assertEqual(400, ana.patch("@career/ana", data="no json").status_code)

    def test_due(self):
        self.time(self.clock.now() + timedelta(days=340))
        team = self.session("boss").get("@interviews-due").json()["items"]
        self.assertEqual({"ana", "bob"}, {item["person"] for item in team})
        first = self.session("rh").get("@interviews-due?b_size=1").json()["items"]
        self.assertEqual(1, len(first))
        self.assertEqual(400, self.session("rh").get("@interviews-due?b_size=0").status_code)
        body = {"kind": "yearly", "on": "2027-06-01"}
        self.assertEqual(403, self.session("boss").post("@career/ana/earlier", json=body).status_code)
        self.assertEqual(400, self.session("rh").post("@career/ana/earlier", json={"kind": "yearly"}).status_code)
        self.assertEqual(201, self.session("rh").post("@career/ana/earlier", json=body).status_code)
        self.assertEqual("2028-06-01", self.session("ana").get("@career").json()["due"]["yearly"])


class TestInterviews(Case):
    def test_from_plan_to_signatures(self):
        ana, boss = self.session("ana"), self.session("boss")
        body = {"kind": "yearly", "start": START.isoformat(), "place": "Lyon"}
        for wrong, field in (
            ({"start": "tomorrow"}, "start"),
            ({"start": "2026-11-20T09:00:00"}, "start"),
            ({"kind": "x"}, "kind"),
            ({"place": ""}, "place"),
            ({"by_hr": "yes"}, "by_hr"),
            ({"lead": "rh"}, "lead"),
        ):
            answer = ana.post("@interviews/ana", json=body | wrong)
            self.assertEqual((400, field), (answer.status_code, answer.json()["field"]))
        self.assertEqual(403, ana.post("@interviews/ana", json=body | {"by_hr": True}).status_code)
        made = ana.post("@interviews/ana", json=body)
        self.assertEqual((201, "planned"), (made.status_code, made.json()["state"]))
        self.assertEqual(409, ana.post("@interviews/ana", json=body).status_code)
        path = f"@interviews/ana/{made.json()['id']}"
        self.assertEqual(made.headers["Location"], boss.get(path).json()["@id"])
        self.assertEqual(1, boss.get("@interviews").json()["items_total"])
        self.prepare(ana, boss, path)
        self.time(START + timedelta(hours=2))
        self.report(ana, boss, path)

    def prepare(self, ana, boss, path):
        self.assertEqual(409, ana.post(f"{path}/hold", json={}).status_code)
        self.assertEqual(200, ana.patch(path, json={"notes": "Mine", "minutes": 90}).status_code)
        self.assertEqual([], boss.get(path).json()["preparation"])
        self.assertEqual(200, ana.post(f"{path}/share", json={}).status_code)
        self.assertEqual("Mine", self.session("rh").get(path).json()["preparation"][0]["text"])
        self.assertEqual(403, self.session("rh").patch(path, json={"notes": "x"}).status_code)
        self.assertEqual(400, boss.patch(path, json={"agenda": ["Pay"]}).status_code)
        self.assertEqual(200, boss.patch(path, json={"agenda": ["Pay"], "agenda_revision": 0}).status_code)
        self.assertEqual(409, ana.patch(path, json={"agenda": ["Mine"], "agenda_revision": 0}).status_code)
        self.assertEqual(400, ana.patch(path, json={"state": "signed"}).status_code)

    def report(self, ana, boss, path):
        self.assertEqual(409, ana.patch(path, json={"report": "x", "revision": 0}).status_code)
        self.assertEqual("held", boss.post(f"{path}/hold", json={}).json()["state"])
        rows = [{"what": "Train", "who": "hr", "by": "2027-03-01"}]
        self.assertEqual(400, ana.patch(path, json={"report": "Text"}).status_code)
        self.assertEqual(400, ana.patch(path, json={"decisions": "x", "revision": 0}).status_code)
        written = ana.patch(path, json={"report": "Text", "decisions": rows, "revision": 0}).json()
        self.assertEqual((1, rows), (written["revision"], written["document"]["decisions"]))
        self.assertEqual(409, boss.patch(path, json={"report": "Other", "revision": 0}).status_code)
        self.assertEqual(409, boss.post(f"{path}/sign", json={}).status_code)
        self.assertEqual(403, self.session("rh").post(f"{path}/sign", json={"sha256": written["sha256"]}).status_code)
        self.assertEqual("half", boss.post(f"{path}/sign", json={"sha256": written["sha256"]}).json()["state"])
        signed = ana.post(f"{path}/sign", json={"sha256": written["sha256"], "comment": "No"}).json()
        self.assertEqual(("signed", "No"), (signed["state"], signed["signatures"][1]["comment"]))
        self.assertEqual(409, ana.patch(path, json={"report": "x", "revision": 1}).status_code)
        for bad in (f"{path}/delete", f"{path}/sign/x", "@interviews/ana/x", "@interviews/ana/1"):
            self.assertEqual(404, ana.post(bad, json={}).status_code, bad)

    def test_cancelled(self):
        one = self.plan()
        transaction.commit()
        path = f"@interviews/ana/{one.id}"
        self.assertEqual(400, self.session("boss").post(f"{path}/cancel", json={}).status_code)
        self.assertEqual(200, self.session("boss").post(f"{path}/cancel", json={"reason": "Ill"}).status_code)
        self.assertEqual(409, self.session("ana").patch(path, json={"place": "x"}).status_code)


class TestTwoAtOnce(Case):
    """Two requests at the same moment, through the real server."""

    def setUp(self):
        super().setUp()
        self.one = self.held()
        self.path = f"@interviews/ana/{self.one.id}"
        self.sha256 = career.fingerprint("ana", self.one)
        transaction.commit()

    def together(self, *calls):
        """Run the calls at once; return their answers in order."""
        barrier, answers = Barrier(len(calls)), [None] * len(calls)

        def run(place, call):
            barrier.wait()
            answers[place] = call()

        threads = [Thread(target=run, args=pair) for pair in enumerate(calls)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        return answers

    def sign(self, userid):
        return lambda: self.session(userid).post(f"{self.path}/sign", json={"sha256": self.sha256})

    def write(self, userid, text):
        return lambda: self.session(userid).patch(self.path, json={"report": text, "revision": 1})

    def test_both_sign(self):
        answers = self.together(self.sign("ana"), self.sign("boss"))
        self.assertEqual([200, 200], [answer.status_code for answer in answers])
        one = self.interview(self.one)
        self.assertEqual(("signed", {"ana", "boss"}), (one.state, set(one.signatures)))

    def test_one_signs_twice(self):
        answers = self.together(self.sign("ana"), self.sign("ana"))
        self.assertEqual([200, 409], sorted(answer.status_code for answer in answers))

    def test_one_edits_while_the_other_signs(self):
        edited, signed = self.together(self.write("ana", "Another text"), self.sign("boss"))
        one = self.interview(self.one)
        self.assertEqual((200, "Another text", {}), (edited.status_code, one.report, one.signatures))
        steps = [step.verb for step in career.history("ana", userid="ana", limit=3)]
        # Who signed second is told at once; who signed first finds the signature cleared in the history.
        self.assertTrue(signed.status_code == 409 or "cleared" in steps, (signed.status_code, steps))

    def test_both_edit(self):
        answers = self.together(self.write("ana", "Text of Ana"), self.write("boss", "Text of Boss"))
        self.assertEqual([200, 409], sorted(answer.status_code for answer in answers))
        winner = ("Text of Ana", "Text of Boss")[[answer.status_code for answer in answers].index(200)]
        self.assertEqual((winner, 2), (self.interview(self.one).report, self.interview(self.one).revision))
