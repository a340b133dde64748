"""@charter and @charter-register: what they say, each refusal, and eight people signing at once."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.testing import ARTICLES_EN
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import in_force
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from concurrent.futures import ThreadPoolExecutor
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import transaction
import unittest


class ServiceCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            create_people()
            self.version = in_force(articles_en=[dict(row) for row in ARTICLES_EN])
        self.uid = api.content.get_uuid(self.version)
        transaction.commit()

    def session(self, userid="consultante", password=PASSWORD):
        session = Session(self.portal, userid, password, "application/json")
        self.addCleanup(session.close)
        return session

    def post(self, userid="consultante", **body):
        return self.session(userid).post("@charter", json={"accept": True, "version": self.uid} | body)


class TestGet(ServiceCase):
    def test_the_version_in_force_and_my_status(self):
        body = self.session().get("@charter").json()
        self.assertEqual(
            ("1", self.uid, "Charte éthique", "fr", "to_sign"),
            tuple(body[name] for name in ("label", "version", "title", "language", "status")),
        )
        self.assertEqual([(1, "company"), (2, "member")], [(a["number"], a["commitment"]) for a in body["articles"]])
        self.assertEqual("not_yet", body["articles"][0]["state"])
        self.assertNotIn("state", body["articles"][1])
        self.assertEqual(charter.reading("fr").sha256, body["sha256"])

    def test_in_english(self):
        body = self.session().get("@charter?language=en").json()
        self.assertEqual(("en", "Respect"), (body["language"], body["articles"][1]["title"]))
        self.assertEqual("fr", self.session().get("@charter?language=xx").json()["language"])
        self.assertEqual(200, self.session().get("@charter?language=en&language=fr").status_code)

    def test_visitors_are_refused(self):
        self.assertEqual(401, Session(self.portal, accept="application/json").get("@charter").status_code)


class TestPost(ServiceCase):
    def test_accept_by_uid(self):
        answer = self.post()
        self.assertEqual((201, "signed"), (answer.status_code, answer.json()["status"]))
        transaction.begin()
        record = charter.answer("consultante")
        self.assertEqual(("accepted", charter.reading("fr").sha256), (record.outcome, record.text_hash))
        self.assertEqual(answer.json()["hash"], record.hash)

    def test_accept_what_was_shown_by_its_hash(self):
        shown = self.session().get("@charter?language=en").json()
        self.assertEqual(201, self.post(version=shown["sha256"], language="en").status_code)
        transaction.begin()
        self.assertEqual(("en", shown["sha256"]), (lambda r: (r.language, r.text_hash))(charter.answer("consultante")))

    def test_decline_then_accept(self):
        self.assertEqual("declined", self.post(accept=False).json()["status"])
        self.assertEqual(409, self.post(accept=False).status_code)
        self.assertEqual("signed", self.post().json()["status"])

    def test_a_client_signs_too(self):
        self.assertEqual(201, self.post("cliente").status_code)

    def test_malformed(self):
        for body in (
            {"accept": "yes"},
            {"accept": 1},
            {"accept": None},
            {"version": None},
            {"version": ""},
            {"version": "x" * 65},
            {"version": ["x"]},
            {"language": 3},
            {"language": "x" * 11},
        ):
            answer = self.post(**body)
            self.assertEqual((400, next(iter(body))), (answer.status_code, answer.json()["field"]), body)
        for raw in ("", "{", "[]", "null", '"x"', "\xff"):
            answer = self.session().post("@charter", data=raw.encode("latin-1"))
            self.assertEqual(400, answer.status_code, raw)
        transaction.begin()
        self.assertEqual(0, charter.total())

    def test_visitors_and_administrators_of_the_server(self):
        anonymous = Session(self.portal, accept="application/json")
        self.assertEqual(401, anonymous.post("@charter", json={"accept": True, "version": self.uid}).status_code)
        root = self.session(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        self.assertEqual(403, root.post("@charter", json={"accept": True, "version": self.uid}).status_code)

    def test_signing_twice(self):
        self.post()
        self.assertEqual((409, "Conflict"), (lambda a: (a.status_code, a.json()["type"]))(self.post()))

    def test_a_version_that_is_no_longer_in_force(self):
        shown = self.session().get("@charter").json()
        with api.env.adopt_roles(["Manager"]):
            in_force(self.version.__parent__, label="2", title="2")
        transaction.commit()
        for version in (shown["version"], shown["sha256"]) if charter.reading().sha256 != shown["sha256"] else ():
            self.assertEqual(409, self.post(version=version).status_code)
        self.assertEqual(409, self.post().status_code)
        self.assertEqual(409, self.post(version="0" * 64).status_code)

    def test_without_a_charter_in_force(self):
        kept = charter.versions.charters()
        kept.current = None
        transaction.commit()
        self.assertEqual(404, self.session().get("@charter").status_code)
        self.assertEqual(404, self.post().status_code)


class TestRegister(ServiceCase):
    def sign_all(self):
        for userid in ("rh", "consultante", "direction"):
            self.post(userid)

    def test_newest_first_in_batches(self):
        self.sign_all()
        body = self.session("rh").get("@charter-register?b_size=2").json()
        self.assertEqual(3, body["items_total"])
        self.assertEqual([(3, "direction"), (2, "consultante")], [(i["seq"], i["userid"]) for i in body["items"]])
        self.assertEqual(body["items"][0]["previous"], body["items"][1]["hash"])
        rest = self.session("rh").get("@charter-register?b_size=2&b_start=2").json()
        self.assertEqual(["rh"], [item["userid"] for item in rest["items"]])
        self.assertEqual([], self.session("rh").get("@charter-register?b_start=1000").json()["items"])

    def test_bounds(self):
        self.sign_all()
        for bad in ("b_size=0", "b_size=201", "b_size=x", "b_start=-1", "b_start=1.5", "b_size=true"):
            self.assertEqual(400, self.session("rh").get(f"@charter-register?{bad}").status_code, bad)

    def test_who_may(self):
        self.sign_all()
        self.assertIn(self.session("consultante").get("@charter-register").status_code, (401, 403))
        self.assertIn(self.session("cliente").get("@charter-register").status_code, (401, 403))
        self.assertEqual(401, Session(self.portal, accept="application/json").get("@charter-register").status_code)
        self.assertEqual(200, self.session("direction").get("@charter-register").status_code)


class TestAtOnce(ServiceCase):
    """Eight clients, ten people each, over real HTTP."""

    clients = 8
    each = 10

    def setUp(self):
        super().setUp()
        self.userids = [f"personne{number}" for number in range(self.clients * self.each)]
        with api.env.adopt_roles(["Manager"]):
            for userid in self.userids:
                people.create_account(
                    userid, fullname=userid, email=f"{userid}@example.com", kind="staff", password=PASSWORD
                )
        transaction.commit()

    def test_nothing_is_lost_or_doubled_and_the_chain_is_whole(self):
        def client(number):
            mine = self.userids[number :: self.clients]
            return [self.post(userid).status_code for userid in mine]

        with ThreadPoolExecutor(self.clients) as pool:
            codes = [code for found in pool.map(client, range(self.clients)) for code in found]
        self.assertEqual([201] * len(self.userids), codes)
        transaction.begin()
        records = charter.records(size=1000)
        self.assertEqual(sorted(self.userids), sorted(charter.person(record.subject) for record in records))
        verification = charter.verify()
        self.assertTrue(verification.whole, verification.problems)
        self.assertEqual(len(self.userids), verification.count)

    def test_one_person_from_eight_places_signs_once(self):
        with ThreadPoolExecutor(self.clients) as pool:
            codes = sorted(pool.map(lambda _number: self.post().status_code, range(self.clients)))
        self.assertEqual([201] + [409] * (self.clients - 1), codes)
        transaction.begin()
        self.assertEqual(1, charter.total())
