"""`@leads`: bodies, refusals, what others must not get."""

from bluegether.core.leads import api as leads
from bluegether.core.leads.testing import HEARD
from bluegether.core.leads.testing import LeadsTest
from bluegether.core.leads.testing import NOTE
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
import transaction


class TestServices(LeadsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def ask(self, userid, method, path="", status=200, **body):
        session = Session(self.portal, userid, PASSWORD, accept="application/json")
        answer = session.request(method, f"@leads{path}", **({"json": body} if method != "GET" else {}))
        session.close()
        self.assertEqual(status, answer.status_code, (method, path, answer.text))
        transaction.begin()
        return answer.json() if answer.content else {}

    def test_handed_in_answered_and_followed(self):
        made = self.ask("ana", "POST", status=201, company="Banque", heard=HEARD, sure="sure")
        path = "/" + made["@id"].rsplit("/", 1)[1]
        self.assertEqual(("new", True, "sure", HEARD), (made["state"], made["mine"], made["sure"], made["heard"]))
        self.assertTrue({"author", "notes", "steps", "taker", "similar"}.isdisjoint(made))
        seen = self.ask("sales", "GET", path)
        self.assertEqual(("ana", ["take", "qualify", "drop"]), (seen["author"], seen["steps"]))
        taken = self.ask("sales", "PATCH", path, step="take", seen=seen["revision"])
        self.assertEqual(("taken", "sales"), (taken["state"], taken["taker"]))
        self.ask("sales2", "PATCH", path, 409, step="drop", reason="Non", seen=seen["revision"])
        self.assertEqual(NOTE, self.ask("sales", "PATCH", path, note=NOTE)["notes"][0]["text"])
        self.ask("sales", "PATCH", path, step="drop", reason="Budget gelé")
        own = self.ask("ana", "GET", path)
        self.assertEqual(("dropped", "Budget gelé"), (own["state"], own["reason"]))
        self.assertEqual(["new", "take", "drop"], [step["what"] for step in own["history"]])
        self.assertNotIn("Kilimandjaro", str(own))

    def test_lists_and_figures(self):
        for number in range(3):
            self.lead(company=f"Banque {number}")
        self.lead(author="bob", company="Autre")
        transaction.commit()
        mine = self.ask("ana", "GET", "?b_size=2")
        self.assertEqual(["Banque 2", "Banque 1"], [one["company"] for one in mine["items"]])
        more = self.ask("ana", "GET", mine["next"].partition("@leads")[2])
        self.assertEqual((["Banque 0"], None), ([one["company"] for one in more["items"]], more["next"]))
        self.assertEqual(4, len(self.ask("boss", "GET", "?scope=all&state=new")["items"]))
        self.assertEqual(4, self.ask("sales", "GET", "/figures")["quarters"][0]["received"])

    def test_refusals(self):
        lead = self.lead()
        leads.note(lead.key, NOTE, actor="sales")
        transaction.commit()
        for userid, method, path, status, body in (
            ("bob", "GET", f"/{lead.key}", 404, {}),
            ("rh", "GET", f"/{lead.key}", 404, {}),
            ("siteadmin", "GET", f"/{lead.key}", 404, {}),
            ("bob", "PATCH", f"/{lead.key}", 404, {"note": "x"}),
            ("ana", "PATCH", f"/{lead.key}", 403, {"step": "take"}),
            ("ana", "PATCH", f"/{lead.key}", 403, {"note": "x"}),
            ("sales", "PATCH", f"/{lead.key}", 404, {"step": "fly"}),
            ("sales", "PATCH", f"/{lead.key}", 409, {"step": "sign"}),
            ("sales", "PATCH", f"/{lead.key}", 400, {"step": "drop"}),
            ("sales", "PATCH", f"/{lead.key}", 400, {"step": "take", "seen": "x"}),
            ("sales", "PATCH", f"/{lead.key}", 400, {"note": 5}),
            ("sales", "PATCH", f"/{lead.key}", 400, {}),
            ("sales", "PATCH", "", 404, {"step": "take"}),
            ("sales", "GET", "/x", 404, {}),
            ("sales", "GET", f"/{'9' * 40}", 404, {}),
            ("sales", "GET", "?scope=all&state=lost", 400, {}),
            ("ana", "GET", "?scope=all", 403, {}),
            ("ana", "GET", "/figures", 403, {}),
            ("ana", "POST", "", 400, {"company": "Banque"}),
            ("ana", "POST", "", 400, {"company": "Banque", "heard": ["x"]}),
            ("ana", "POST", "/x", 404, {"company": "Banque", "heard": "x"}),
            ("carl", "GET", "", 401, {}),
            ("carl", "POST", "", 401, {"company": "Banque", "heard": "x"}),
            ("", "GET", "", 401, {}),
        ):
            with self.subTest(userid, method=method, path=path, **body):
                answer = self.ask(userid, method, path, status, **body)
                self.assertNotIn("Zanzibar", str(answer))
        self.assertEqual([], self.ask("bob", "GET")["items"])
        self.assertEqual(("new", 1), (leads.lead_of(lead.key, "boss").state, len(leads.mine("ana").rows)))
