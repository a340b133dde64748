"""Needs by REST: content with rows both ways, `@workflow`, `@suggestions`, `@candidates`; what leaks to nobody."""

from bluegether.core.needs import api as needs
from bluegether.core.needs.testing import HIDDEN
from bluegether.core.needs.testing import NeedsTest
from bluegether.core.needs.testing import RATE
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone.uuid.interfaces import IUUID
import transaction


class TestServices(NeedsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.go("open")
        transaction.commit()
        self.path = f"needs/{self.need.getId()}"

    def ask(self, userid, method, path, status, /, **body):
        session = Session(self.portal, userid, PASSWORD, accept="application/json")
        answer = session.request(method, path, **({"json": body} if method in ("POST", "PATCH") else {}))
        session.close()
        # Zope refuses what a role may not ask for with 401, our verbs what a person may not do with 403.
        found = 403 if answer.status_code == 401 else answer.status_code
        self.assertEqual(status, found, (method, path, answer.text[:500]))
        transaction.begin()
        self.body = answer.text
        return answer.json() if answer.content and status != 204 else {}

    def test_content_both_ways(self):
        rows = [{"skill": "Kafka", "level": 2, "source": "ana"}]
        sent = {"@type": "Need", "title": "Développeur Kafka", "required_skills": rows, "rate_max": 600}
        made = self.ask("sales", "POST", "needs", 201, **sent)
        self.assertEqual(("draft", "sales", 600), (made["review_state"], made["manager"]["token"], made["rate_max"]))
        row = made["required_skills"][0]
        self.assertEqual(("kafka", "2", ""), (row["skill"]["token"], row["level"]["token"], row["source"]))
        self.assertNotIn("kafka", made["@id"])
        path = made["@id"].split("/plone/")[-1]
        self.ask("sales", "PATCH", path, 204, place="Nantes", required_skills=[row | {"level": 4}])
        again = self.ask("sales", "GET", path, 200)
        self.assertEqual(("Nantes", "4"), (again["place"], again["required_skills"][0]["level"]["token"]))
        self.ask("sales", "PATCH", path, 400, required_skills=[{"skill": "Nothing at all", "level": 2}])
        self.ask("sales", "PATCH", path, 400, required_skills=["kafka"])
        self.ask("sales", "PATCH", path, 400, start="2027-02-01", end="2027-01-01")
        self.ask("sales", "PATCH", path, 400, client_name="Kafka SA", client_hidden=True, title="Chez Kafka SA")
        self.assertIn('"title"', self.body)
        for userid in ("ana", "boss"):
            self.ask(userid, "POST", "needs", 403, **sent)
            self.ask(userid, "PATCH", path, 403, title="Autre")
        self.ask("ana", "GET", path, 403)
        self.ask("carl", "GET", path, 403)

    def test_amounts_and_the_hidden_client_leak_nowhere(self):
        uid = IUUID(self.need)
        self.ask("sales", "PATCH", self.path, 204, rate_max=RATE + 5, client_name=HIDDEN)
        for path in (
            self.path,
            f"{self.path}?expand=breadcrumbs,navigation,actions,workflow,types",
            f"{self.path}/@history",
            f"{self.path}/@suggestions",
            f"{self.path}/@candidates",
            "needs?fullobjects=1",
            f"@search?UID={uid}&metadata_fields=_all&fullobjects=1",
            "@search?SearchableText=Zanzibar&metadata_fields=_all",
            f"@search?SearchableText={RATE + 5}",
            "@querystring-search",
            "@types/Need",
        ):
            method = "POST" if path == "@querystring-search" else "GET"
            query = [{"i": "UID", "o": "plone.app.querystring.operation.selection.any", "v": [uid]}]
            body = {"query": query, "fullobjects": True, "metadata_fields": "_all"} if method == "POST" else {}
            session = Session(self.portal, "ana", PASSWORD, accept="application/json")
            text = session.request(method, path, **({"json": body} if body else {})).text
            session.close()
            self.assertNotIn(HIDDEN, text, path)
            for number in (RATE, RATE - 100, RATE + 5):
                self.assertNotIn(f": {number}", text, path)
        self.ask("sales", "GET", self.path, 200)
        self.assertIn(HIDDEN, self.body)
        self.assertIn(str(RATE + 5), self.body)
        self.ask("ana", "PATCH", self.path, 403, rate_max=1)

    def test_the_workflow_says_who_was_faster(self):
        self.ask("ana", "POST", f"{self.path}/@workflow/qualify", 403)
        self.ask("sales", "POST", f"{self.path}/@workflow/lose", 400)
        self.ask("sales", "POST", f"{self.path}/@workflow/postpone", 400, until="tomorrow")
        self.ask("sales", "POST", f"{self.path}/@workflow/explode", 404)
        found = self.ask("sales", "POST", f"{self.path}/@workflow/qualify", 200, seen="open")
        self.assertEqual("qualified", found["review_state"])
        refused = self.ask("sales2", "POST", f"{self.path}/@workflow/qualify", 409, seen="open")
        self.assertEqual("Conflict", refused["type"])
        self.ask("sales2", "POST", f"{self.path}/@workflow/lose", 409, seen="open", reason="price")
        self.ask("sales", "POST", f"{self.path}/@workflow/lose", 200, seen="qualified", reason="price", word="10 %")
        self.ask("ana", "GET", self.path, 403)

    def test_suggestions(self):
        path = f"{self.path}/@suggestions"
        self.ask("carl", "GET", path, 403)
        self.ask("ana", "POST", path, 400, skill="nothing", level=3)
        self.ask("ana", "POST", path, 400, skill="kafka", level="3")
        made = self.ask("ana", "POST", path, 201, skill="Kafka", level=3, required=False, why="Le flux")
        self.ask("bob", "POST", path, 409, skill="kafka", level=3, required=False)
        one = f"{path}/{made['key']}"
        self.ask("ana", "PATCH", one, 403, state="accepted")
        self.ask("sales", "PATCH", one, 400, state="whatever")
        self.ask("sales", "PATCH", one, 400, state="refused")
        self.ask("sales", "PATCH", f"{path}/12", 404, state="accepted")
        self.ask("sales", "PATCH", one, 204, state="accepted", word="Merci")
        self.ask("sales2", "PATCH", one, 409, state="refused", word="Non")
        items = self.ask("bob", "GET", path, 200)["items"]
        self.assertEqual(
            [("ana", "accepted", "sales", "Merci")],
            [(i["by"]["userid"], i["state"], i["decided_by"]["userid"], i["word"]) for i in items],
        )
        self.assertEqual("ana", self.ask("bob", "GET", self.path, 200)["welcome_skills"][-1]["source"])

    def test_candidates(self):
        path = f"{self.path}/@candidates"
        self.ask("carl", "POST", path, 403)
        mine = self.ask("ana", "POST", path, 201, message="Message privé")
        self.assertEqual(("ana", "applied"), (mine["person"]["userid"], mine["state"]))
        self.ask("ana", "POST", path, 409)
        self.ask("ana", "POST", path, 403, userid="bob")
        self.ask("sales", "POST", path, 201, userid="bob")
        self.assertEqual([], self.ask("dan", "GET", path, 200)["items"])
        self.assertEqual([], self.ask("boss", "GET", path, 200)["items"])
        self.assertEqual(["ana"], [one["person"]["userid"] for one in self.ask("ana", "GET", path, 200)["items"]])
        found = self.ask("sales", "GET", path, 200)["items"]
        self.assertEqual({"ana": "Message privé", "bob": ""}, {i["person"]["userid"]: i["message"] for i in found})
        one = f"{path}/ana"
        self.ask("bob", "PATCH", one, 403, state="shortlisted", revision=1)
        self.ask("sales", "PATCH", one, 400, state="shortlisted")
        self.ask("sales", "PATCH", one, 200, state="shortlisted", revision=1)
        self.ask("sales2", "PATCH", one, 409, state="refused", revision=1, reason="Autre")
        self.ask("sales", "PATCH", one, 400, state="refused", revision=2)
        self.ask("sales", "PATCH", f"{path}/dan", 404, state="shortlisted", revision=1)
        mine = self.ask("ana", "GET", path, 200)["items"][0]
        self.assertEqual({"@id", "person", "state", "revision", "message"}, set(mine))
        moved = self.ask("sales", "PATCH", one, 200, state="proposed", revision=2, naming="initials")
        self.assertEqual(
            ("proposed", ["interview", "accepted", "refused", "withdrawn"]), (moved["state"], moved["next_states"])
        )
        self.assertEqual("withdrawn", self.ask("ana", "PATCH", one, 200, state="withdrawn")["state"])
        self.assertEqual("withdrawn", needs.mine(self.need, "ana").state)
