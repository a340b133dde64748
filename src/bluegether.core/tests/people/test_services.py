"""REST: the same rules as on the pages, errors in JSON."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import FUNCTIONAL
import requests
import transaction


class Session(requests.Session):
    """Addresses are of the site."""

    def __init__(self, base):
        super().__init__()
        self.base = base

    def request(self, method, url, **options):
        return super().request(method, self.base + url, **options)


class TestServices(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.personas()
        self.invite(fullname="Open <b>", email="open@example.com")
        people.request_account(fullname="Nina", email="nina@example.com")
        transaction.commit()
        del self.outbox.messages[:]
        transaction.commit()

    def session(self, userid=""):
        session = Session(self.portal.absolute_url())
        session.headers["Accept"] = "application/json"
        if userid:
            session.auth = (userid, PASSWORD)
        self.addCleanup(session.close)
        return session

    def test_the_list(self):
        answer = self.session("rh").get("/@invitations").json()
        self.assertEqual(1, answer["items_total"])
        item = answer["items"][0]
        self.assertEqual(("Open <b>", "open", "consultant"), (item["fullname"], item["state"], item["kind"]))
        self.assertFalse([name for name in item if "token" in name or "digest" in name])

    def test_requests(self):
        self.assertEqual("nina@example.com", self.session("rh").get("/@account-requests").json()["items"][0]["email"])

    def test_nobody_else_sees_them(self):
        for userid, path in (
            ("", "/@invitations"),
            ("consultante", "/@invitations"),
            ("cliente", "/@invitations"),
            ("animatrice", "/@account-requests"),
            ("consultante", "/@account-requests"),
            ("cliente", "/@account-requests"),
            ("", "/@account-requests"),
        ):
            with self.subTest(userid=userid, path=path):
                answer = self.session(userid).get(path)
                self.assertIn(answer.status_code, (401, 403))
                self.assertNotIn("example.com", answer.text)

    def test_neither_is_in_search(self):
        for userid in ("rh", "consultante"):
            answer = self.session(userid).get("/@search", params={"SearchableText": "nina"})
            self.assertEqual(0, answer.json()["items_total"])

    def test_invite(self):
        body = {"fullname": "Ana Roy", "email": "ana@example.com", "kind": "staff"}
        answer = self.session("rh").post("/@invitations", json=body)
        self.assertEqual((201, "ana.roy"), (answer.status_code, answer.json()["userid"]))
        transaction.begin()
        self.assertEqual(2, people.invitations().total)
        self.assertEqual(["ana@example.com"], [mail["To"] for mail in self.mails()])
        self.assertEqual(409, self.session("rh").post("/@invitations", json=body).status_code)

    def test_invite_refusals(self):
        good = {"fullname": "Ana Roy", "email": "ana@example.com", "kind": "staff"}
        for userid, body, status, field in (
            ("rh", good | {"email": "x"}, 400, "email"),
            ("rh", good | {"email": 5}, 400, "email"),
            ("rh", {"email": "ana@example.com"}, 400, "fullname"),
            ("rh", good | {"invited_by": "admin"}, 400, "invited_by"),
            ("rh", good | {"userid": "../x"}, 400, "userid"),
            ("animatrice", good | {"kind": "direction"}, 403, "kind"),
        ):
            with self.subTest(body=body):
                answer = self.session(userid).post("/@invitations", json=body)
                self.assertEqual((status, field), (answer.status_code, answer.json()["field"]))
        self.assertEqual(400, self.session("rh").post("/@invitations", data="[").status_code)
        for userid in ("consultante", "cliente", ""):
            self.assertIn(self.session(userid).post("/@invitations", json=good).status_code, (401, 403), userid)
        transaction.begin()
        self.assertEqual(1, people.invitations().total)

    def test_revoke(self):
        identifier = self.only().id
        self.assertIn(self.session("consultante").delete(f"/@invitations/{identifier}").status_code, (401, 403))
        for wrong in ("", "/x", "/5", f"/{identifier}/x", "/" + "9" * 40):
            self.assertEqual(404, self.session("rh").delete(f"/@invitations{wrong}").status_code)
        self.assertEqual(204, self.session("rh").delete(f"/@invitations/{identifier}").status_code)
        self.assertEqual(409, self.session("rh").delete(f"/@invitations/{identifier}").status_code)
        transaction.begin()
        self.assertEqual("revoked", self.only().state)

    def test_odd_queries(self):
        for query in ("b_start=-1", "b_size=x", "b_size=1000000"):
            self.assertEqual(400, self.session("rh").get(f"/@invitations?{query}").status_code)
