"""REST: the same people as on the page, the same refusals, nothing that is hidden."""

from bluegether.core.directory import api as directory
from bluegether.core.directory.testing import DirectoryTest
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
import transaction


SERVICES = ("@people", "@people-suggest?q=zoe", "@saved-searches", "@skills-map")


class TestServices(DirectoryTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def session(self, userid="collegue"):
        session = Session(self.portal, userid, PASSWORD, "application/json")
        self.addCleanup(session.close)
        return session

    def found(self, query, userid="collegue") -> list[str]:
        answer = self.session(userid).get(f"@people?{query}").json()
        self.assertEqual(answer["items_total"], len(answer["items"]))
        return [item["userid"] for item in answer["items"]]

    def test_who_is_not_of_the_network_gets_nothing(self):
        for path in SERVICES:
            for userid in ("", "cliente"):
                answer = self.session(userid).get(path)
                self.assertIn(answer.status_code, (401, 403), (path, userid))
                self.assertNotIn("Quillefeu", answer.text)
        for userid, status in (("", 401), ("cliente", 401)):
            answer = self.session(userid).post("@saved-searches", json={"name": "x", "text": "zoe"})
            self.assertIn(answer.status_code, (status, 403))
            self.assertIn(self.session(userid).delete("@saved-searches/x").status_code, (status, 403))

    def test_search(self):
        self.knows("zoe", python=3)
        transaction.commit()
        self.assertEqual(["zoe"], self.found("text=quilefeu"))
        self.assertEqual(["zoe"], self.found("skill=Python:3&unit=data"))
        answer = self.session().get("@people?skill=python").json()["items"][0]
        self.assertEqual("Zoé Quillefeu", answer["fullname"])
        self.assertEqual([{"skill": "python", "title": "Python", "level": 3}], answer["skills"])
        self.assertTrue(answer["@id"].endswith("/people/zoe"))

    def test_pages(self):
        answer = self.session().get("@people?sort=name&b_size=3&b_start=3").json()
        self.assertEqual((7, 3), (answer["items_total"], len(answer["items"])))
        self.assertIn("b_start=6", answer["batching"]["next"])
        self.assertIn("sort=name", answer["batching"]["prev"])
        rest = self.session().get(answer["batching"]["next"]).json()
        self.assertEqual(["zoe"], [item["userid"] for item in rest["items"]])
        self.assertNotIn("next", rest["batching"])
        self.assertEqual([], self.session().get("@people?b_start=5000").json()["items"])

    def test_what_makes_no_sense(self):
        for query, field in (
            ("unit=x", "unit"), ("skill=zzz", "skill"), ("sort=salary", "sort"), ("b_size=100000", "b_size"),
            ("available=soon", "available"), (f"text={'x' * 10000}", "text"), ("share=1000", "share"),
        ):  # fmt: skip
            answer = self.session().get(f"@people?{query}")
            self.assertEqual((400, field), (answer.status_code, answer.json()["field"]), query)

    def test_hidden_things_are_not_found_and_not_told(self):
        for audience, seen in (("unit", {"collegue", "manager"}), ("business", {"rh", "commerce"}), ("me", set())):
            self.hide(audience)
            transaction.commit()
            for reader in ("collegue", "autre", "commerce"):
                with self.subTest(audience=audience, reader=reader):
                    wanted = ["zoe"] if reader in seen else []
                    for query in ("skill=cobol", "place=valcourt", "client=zanzibar", "available=2027-01-01"):
                        self.assertEqual(wanted, self.found(query, reader))
                    text = self.session(reader).get("@people?text=zoe").text
                    self.assertIn("Quillefeu", text)
                    for word in ("Zanzibar", "Valcourt", "Tombouctou", "2026-11-20", "cobol", "01 99", "zoe@example"):
                        self.assertEqual(bool(wanted), word in text, word)

    def test_suggestions(self):
        items = self.session().get("@people-suggest?q=pyt").json()["items"]
        self.assertIn({"id": "python", "title": "Python", "family": "Skill", "kind": "skill"}, items)
        items = self.session().get("@people-suggest?q=zoe").json()["items"]
        self.assertEqual([{"id": "zoe", "title": "Zoé Quillefeu", "family": "Développeuse", "kind": "person"}], items)
        self.assertEqual([], self.session().get("@people-suggest?q=guerin").json()["items"])
        self.assertEqual([], self.session().get(f"@people-suggest?q={'x' * 5000}").json()["items"])

    def test_saved_searches(self):
        session = self.session()
        answer = session.post("@saved-searches", json={"name": "Python", "skill": ["Python:3"], "sort": "name"})
        self.assertEqual((201, "skill=python%3A3&sort=name"), (answer.status_code, answer.json()["query"]))
        (kept,) = session.get("@saved-searches").json()["items"]
        self.assertEqual("Python", kept["name"])
        self.assertEqual([], self.session("autre").get("@saved-searches").json()["items"])
        self.assertEqual(404, self.session("autre").delete(f"@saved-searches/{kept['id']}").status_code)
        self.assertEqual(204, session.delete(f"@saved-searches/{kept['id']}").status_code)
        transaction.begin()
        self.assertEqual([], directory.saved("collegue"))

    def test_saved_searches_that_are_refused(self):
        session = self.session()
        for body, status, field in (
            ({"name": "", "text": "zoe"}, 400, "name"),
            ({"name": 3, "text": "zoe"}, 400, "name"),
            ({"name": "x"}, 400, "name"),
            ({"name": "x", "unit": "zzz"}, 400, "unit"),
            ({"name": "x", "text": ["a"]}, 400, "text"),
            ({"name": "x", "skill": {"a": 1}}, 400, "skill"),
        ):
            answer = session.post("@saved-searches", json=body)
            self.assertEqual((status, field), (answer.status_code, answer.json()["field"]), body)
        for number in range(30):
            directory.save("collegue", name=f"n{number}", form={"text": "zoe"})
        transaction.commit()
        answer = session.post("@saved-searches", json={"name": "one more", "text": "zoe"})
        self.assertEqual((409, "name"), (answer.status_code, answer.json()["field"]))
        self.assertEqual(201, session.post("@saved-searches", json={"name": "N3", "text": "ana"}).status_code)
        self.assertEqual(404, session.delete("@saved-searches").status_code)

    def test_the_map(self):
        for userid in ("zoe", "collegue", "manager"):
            self.knows(userid, python=3)
        self.knows("autre", java=3)
        transaction.commit()
        answer = self.session().get("@skills-map?skill=languages").json()
        self.assertEqual([{"id": "data", "title": "Données & IA"}], answer["units"])
        self.assertEqual([{"skill": "python", "title": "Python", "counts": [3]}], answer["items"])
        self.assertEqual([], self.session().get("@skills-map?skill=languages:4").json()["items"])
        self.assertEqual(400, self.session().get("@skills-map?skill=zzz").status_code)
