"""REST: the dossier as data, as a file; every refusal."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.testing import commit
from bluegether.core.dossiers.testing import docx_words
from bluegether.core.dossiers.testing import DossiersTest
from bluegether.core.dossiers.testing import pdf_words
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session


TRACES = ("Méridionale", "meridionale", "MÉRIDIONALE", "6473", "7391", "AZ-00421")


class TestServices(DossiersTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        commit()

    def session(self, userid: str = "") -> Session:
        return Session(self.portal, userid, PASSWORD if userid else "", accept="application/json")

    def get(self, userid: str, address: str):
        return self.session(userid).get(address)

    def test_the_model(self):
        answer = self.get("vente", "@dossier/sofia?language=en&naming=initials&sections=skills,experiences")
        found = answer.json()
        self.assertEqual(200, answer.status_code)
        self.assertEqual(("S. G.", "en", True), (found["name"], found["language"], found["anonymous"]))
        self.assertEqual(["skills", "experiences"], [section["kind"] for section in found["sections"]])
        self.assertEqual("Major account – banque", found["sections"][1]["experiences"][0]["client"])
        self.assertEqual({"docx", "pdf"}, set(found["files"]))
        self.assertEqual(3, len(found["offered"]))
        self.assertEqual([], [trace for trace in TRACES if trace in answer.text])

    def test_one_s_own_file(self):
        for kind, opened in (("docx", docx_words), ("pdf", pdf_words)):
            answer = self.get("sofia", f"@dossier/sofia?language=fr&format={kind}")
            self.assertEqual((200, dossiers.FORMATS[kind].KIND), (answer.status_code, answer.headers["Content-Type"]))
            self.assertIn(
                f"filename*=UTF-8''Dossier-de-comp%C3%A9tences-Sofia-Garnier-fr.{kind}",
                answer.headers["Content-Disposition"],
            )
            self.assertEqual(
                ("private, no-store", "nosniff"),
                (answer.headers["Cache-Control"], answer.headers["X-Content-Type-Options"]),
            )
            self.assertIn("Rhodia", opened(answer.content))

    def test_a_file_of_somebody_else(self):
        self.assertEqual(400, self.get("vente", "@dossier/sofia?format=pdf").status_code)
        session = self.session("vente")
        refused = session.post("@dossier/sofia", json={"format": "pdf"})
        self.assertEqual((400, "purpose"), (refused.status_code, refused.json()["field"]))
        answer = session.post(
            "@dossier/sofia",
            json={"format": "docx", "purpose": "Besoin Hespéride", "naming": "initials", "language": "fr"},
        )
        self.assertEqual(200, answer.status_code)
        self.assertIn('filename="Dossier-de-competences-S-G-fr.docx"', answer.headers["Content-Disposition"])
        words = docx_words(answer.content)
        self.assertEqual([], [trace for trace in (*TRACES, "Sofia", "Garnier") if trace in words])
        commit()
        self.assertEqual(["Besoin Hespéride"], [entry.purpose for entry in dossiers.made("sofia", reader="sofia")])

    def test_refusals(self):
        people.update_profile(people.person("collegue"), "skills", {}, actor="collegue", audience="me")
        commit()
        body = {"format": "pdf", "purpose": "x"}
        for userid, of, status in (
            ("collegue", "sofia", 403),
            ("vente", "collegue", 403),
            ("cliente", "sofia", 401),
            ("cliente", "cliente", 401),
            ("", "sofia", 401),
            ("rh", "nobody", 404),
            ("rh", "sofia/more", 404),
            ("rh", "", 404),
        ):
            session = self.session(userid)
            for answer in (session.get(f"@dossier/{of}"), session.post(f"@dossier/{of}", json=body)):
                self.assertEqual(status, answer.status_code, (userid, of, answer.text[:200]))
                self.assertNotIn("Garnier", answer.text)
        for wrong in (
            {"format": "odt"},
            {"format": ["pdf"]},
            {"format": "pdf", "sections": 7},
            {"format": "pdf", "cover": 7},
        ):
            self.assertEqual(400, self.session("sofia").post("@dossier/sofia", json=wrong).status_code, wrong)
        for wrong in ("language=xx", "sections=wishes", "format=odt", "experiences=a&order_a=x"):
            self.assertEqual(400, self.get("sofia", f"@dossier/sofia?{wrong}").status_code, wrong)
        commit()
        self.assertEqual([], dossiers.made("sofia", reader="sofia"))

    def test_too_many(self):
        for _number in range(dossiers.throttle.most):
            dossiers.throttle.count("sofia")
        answer = self.session("sofia").post("@dossier/sofia", json={"format": "pdf"})
        self.assertEqual(429, answer.status_code)
        self.assertEqual("TooMany", answer.json()["type"])

    def test_still_right(self):
        self.later(30)
        self.assertEqual(403, self.session("rh").patch("@dossier/sofia", json={"confirmed": True}).status_code)
        self.assertEqual(400, self.session("sofia").patch("@dossier/sofia", json={"confirmed": False}).status_code)
        self.assertEqual(204, self.session("sofia").patch("@dossier/sofia", json={"confirmed": True}).status_code)
        commit()
        self.assertEqual(self.clock.now(), dossiers.refreshed("sofia"))

    def test_the_list(self):
        self.later(200)
        for userid, expected in (("rh", ["collegue", "sofia"]), ("cheffe", ["sofia"])):
            found = self.get(userid, "@dossiers-stale").json()
            self.assertEqual(expected, sorted(item["userid"] for item in found["items"]))
        page = self.get("rh", "@dossiers-stale?b_size=1").json()
        self.assertIn("b_start=1", page["next"])
        for userid, status in (("vente", 403), ("sofia", 403), ("cliente", 401), ("", 401)):
            self.assertEqual(status, self.get(userid, "@dossiers-stale").status_code, userid)
        self.assertEqual(400, self.get("rh", "@dossiers-stale?b_size=-1").status_code)
