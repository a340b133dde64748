"""`@calendar`: the same rules as on the page, errors in JSON."""

from bluegether.core.calendars import api as calendars
from bluegether.core.calendars.testing import CalendarTest
from bluegether.core.calendars.testing import SECRET
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
import json
import transaction


class TestCalendar(CalendarTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def call(self, method="GET", path="@calendar", userid="consultante", **options):
        session = Session(self.portal, userid, "Correct-horse-26", "application/json")
        self.addCleanup(session.close)
        answer = session.request(method, path, **options)
        transaction.begin()
        return answer

    def test_ones_next_entries(self):
        answer = self.call()
        data = answer.json()
        self.assertEqual((200, 2, None), (answer.status_code, data["items_total"], data["feed"]))
        item = data["items"][0]
        self.assertEqual((SECRET, "interviews"), (item["title"], item["source"]))
        self.assertEqual("2026-11-12", data["items"][1]["start"])
        self.assertNotIn("Secret de RH", answer.text)
        self.assertIn({"name": "events", "title": "Events of the portal", "chosen": False}, data["sources"])

    def test_bad_parameters(self):
        for days in ("0", "-1", "367", "x", "99999999999999"):
            self.assertEqual(400, self.call(path=f"@calendar?days={days}").status_code, days)

    def test_others_are_refused(self):
        for userid in ("cliente", ""):
            for method in ("GET", "POST", "PATCH", "DELETE"):
                answer = self.call(method, userid=userid, json={})
                self.assertIn(answer.status_code, (401, 403), (userid, method))
                self.assertNotIn(SECRET, answer.text)

    def test_opened_set_renewed_revoked(self):
        opened = self.call("POST", json={"detail": "busy", "chosen": ["interviews"]})
        self.assertEqual(201, opened.status_code)
        first = opened.json()["url"]
        self.assertEqual("consultante", calendars.owner(first.rsplit("/", 1)[1].removesuffix(".ics")))
        self.assertEqual(409, self.call("POST", json={}).status_code)
        self.assertEqual(200, self.call("PATCH", json={"detail": "full"}).status_code)
        self.assertEqual("full", self.call().json()["feed"]["detail"])
        renewed = self.call("POST", json={"renew": True})
        self.assertEqual(201, renewed.status_code)
        self.assertNotEqual(first, renewed.json()["url"])
        self.assertEqual(404, self.call(path=first).status_code)
        self.assertEqual((204, ""), (lambda answer: (answer.status_code, answer.text))(self.call("DELETE")))
        self.assertIsNone(calendars.feed("consultante"))
        self.assertEqual(404, self.call("DELETE").status_code)

    def test_no_answer_but_the_first_holds_the_secret(self):
        url = self.call("POST").json()["url"]
        token = url.rsplit("/", 1)[1].removesuffix(".ics")
        feed = calendars.feed("consultante")
        for answer in (self.call(), self.call("PATCH", json={"detail": "busy"})):
            for secret in (token, feed.digest, feed.salt):
                self.assertNotIn(secret, answer.text)

    def test_bad_bodies(self):
        for body in ({"detail": "all"}, {"detail": 1}, {"chosen": "events"}, {"chosen": [1]}, {"chosen": ["x"]}):
            self.assertEqual(400, self.call("POST", json=body).status_code, body)
        for body in ({"renew": "yes"}, {"userid": "rh"}, ["renew"]):
            self.assertEqual(400, self.call("POST", json=body).status_code, body)
        self.assertEqual(400, self.call("POST", data="{").status_code)
        self.assertEqual(404, self.call("PATCH", json={"detail": "busy"}).status_code)
        self.assertIsNone(calendars.feed("consultante"))

    def test_errors_are_json(self):
        data = json.loads(self.call("PATCH", json={}).text)
        self.assertEqual({"type": "Missing", "message": "You have no feed.", "field": None}, data)
