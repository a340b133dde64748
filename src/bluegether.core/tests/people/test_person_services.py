"""`@people/<user id>`: read by who may, written by the person and HR, refused as everywhere."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
import re
import transaction


class TestPerson(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record("bluegether.people.units", {"data": "Données"})
        skills.add({"fr": "Kubernetes", "en": "Kubernetes"}, synonyms=("k8s",), actor="")
        self.personas()

    def session(self, userid="") -> Session:
        session = Session(self.portal, userid, PASSWORD, accept="application/json")
        session.headers["Accept-Language"] = "en"
        self.addCleanup(session.close)
        return session

    def patch(self, userid, body, whom="consultante", status=200):
        answer = self.session(userid).patch(f"@people/{whom}", json=body)
        self.assertEqual(status, answer.status_code, answer.text)
        transaction.begin()
        return answer.json()

    def values(self) -> dict:
        transaction.begin()
        return dict(people.values_of(people.person("consultante")))

    def test_the_person_writes_what_get_shows(self):
        body = {
            "contact": {"phone": "+33 1 23 45 67 89", "audience": "unit", "seen": 0},
            "skills": {
                "skills": [{"skill": "K8S", "level": 3, "years": 2}],
                "languages": [{"language": {"token": "en"}, "level": "C1"}],
                "certifications": [{"title": "CKA", "obtained": "2026-01-02", "expires": "2029-01-02"}],
            },
            "availability": {"available_from": "2026-12-01", "available_places": ["Lyon"], "remote": "partly"},
        }
        found = self.patch("consultante", body)
        row = found["skills"]["skills"][0]
        self.assertEqual({"token": "kubernetes", "title": "Kubernetes"}, row["skill"])
        self.assertEqual({"token": 3, "title": "Advanced"}, row["level"])
        self.assertEqual("2029-01-02", found["skills"]["certifications"][0]["expires"])
        self.assertEqual(("unit", 1), (found["audiences"]["contact"], found["revisions"]["contact"]))
        self.assertEqual("2026-12-01", self.values()["available_from"].isoformat())
        again = {name: found[name] for name in ("skills", "availability", "absence")}
        again["contact"] = {"phone": found["contact"]["phone"]}
        self.assertEqual(found["skills"], self.patch("consultante", again)["skills"])

    def test_what_is_refused_changes_nothing(self):
        cases = (
            ({"contact": {"phone": "no"}}, 400, "phone"),
            ({"contact": {"phone": 3}}, 400, "phone"),
            ({"contact": {"phone": ["1"]}}, 400, "phone"),
            ({"contact": {"shoes": "42"}}, 400, "shoes"),
            ({"contact": {"email": "x@example.com"}}, 400, "email"),
            ({"contact": "x"}, 400, "contact"),
            ({"contact": {"city": "Lyon", "audience": "clients"}}, 400, "audience"),
            ({"contact": {"city": "Lyon", "audience": ["me"]}}, 400, "audience"),
            ({"contact": {"city": "Lyon", "seen": 7}}, 409, None),
            ({"contact": {"city": "Lyon", "seen": "0"}}, 400, "seen"),
            ({"shoes": {"size": 42}}, 400, "shoes"),
            ({"record": {"job": "Directrice"}}, 403, None),
            ({"skills": {"skills": [{"skill": "Cobol", "level": 1}]}}, 400, "skills"),
            ({"skills": {"skills": [{"skill": "k8s", "level": {"token": "9"}}]}}, 400, "skills"),
            ({"skills": {"skills": {"skill": "k8s"}}}, 400, "skills"),
            ({"skills": {"skills": [["k8s"]]}}, 400, "skills"),
            ({"skills": {"certifications": [{"title": "A", "expires": "soon"}]}}, 400, "certifications"),
            ({"availability": {"available_from": 20261201}}, 400, "available_from"),
            ({"availability": {"available_from": {"token": {}}}}, 400, "available_from"),
            ({"photo": {"data": "x"}}, 400, "data"),
            ({"photo": {}}, 400, "audience"),
            ({"presentation": {"biography": "Bonjour"}, "contact": {"phone": "no"}}, 400, "phone"),
        )
        for body, status, field in cases:
            with self.subTest(body):
                self.assertEqual(field, self.patch("consultante", body, status=status)["field"])
        for userid, whom, status in (
            ("animatrice", "consultante", 403),
            ("rh", "consultante", 403),
            ("consultante", "nobody", 404),
            ("consultante", "cliente", 404),
            ("cliente", "consultante", 401),
            ("cliente", "cliente", 401),
        ):
            with self.subTest((userid, whom)):
                self.patch(userid, {"contact": {"city": "Lyon"}}, whom=whom, status=status)
        self.assertEqual(401, self.session().patch("@people/consultante", json={}).status_code)
        self.assertEqual(400, self.session("rh").patch("@people/consultante", data="[").status_code)
        self.assertEqual({}, self.values())
        self.assertEqual("", people.account("consultante").job)

    def test_hr_writes_the_record(self):
        record = {"unit": {"token": "data"}, "manager": {"userid": "rh"}, "job": "Architecte", "matricule": "A-1"}
        found = self.patch("rh", {"record": record})["record"]
        self.assertEqual(({"token": "data", "title": "Données"}, "A-1"), (found["unit"], found["matricule"]))
        self.assertEqual({"userid": "rh", "fullname": "Rh Test"}, found["manager"])
        own = self.session("consultante").get("@people/consultante").json()["record"]
        self.assertEqual(("Architecte", False), (own["job"], "matricule" in own))
        self.assertIsNone(self.patch("rh", {"record": {"manager": None, "unit": None}})["record"]["manager"])
        for values, field in (
            ({"unit": "mars"}, "unit"),
            ({"manager": "consultante"}, "manager"),
            ({"job": 3}, "job"),
            ({"boss": "rh"}, "boss"),
        ):
            self.assertEqual(field, self.patch("rh", {"record": values}, status=400)["field"])
        self.assertEqual(
            409,
            self.session("rh").patch("@people/consultante", json={"record": {"email": "rh@example.com"}}).status_code,
        )

    def test_a_page_that_is_hidden_and_one_that_is_not_there_are_alike(self):
        hidden = {"consultante": "cliente", "cliente": "consultante", "": "consultante"}
        below = ("", "/@@photo", "/edit", "/view", "/@@profile-contact", "/@history", "/@types", "/@@vcard", "/nothing")
        for userid, whom in hidden.items():
            for path in below:
                for accept in ("text/html", "application/json"):
                    with self.subTest((userid, path, accept)):
                        answers = [self.answer(userid, f"people/{name}{path}", accept) for name in (whom, "nobody")]
                        self.assertEqual(*answers)
                        self.assertEqual(answers[0][0] == 404, bool(userid) or (path == "/nothing" and False))

    def answer(self, userid: str, path: str, accept: str) -> tuple:
        """Return status, address of a redirection and words of an answer, without the name that was asked for."""
        found = self.session(userid).get(path, headers={"Accept": accept}, allow_redirects=False)
        name = path.split("/")[1]
        words = found.text
        if accept == "text/html":
            words = "".join(re.findall(r"<title>.*?</title>|<h1.*?</article>", words, re.DOTALL))
        return found.status_code, found.headers.get("Location", "").replace(name, "-"), words.replace(name, "-")

    def test_reading_is_refused(self):
        for userid, path, status in (
            ("", "@people/consultante", 401),
            ("cliente", "@people/consultante", 401),
            ("cliente", "@people/cliente", 401),
            ("consultante", "@people/cliente", 404),
            ("consultante", "@people/nobody", 404),
            ("consultante", "@people/consultante/x", 404),
        ):
            with self.subTest((userid, path)):
                self.assertEqual(status, self.session(userid).get(path).status_code)
