"""`@skills` and `@skill-proposals`: bodies, order, refusals."""

from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.skills.testing import add_skills
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
import transaction
import unittest


PASSWORD = "Correct-horse-26"


class TestServices(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        add_skills()
        for userid, kind in (("ana", "staff"), ("bob", "consultant"), ("carl", "client")):
            people.create_account(userid, fullname=userid, email=f"{userid}@example.com", kind=kind, password=PASSWORD)
        api.user.grant_roles("ana", roles=["Animator"])
        transaction.commit()

    def ask(self, userid, method, path, status, **body):
        session = Session(self.layer["portal"], userid, PASSWORD, accept="application/json")
        answer = session.request(method, path, **({"json": body} if body else {}))
        session.close()
        self.assertEqual(status, answer.status_code, (method, path, answer.text))
        transaction.begin()
        return answer.json() if answer.content and status != 204 else {}

    def test_suggestions(self):
        found = self.ask("bob", "GET", "@skills?q=K8", 200)["items"]
        self.assertEqual(
            [("kubernetes", "Kubernetes", "k8s")], [(one["id"], one["title"], one["spelling"]) for one in found]
        )
        self.assertEqual(1, len(self.ask("bob", "GET", "@skills?q=a&limit=1", 200)["items"]))
        self.assertEqual(4, len(self.ask("bob", "GET", "@skills", 200)["items"]))
        for query in ("limit=0", "limit=51", "limit=x", "q=a&q=b"):
            self.assertEqual("Invalid", self.ask("bob", "GET", f"@skills?{query}", 400)["type"])
        one = self.ask("bob", "GET", "@skills/machine-learning", 200)
        self.assertEqual(
            ("Machine learning", {"fr": "Apprentissage automatique", "en": "Machine learning"}, ["ML"], None, []),
            (one["title"], one["titles"], one["synonyms"], one["parent"], one["children"]),
        )
        for path in ("@skills/nothing", "@skills/python/x", "@skills/python/merge"):
            self.ask("bob", "GET", path, 404)

    def test_who_manages_adds_changes_merges_removes(self):
        added = self.ask("ana", "POST", "@skills", 201, titles={"fr": "Barre"}, synonyms=["helm"], parent="kubernetes")
        self.assertEqual(("barre", "kubernetes"), (added["id"], added["parent"]["id"]))
        changed = self.ask("ana", "PATCH", "@skills/barre", 200, titles={"en": "Helm charts"}, parent=None)
        self.assertEqual(({"fr": "Barre", "en": "Helm charts"}, None), (changed["titles"], changed["parent"]))
        merged = self.ask("ana", "POST", "@skills/barre/merge", 200, into="K8S")
        self.assertEqual(("kubernetes", ["k8s", "Barre", "Helm charts", "helm"]), (merged["id"], merged["synonyms"]))
        self.assertEqual("kubernetes", self.ask("bob", "GET", "@skills/barre", 200)["id"])
        self.ask("ana", "DELETE", "@skills/cpp", 204)
        self.assertEqual(("", "kubernetes"), (skills.find("c++"), skills.find("helm")))

    def test_bad_bodies(self):
        for status, method, path, body in (
            (400, "POST", "@skills", {"titles": "x"}),
            (400, "POST", "@skills", {"titles": {"fr": "x"}, "colour": 1}),
            (400, "POST", "@skills", {"titles": {"fr": "x"}, "synonyms": "a"}),
            (400, "POST", "@skills", {"titles": {"fr": ["x"]}}),
            (400, "POST", "@skills", {"titles": {"fr": "x"}, "id": 4}),
            (404, "POST", "@skills", {"titles": {"fr": "x"}, "parent": "nothing"}),
            (404, "POST", "@skills", {"titles": {"fr": "x"}, "parent": ["a"]}),
            (409, "POST", "@skills", {"titles": {"fr": "python"}}),
            (400, "POST", "@skills/cpp/merge", {"into": "nothing"}),
            (400, "POST", "@skills/cpp/merge", {"into": ["python"]}),
            (400, "POST", "@skills/cpp/merge", {"into": "cpp"}),
            (404, "POST", "@skills/nothing/merge", {"into": "cpp"}),
            (404, "POST", "@skills/cpp/other", {"into": "python"}),
            (400, "PATCH", "@skills/cpp", {"id": "x"}),
            (400, "PATCH", "@skills/cpp", {"titles": ["x"]}),
            (400, "PATCH", "@skills/cpp", {"parent": "cpp"}),
            (404, "PATCH", "@skills", {"titles": {"fr": "x"}}),
            (404, "DELETE", "@skills", {}),
        ):
            self.ask("ana", method, path, status, **body)
        self.assertEqual(4, skills.total())

    def test_members_look_and_propose_and_clients_do_neither(self):
        body = {"titles": {"fr": "Rust"}}
        for userid in ("bob", "carl"):
            self.ask(userid, "POST", "@skills", 401, **body)
            for method in ("PATCH", "DELETE"):
                self.ask(userid, method, "@skills/python", 401, **body)
            self.ask(userid, "GET", "@skill-proposals", 401)
        for method, path in (("GET", "@skills?q=py"), ("GET", "@skills/python"), ("POST", "@skill-proposals")):
            self.ask("carl", method, path, 401, **({"text": "Rust"} if method == "POST" else {}))
            self.ask("", method, path, 401, **({"text": "Rust"} if method == "POST" else {}))
        self.assertEqual({"text": "Rust"}, self.ask("bob", "POST", "@skill-proposals", 201, text="Rust"))
        self.ask("bob", "POST", "@skill-proposals", 409, text="k8s")
        self.ask("bob", "POST", "@skill-proposals", 400, text=["x"])
        found = self.ask("ana", "GET", "@skill-proposals", 200)["items"]
        self.assertEqual(
            [("Rust", ["bob"])], [(one["text"], [who["userid"] for who in one["people"]]) for one in found]
        )
        self.ask("ana", "DELETE", "@skill-proposals/rust", 204)
        self.ask("ana", "DELETE", "@skill-proposals/rust", 404)
        self.assertEqual((4, 0), (skills.total(), skills.waiting()))
