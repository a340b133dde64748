"""`@conversations`, `@message-settings`: bodies, what must not leak, refusals, and many at once."""

from base64 import b64encode
from bluegether.core.kit.clock import now
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import timedelta
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from threading import Thread
import transaction
import unittest


PASSWORD = "correct horse 26"
SECRET = "Zanzibar"
PEOPLE = (
    ("ana", "staff", []),
    ("bob", "consultant", []),
    ("chloe", "consultant", []),
    ("dan", "staff", []),
    ("anim", "staff", ["Animator"]),
    ("hr", "staff", ["HR Referent"]),
    ("siteadmin", "staff", ["Site Administrator"]),
    ("boss", "direction", ["Manager"]),
    ("carl", "client", []),
)
OUTSIDE = ("dan", "anim", "hr", "siteadmin", "boss", SITE_OWNER_NAME)


class ServiceCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        for userid, kind, roles in PEOPLE:
            people.create_account(
                userid, fullname=userid.title(), email=f"{userid}@example.com", kind=kind, password=PASSWORD
            )
            if roles:
                api.user.grant_roles(userid, roles=roles)
        for name in ("new_conversations", "new_messages", "messages_per_minute"):
            api.portal.set_registry_record(f"bluegether.messaging.{name}", 1000)
        transaction.commit()

    def session(self, userid=""):
        password = SITE_OWNER_PASSWORD if userid == SITE_OWNER_NAME else PASSWORD
        session = Session(self.portal, userid, password, accept="application/json")
        self.addCleanup(session.close)
        return session

    def start(self, *to, author="ana", **values):
        body = {"to": list(to), "text": f"Le mot est {SECRET}"} | values
        answer = self.session(author).post("@conversations", json=body)
        self.assertEqual(201, answer.status_code, answer.text)
        return answer.json()["@id"]


class TestConversations(ServiceCase):
    def test_a_group_from_its_beginning_to_leaving(self):
        files = [{"filename": "notes.txt", "data": b64encode(b"des notes").decode()}]
        url = self.start("bob", "chloe", title="Repas", files=files)
        bob = self.session("bob")
        listed = bob.get("@conversations").json()
        self.assertEqual((1, None, [url]), (listed["unread"], listed["next"], [one["@id"] for one in listed["items"]]))
        seen = bob.get(url).json()
        self.assertEqual(("Repas", True, 1), (seen["title"], seen["group"], seen["unread"]))
        self.assertEqual(["ana", "chloe"], [one["userid"] for one in seen["participants"]])
        download = bob.get(seen["messages"][0]["files"][0]["download"])
        self.assertEqual(b"des notes", download.content)
        self.assertIn("attachment", download.headers["Content-Disposition"])
        self.assertEqual(1, bob.get(url).json()["unread"])
        changed = bob.patch(url, json={"read": True, "pinned": True, "muted": True, "title": "Dîner"}).json()
        self.assertEqual(
            (0, True, True, "Dîner"), tuple(changed[name] for name in ("unread", "pinned", "muted", "title"))
        )
        answer = bob.post(f"{url}/messages", json={"text": "J'y serai"})
        self.assertEqual((201, answer.json()["@id"]), (answer.status_code, answer.headers["Location"]))
        mine = answer.json()["@id"]
        self.assertEqual("J'y vais", bob.patch(mine, json={"text": "J'y vais"}).json()["text"])
        self.assertEqual(201, bob.post(f"{url}/participants", json={"userid": "dan"}).status_code)
        found = bob.get("@conversations/search?q=vais").json()["items"]
        self.assertEqual([mine], [one["@id"] for one in found])
        self.assertEqual(204, bob.delete(mine).status_code)
        self.assertEqual(204, bob.delete(url).status_code)
        self.assertEqual(404, bob.get(url).status_code)
        last = [(one["event"], one["removed"]) for one in self.session("ana").get(url).json()["messages"]]
        self.assertEqual([("left", False), ("joined", False), (None, True)], last[:3])

    def test_pages_by_cursor(self):
        url = self.start("bob")
        for number in range(4):
            self.session("ana").post(f"{url}/messages", json={"text": str(number)})
        texts, following = [], f"{url}?size=2"
        while following:
            body = self.session("bob").get(following).json()
            texts.append([one["text"] for one in body["messages"]])
            following = body["next"]
        self.assertEqual([["3", "2"], ["1", "0"], [f"Le mot est {SECRET}"]], texts)

    def test_settings(self):
        bob = self.session("bob")
        self.assertEqual(204, bob.patch("@message-settings", json={"receipts": True}).status_code)
        self.assertEqual(204, bob.patch("@message-settings", json={"block": "ana"}).status_code)
        found = bob.get("@message-settings").json()
        self.assertEqual((True, ["ana"]), (found["receipts"], found["blocked"]))
        self.assertEqual([], self.session("ana").get("@message-settings").json()["blocked"])
        self.start("bob")  # ana is answered as ever
        self.assertEqual([], bob.get("@conversations").json()["items"])
        for body, status in (({}, 400), ({"receipts": "yes"}, 400), ({"block": "carl"}, 404), ({"x": 1}, 400)):
            self.assertEqual(status, bob.patch("@message-settings", json=body).status_code, body)
        self.assertEqual(204, bob.patch("@message-settings", json={"unblock": "ana"}).status_code)


class TestLeaks(ServiceCase):
    """What is there is made first; then everybody else looks for it, on every route."""

    def setUp(self):
        super().setUp()
        files = [{"filename": f"{SECRET}.txt", "data": b64encode(SECRET.encode()).decode()}]
        self.url = self.start("bob", "chloe", title=SECRET, files=files)
        last = self.session("bob").get(self.url).json()["messages"][0]
        self.message, self.file = last["@id"], last["files"][0]["download"]

    def answers(self, session):
        yield session.get(self.url)
        yield session.get(self.message)
        yield session.get(self.file)
        yield session.get(f"{self.file}/small")
        yield session.post(f"{self.url}/messages", json={"text": "x"})
        yield session.post(f"{self.url}/participants", json={"userid": "dan"})
        yield session.patch(self.url, json={"title": "x"})
        yield session.patch(self.url, json={"read": True})
        yield session.patch(self.message, json={"text": "x"})
        yield session.delete(self.message)
        yield session.delete(self.url)

    def test_no_role_reads_what_others_write(self):
        for userid in OUTSIDE:
            session = self.session(userid)
            for answer in self.answers(session):
                self.assertEqual(404, answer.status_code, (userid, answer.request.method, answer.url))
                self.assertNotIn(SECRET, answer.text.replace(self.file, ""))
            listed = session.get("@conversations").json()
            self.assertEqual(([], 0), (listed["items"], listed["unread"]), userid)
            self.assertEqual([], session.get(f"@conversations/search?q={SECRET}").json()["items"], userid)
            self.assertEqual(0, session.get(f"@search?SearchableText={SECRET}*").json()["items_total"], userid)
            for elsewhere in ("@notifications", "@stream", "@todos"):
                self.assertNotIn(SECRET, session.get(elsewhere).text, (userid, elsewhere))
        body = self.session("bob").get(self.url).json()
        self.assertEqual((1, SECRET, 1), (len(body["messages"]), body["title"], body["unread"]))

    def test_visitors_and_clients_are_refused_everything(self):
        for userid in ("", "carl"):
            session = self.session(userid)
            for answer in (
                *self.answers(session),
                session.get("@conversations"),
                session.post("@conversations", json={"to": ["ana"], "text": "x"}),
                session.get("@message-settings"),
                session.patch("@message-settings", json={"block": "ana"}),
            ):
                self.assertIn(answer.status_code, (401, 403), answer.url)
                self.assertNotIn(SECRET, answer.text.replace(self.file, ""))
        self.assertEqual(
            403, self.session("ana").post("@conversations", json={"to": ["carl"], "text": "x"}).status_code
        )

    def test_who_left_is_outside_at_once_files_included(self):
        bob = self.session("bob")
        self.assertEqual(200, bob.get(self.file).status_code)
        self.assertEqual(204, bob.delete(self.url).status_code)
        for answer in self.answers(bob):
            self.assertEqual(404, answer.status_code, answer.url)
        self.assertEqual([], bob.get(f"@conversations/search?q={SECRET}").json()["items"])
        self.assertEqual(200, self.session("chloe").get(self.file).status_code)

    def test_data_given_to_hr_hold_no_word(self):
        transaction.begin()
        with api.env.adopt_user(username="hr"):
            data = people.personal_data("ana", actor="hr")
        self.assertNotIn(SECRET, str(data))
        self.assertEqual({"conversations": 1, "messages": 1}, data["messaging"])

    def test_suspended_and_ended_people_are_stopped(self):
        transaction.begin()
        with api.env.adopt_user(username="hr"):
            people.suspend("bob", until=now() + timedelta(days=3), reason="x", actor="hr")
        transaction.commit()
        for answer in (
            self.session("bob").get(self.url),
            self.session("bob").post(f"{self.url}/messages", json={"text": "x"}),
        ):
            self.assertEqual(403, answer.status_code)
            self.assertNotIn(SECRET, answer.text)


class TestRefusals(ServiceCase):
    def test_bad_requests(self):
        url = self.start("bob", "chloe")
        ana = self.session("ana")
        for method, path, body, status in (
            ("POST", "@conversations", {"to": "bob", "text": "x"}, 400),
            ("POST", "@conversations", {"text": "x"}, 400),
            ("POST", "@conversations", {"to": ["bob"], "text": 5}, 400),
            (
                "POST",
                "@conversations",
                {"to": ["bob"], "text": "x", "files": [{"filename": "a.txt", "data": "%"}]},
                400,
            ),
            ("POST", "@conversations", {"to": ["bob"], "text": "x", "files": "a"}, 400),
            ("POST", "@conversations", {"to": ["nobody"], "text": "x"}, 403),
            ("POST", f"{url}/messages", {"text": ""}, 400),
            ("POST", f"{url}/messages", {"text": "a" * 10_001}, 400),
            ("POST", f"{url}/participants", {"userid": "bob"}, 409),
            ("POST", f"{url}/participants", {"userid": 5}, 400),
            ("POST", f"{url}/elsewhere", {}, 404),
            ("PATCH", url, {}, 400),
            ("PATCH", url, {"author": "bob"}, 400),
            ("PATCH", url, {"pinned": "yes"}, 400),
            ("PATCH", url, {"read": "x"}, 400),
            ("PATCH", url, {"title": 5}, 400),
            ("GET", "@conversations/x", None, 404),
            ("GET", "@conversations/1", None, 404),
            ("GET", f"{url}/more", None, 404),
            ("GET", "@conversations?cursor=x", None, 400),
            ("GET", "@conversations?size=1000", None, 400),
            ("GET", "@conversations/search?q=a", None, 400),
            ("DELETE", "@conversations", None, 404),
        ):
            answer = ana.request(method, path, json=body)
            self.assertEqual(status, answer.status_code, (method, path, body, answer.text[:200]))
            self.assertTrue(answer.json()["message"])
        two = self.start("bob")
        self.assertEqual(409, ana.delete(two).status_code)

    def test_too_much_is_429(self):
        api.portal.set_registry_record("bluegether.messaging.messages_per_minute", 2)
        transaction.commit()
        url = self.start("bob")
        ana = self.session("ana")
        statuses = [ana.post(f"{url}/messages", json={"text": str(number)}).status_code for number in range(2)]
        self.assertEqual([201, 429], statuses)


class TestManyAtOnce(ServiceCase):
    def test_none_is_lost_and_the_counts_are_exact(self):
        url = self.start("bob", "chloe", "dan")
        answers = []

        def write(number):
            session = self.session(("ana", "bob")[number % 2])
            for turn in range(5):
                text = f"{number}-{turn}"
                answers.append((text, session.post(f"{url}/messages", json={"text": text}).status_code))

        threads = [Thread(target=write, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual({201}, {status for _text, status in answers})
        body = self.session("chloe").get(f"{url}?size=100").json()
        self.assertCountEqual([text for text, _status in answers], [one["text"] for one in body["messages"]][:-1])
        counts = [self.session(who).get(url).json()["unread"] for who in ("ana", "bob", "chloe", "dan")]
        self.assertEqual([20, 21, 41, 41], counts)
