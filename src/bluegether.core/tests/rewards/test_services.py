"""REST: what the pages do, for the same people; each refusal."""

from bluegether.core.kit.interfaces import IClock
from bluegether.core.people.testing import PASSWORD
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.testing import OUTSIDE
from bluegether.core.rewards.testing import RewardsTest
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
import transaction


class Case(RewardsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.rules(note="Zanzibar-note")
        self.mug = self.item()
        self.hire("Zanzibar", profile="senior")
        transaction.commit()

    def session(self, userid=""):
        session = Session(self.portal, userid, PASSWORD if userid else "", "application/json")
        self.addCleanup(session.close)
        return session


class TestLedger(Case):
    def test_ones_own(self):
        answer = self.session("ana").get("@ledger")
        data = answer.json()
        self.assertEqual((200, 100, 500.0, None), (answer.status_code, data["balance"], data["amounts"], data["next"]))
        (line,) = data["items"]
        self.assertEqual(("Hired: Zanzibar", "A hire", 1), (line["what"], line["rule"], line["version"]))
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])

    def test_by_cursor(self):
        for number in range(4):
            self.hire(str(number))
        transaction.commit()
        session, seen = self.session("ana"), []
        following = "@ledger?size=2"
        while following:
            data = session.get(following).json()
            seen += [line["seq"] for line in data["items"]]
            following = data["next"]
        self.assertEqual([5, 4, 3, 2, 1], seen)
        for query in ("size=0", "size=201", "size=x", "cursor=-1", "cursor=x"):
            self.assertEqual(400, session.get(f"@ledger?{query}").status_code, query)

    def test_nobody_elses(self):
        for userid in OUTSIDE:
            session = self.session(userid)
            for path in ("@ledger", "@ledger?userid=ana", "@rewards", "@rewards/orders", "@todos", "@search"):
                answer = session.get(path)
                self.assertEqual(200, answer.status_code, (userid, path))
                self.assertNotIn("Hired: Zanzibar", answer.text, (userid, path))
            for path in ("@ledger/ana", "@ledger/1"):
                self.assertEqual(404, session.get(path).status_code, (userid, path))
        for userid in ("", "cliente"):
            session = self.session(userid)
            for path in ("@ledger", "@rewards", "@rewards/rules", f"@rewards/{self.mug.id}", "@rewards/orders"):
                answer = session.get(path)
                self.assertIn(answer.status_code, (401, 403), (userid, path))
                self.assertNotIn("Zanzibar", answer.text)


class TestRewards(Case):
    def test_catalogue(self):
        hidden = self.item(title_en="Hidden", offered=False)
        transaction.commit()
        session = self.session("ana")
        data = session.get("@rewards").json()
        self.assertEqual(["Mug"], [one["title"] for one in data["items"]])
        self.assertEqual((100, 30, 2), (data["balance"], data["items"][0]["price"], data["items"][0]["stock"]))
        self.assertEqual("Mug", session.get(f"@rewards/{self.mug.id}").json()["title"])
        for path in (f"@rewards/{hidden.id}", "@rewards/5", "@rewards/x", f"@rewards/{self.mug.id}/more"):
            self.assertEqual(404, session.get(path).status_code, path)
        self.assertEqual(
            ["Mug", "Hidden"], [one["title"] for one in self.session("rh").get("@rewards").json()["items"]]
        )

    def test_rules_and_their_history(self):
        self.clock.pass_days(1)
        self.portal.getSiteManager().registerUtility(self.clock, IClock)  # for the server too
        self.rules()
        transaction.commit()
        session = self.session("bob")
        versions = session.get("@rewards/rules").json()["items"]
        self.assertEqual([(2, "in_force"), (1, "earlier")], [(one["version"], one["state"]) for one in versions])
        one = session.get("@rewards/rules/1").json()
        self.assertEqual(
            ("Zanzibar-note", 100, 500.0), (one["note"], one["rules"][0]["points"], one["rules"][0]["amount"])
        )
        self.assertEqual(404, session.get("@rewards/rules/3").status_code)

    def test_order_and_every_step(self):
        ana, hr = self.session("ana"), self.session("rh")
        answer = ana.post(f"@rewards/{self.mug.id}/order", json={})
        self.assertEqual((201, "ordered", 70), (answer.status_code, answer.json()["state"], answer.json()["balance"]))
        path = answer.headers["Location"]
        self.assertEqual("ordered", ana.get(path).json()["state"])
        self.assertEqual(404, self.session("bob").get(path).status_code)
        for verb in ("approve", "deliver", "refuse"):
            self.assertEqual(403, ana.post(f"{path}/{verb}", json={}).status_code, verb)
        self.assertEqual(404, hr.post(f"{path}/burn", json={}).status_code)
        self.assertEqual(400, hr.post(f"{path}/refuse", json={}).status_code)
        self.assertEqual(["ordered"], [one["state"] for one in hr.get("@rewards/orders?state=ordered").json()["items"]])
        self.assertEqual("approved", hr.post(f"{path}/approve", json={}).json()["state"])
        refused = hr.post(f"{path}/approve", json={})
        self.assertEqual((409, "Conflict"), (refused.status_code, refused.json()["type"]))
        self.assertEqual(409, ana.post(f"{path}/cancel", json={}).status_code)
        self.assertEqual("delivered", hr.post(f"{path}/deliver", json={}).json()["state"])
        self.assertEqual([], hr.get("@rewards/orders?state=approved").json()["items"])

    def test_refusals(self):
        for userid in ("bob", "boss", "finance"):
            session = self.session(userid)
            self.assertEqual(403, session.get("@rewards/orders?state=ordered").status_code, userid)
            self.assertEqual(409, session.post(f"@rewards/{self.mug.id}/order", json={}).status_code, userid)
        ana = self.session("ana")
        for path, status in (
            ("@rewards", 404),
            ("@rewards/5/order", 404),
            ("@rewards/orders/5/cancel", 404),
            (f"@rewards/{self.mug.id}/eat", 404),
        ):
            self.assertEqual(status, ana.post(path, json={}).status_code, path)
        self.assertIn(self.session("cliente").post(f"@rewards/{self.mug.id}/order", json={}).status_code, (401, 403))
        api.portal.set_registry_record("bluegether.limits.orders", 1)
        transaction.commit()
        self.assertEqual(201, ana.post(f"@rewards/{self.mug.id}/order", json={}).status_code)
        answer = ana.post(f"@rewards/{self.mug.id}/order", json={})
        self.assertEqual(429, answer.status_code)
        self.assertIn("Retry-After", answer.headers)
        transaction.begin()
        self.assertEqual((70, 1), (rewards.balance("ana"), rewards.item(self.mug.id).stock))
