"""`@matching`: bodies, pages, refusals, and what must not leak."""

from bluegether.core.matching import api as matching
from bluegether.core.matching.testing import ASKED
from bluegether.core.matching.testing import MatchingTest
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from dataclasses import replace
from datetime import date
import transaction


class TestServices(MatchingTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.says_all("ana")
        self.says_all("bob", skills={"skills": [("python", 4)]})
        self.uid = self.need()
        transaction.commit()

    def get(self, userid, path="", status=200):
        session = Session(self.portal, userid, PASSWORD, accept="application/json")
        answer = session.get(f"@matching{path}")
        session.close()
        self.assertEqual(status, answer.status_code, (path, answer.text))
        transaction.begin()
        return answer.json()

    def test_who_fits_page_by_page(self):
        first = self.get("commerce", f"/needs/{self.uid}?limit=1")
        self.assertEqual((2, 1, 0), (first["items_total"], len(first["items"]), first["excluded_total"]))
        ana = first["items"][0]
        self.assertEqual(("ana", "Ana Test", 89), (ana["person"]["userid"], ana["person"]["fullname"], ana["score"]))
        parts = {part["name"]: part for part in ana["parts"]}
        self.assertEqual((50, 1), (parts["skills"]["weight"], parts["skills"]["value"]))
        self.assertEqual("2 of 2 at the level asked for.", parts["skills"]["why"])
        self.assertEqual(
            [("kubernetes", True, 3, 3), ("python", True, 3, 4), ("cobol", False, 2, 0)],
            [(one["skill"], one["required"], one["asked"], one["own"]) for one in ana["skills"]],
        )
        second = self.get("commerce", first["next"].partition("@matching")[2])
        self.assertEqual(["bob"], [one["person"]["userid"] for one in second["items"]])
        self.assertEqual((["kubernetes"], None), (second["items"][0]["missing"], second["next"]))
        self.assertEqual(ana, self.get("commerce", f"/needs/{self.uid}/ana"))

    def test_excluded_people_stand_apart(self):
        matching.keep(self.uid, replace(ASKED, hard=("skills",)))
        transaction.commit()
        found = self.get("commerce", f"/needs/{self.uid}")
        self.assertEqual(["ana"], [one["person"]["userid"] for one in found["items"]])
        reason = {"name": "skills", "why": "A required skill is not said."}
        self.assertEqual([("bob", [reason])], [(o["person"]["userid"], o["excluded_by"]) for o in found["excluded"]])

    def test_needs_for_me(self):
        self.need("secret", readers=("commerce",))
        transaction.commit()
        found = self.get("ana")["items"]
        self.assertEqual([("Besoin besoin", 89)], [(one["need"]["title"], one["score"]) for one in found])
        self.assertTrue(found[0]["need"]["@id"].endswith("/besoin"))
        self.assertEqual([], self.get("bob")["items"])
        self.assertEqual(found[0]["score"], self.get("ana", f"/needs/{self.uid}/ana")["score"])

    def test_refusals(self):
        hidden = self.need("secret", readers=())
        transaction.commit()
        for userid, path, status in (
            ("ana", f"/needs/{self.uid}", 403),
            ("ana", f"/needs/{self.uid}/bob", 403),
            ("bob", f"/needs/{self.uid}", 404),
            ("commerce", f"/needs/{hidden}", 404),
            ("commerce", f"/needs/{hidden}/ana", 404),
            ("commerce", "/needs/unknown", 404),
            ("commerce", f"/needs/{self.uid}/nobody", 404),
            ("commerce", f"/needs/{self.uid}/cliente", 404),
            ("commerce", f"/needs/{self.uid}/ana/more", 404),
            ("commerce", "/needs", 404),
            ("commerce", "/people/ana", 404),
            ("commerce", f"/needs/{self.uid}?limit=0", 400),
            ("commerce", f"/needs/{self.uid}?limit=abc", 400),
            ("commerce", f"/needs/{self.uid}?cursor=abc", 400),
            ("ana", "?limit=1000000", 400),
            ("cliente", "", 401),
            ("cliente", f"/needs/{self.uid}", 401),
        ):
            with self.subTest(userid, path=path):
                self.get(userid, path, status)
        self.get("", "", 401)

    def test_what_is_hidden_is_in_no_answer(self):
        late = {"available_from": date(2027, 9, 3), "available_places": ["Tombouctou"], "remote": "full"}
        for audience, seen in (("everyone", True), ("me", False)):
            self.says("ana", "availability", audience, **late)
            transaction.commit()
            found = self.get("commerce", f"/needs/{self.uid}")
            ana = next(one for one in found["items"] if one["person"]["userid"] == "ana")
            known = {part["name"]: part["known"] for part in ana["parts"]}
            self.assertEqual((seen, seen), (known["start"], "2027" in str(found)))
        self.assertTrue(all(part["known"] for part in self.get("ana")["items"][0]["parts"] if part["name"] == "start"))
