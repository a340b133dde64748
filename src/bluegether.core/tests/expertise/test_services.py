"""`@endorsements` and `@experts`: bodies, refusals, and many at once."""

from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.testing import ExpertiseTest
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from threading import Thread
import transaction


class TestServices(ExpertiseTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def ask(self, userid, method, path, status, **body):
        session = Session(self.portal, userid, PASSWORD, accept="application/json")
        answer = session.request(method, path, **({"json": body} if method == "POST" else {}))
        session.close()
        self.assertEqual(status, answer.status_code, (method, path, answer.text))
        transaction.begin()
        return answer.json() if answer.content and status != 204 else {}

    def test_endorse_read_and_withdraw(self):
        made = self.ask("bob", "POST", "@endorsements", 201, person="ana", skill="Kubernetes", experience="Migration")
        self.assertEqual(
            ("ana", "kubernetes", 1, False),
            (made["person"]["userid"], made["skill"]["token"], made["why"]["endorsements"], made["why"]["expert"]),
        )
        found = self.ask("cleo", "GET", "@endorsements/ana", 200)["items"]
        first = found[0]
        self.assertEqual(("Kubernetes", 4, False), (first["skill"]["title"], first["level"], first["mine"]))
        self.assertEqual(
            [("bob", "Migration", False)],
            [(one["userid"], one["experience"], one["left"]) for one in first["endorsements"]],
        )
        self.assertEqual(
            ["kubernetes"],
            [one["skill"]["token"] for one in self.ask("bob", "GET", "@endorsements/ana", 200)["items"] if one["mine"]],
        )
        self.assertEqual(3, len(self.ask("ana", "GET", "@endorsements", 200)["items"]))
        self.ask("bob", "DELETE", "@endorsements/ana/kubernetes", 204)
        self.ask("bob", "DELETE", "@endorsements/ana/kubernetes", 404)
        self.assertEqual([], expertise.given("bob"))

    def test_hidden_skills_are_hidden_here_too(self):
        self.endorse("kubernetes", "bob", "cleo", "dan")
        transaction.commit()
        self.assertEqual(
            ["ana"], [one["userid"] for one in self.ask("eve", "GET", "@experts?skill=cloud", 200)["items"]]
        )
        self.hide("unit")
        transaction.commit()
        self.assertEqual([], self.ask("eve", "GET", "@experts?skill=cloud", 200)["items"])
        self.assertEqual([], self.ask("eve", "GET", "@endorsements/ana", 200)["items"])
        found = self.ask("bob", "GET", "@experts?skill=Cloud", 200)
        self.assertEqual(
            ("cloud", "kubernetes", False),
            (found["skill"]["token"], found["items"][0]["skill"]["token"], found["more"]),
        )
        self.assertEqual(
            (3, 3, True),
            tuple(found["items"][0]["why"][name] for name in ("endorsements", "endorsements_needed", "expert")),
        )

    def test_ask_and_put_aside(self):
        self.ask("ana", "POST", "@endorsements/ask", 201, skill="kubernetes", colleague="bob")
        self.assertEqual(
            "TooSoon", self.ask("ana", "POST", "@endorsements/ask", 429, skill="kubernetes", colleague="bob")["type"]
        )
        self.assertEqual([("ana", "kubernetes")], [(one.asker, one.skill) for one in expertise.requests("bob")])
        self.ask("bob", "POST", "@endorsements/decline", 204, person="ana", skill="kubernetes")
        self.ask("bob", "POST", "@endorsements/decline", 404, person="ana", skill="kubernetes")

    def test_refusals(self):
        self.endorse("helm", "cleo")
        transaction.commit()
        for status, userid, method, path, body in (
            (400, "bob", "POST", "@endorsements", {}),
            (400, "bob", "POST", "@endorsements", {"person": ["ana"], "skill": "helm"}),
            (400, "bob", "POST", "@endorsements", {"person": "ana", "skill": 4}),
            (400, "bob", "POST", "@endorsements", {"person": "ana", "skill": "helm", "experience": ["x"]}),
            (400, "bob", "POST", "@endorsements", {"person": "ana", "skill": "helm", "experience": "x"}),
            (403, "ana", "POST", "@endorsements", {"person": "ana", "skill": "helm"}),
            (404, "bob", "POST", "@endorsements", {"person": "ana", "skill": "cloud"}),
            (404, "bob", "POST", "@endorsements", {"person": "nobody", "skill": "helm"}),
            (404, "bob", "POST", "@endorsements/other", {"person": "ana", "skill": "helm"}),
            (400, "ana", "POST", "@endorsements/ask", {"skill": "helm", "colleague": "ana"}),
            (404, "ana", "POST", "@endorsements/ask", {"skill": "helm", "colleague": "carl"}),
            (409, "ana", "POST", "@endorsements/ask", {"skill": "helm", "colleague": "cleo"}),
            (404, "bob", "DELETE", "@endorsements/ana", {}),
            (404, "bob", "GET", "@endorsements/carl", {}),
            (404, "bob", "GET", "@endorsements/ana/helm", {}),
            (404, "bob", "GET", "@experts", {}),
            (404, "bob", "GET", "@experts?skill=a&skill=b", {}),
            (400, "bob", "GET", "@experts?skill=helm&b_size=0", {}),
            (401, "", "GET", "@experts?skill=helm", {}),
            (401, "", "POST", "@endorsements", {"person": "ana", "skill": "helm"}),
            (401, "carl", "GET", "@endorsements/ana", {}),
            (401, "carl", "GET", "@experts?skill=helm", {}),
            (401, "carl", "POST", "@endorsements", {"person": "ana", "skill": "helm"}),
            (401, "carl", "DELETE", "@endorsements/ana/helm", {}),
        ):
            self.ask(userid, method, path, status, **body)
        self.assertEqual(
            ["cleo"], [one.endorser for found in expertise.endorsed("ana", reader="bob") for one in found.endorsements]
        )

    def test_who_endorses_at_once_is_not_lost(self):
        statuses = []

        def endorse(userid):
            session = Session(self.portal, userid, PASSWORD, accept="application/json")
            statuses.append(session.post("@endorsements", json={"person": "ana", "skill": "kubernetes"}).status_code)
            session.close()

        threads = [Thread(target=endorse, args=(userid,)) for userid in ("bob", "cleo", "dan", "eve")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        transaction.begin()
        self.assertEqual([201] * 4, statuses)
        self.assertEqual(4, expertise.reason("ana", "kubernetes", reader="bob").endorsements)
        self.assertEqual(["ana"], [one.userid for one in expertise.experts("kubernetes", reader="bob").items])
