"""`@stream`, `@stream-new`, `@bookmarks`, `@follows`: bodies, refusals, and many at once."""

from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from threading import Thread
import transaction
import unittest


PASSWORD = "correct horse 26"
PEOPLE = (("ana", "staff", "lyon"), ("bob", "consultant", "paris"), ("carl", "client", ""))


class ServiceCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
        with stream.silence():
            for userid, kind, unit in PEOPLE:
                people.create_account(
                    userid,
                    fullname=userid.title(),
                    email=f"{userid}@example.com",
                    kind=kind,
                    unit=unit,
                    password=PASSWORD,
                )
        transaction.commit()

    def session(self, userid=None):
        session = Session(self.layer["portal"], userid or "", PASSWORD, accept="application/json")
        self.addCleanup(session.close)
        return session

    def texts(self, userid, query=""):
        return [item["text"] for item in self.session(userid).get(f"@stream{query}").json()["items"]]


class TestStream(ServiceCase):
    def test_a_post_is_created_and_read_by_all(self):
        answer = self.session("ana").post("@stream", json={"text": "Bonjour @bob #Plone", "kind": "message"})
        self.assertEqual(201, answer.status_code)
        body = answer.json()
        self.assertEqual(answer.headers["Location"], body["@id"])
        self.assertEqual((["plone"], ["bob"], "ana"), (body["hashtags"], body["mentions"], body["author"]))
        self.assertEqual({"edit": True, "delete": True}, body["can"])
        seen = self.session("bob").get(body["@id"]).json()
        self.assertEqual(("Bonjour @bob #Plone", {"edit": False, "delete": False}), (seen["text"], seen["can"]))
        self.assertEqual(["Bonjour @bob #Plone"], self.texts("bob", "?view=hashtag&value=PLONE"))
        self.assertEqual([], self.texts("bob", "?view=shared&value=ana"))
        written = self.session("ana").get("@stream?view=person&value=ana").json()["items"][0]["id"]
        self.session("ana").post("@stream", json={"text": "Relu", "quote": written})
        self.assertEqual(["Relu"], self.texts("bob", "?view=shared&value=ana"))

    def test_pages_by_cursor(self):
        for number in range(5):
            stream.post(str(number), author="ana")
        transaction.commit()
        found, url = [], "@stream?size=2"
        while url:
            body = self.session("bob").get(url).json()
            found.append([item["text"] for item in body["items"]])
            url = body["next"]
        self.assertEqual([["4", "3"], ["2", "1"], ["0"]], found)

    def test_edit_pin_and_delete(self):
        url = self.session("ana").post("@stream", json={"text": "one"}).json()["@id"]
        answer = self.session("ana").patch(url, json={"text": "two"})
        self.assertEqual((200, "two"), (answer.status_code, answer.json()["text"]))
        self.assertIsNotNone(answer.json()["edited"])
        self.assertEqual(403, self.session("ana").patch(url, json={"pinned": True}).status_code)
        api.user.grant_roles("bob", roles=["Animator"])
        transaction.commit()
        self.assertTrue(self.session("bob").patch(url, json={"pinned": True}).json()["pinned"])
        self.assertEqual(204, self.session("ana").delete(url).status_code)
        self.assertEqual(404, self.session("ana").get(url).status_code)

    def test_a_fourth_pin_is_a_conflict(self):
        api.user.grant_roles("bob", roles=["Animator"])
        found = [stream.post(str(number), author="ana").id for number in range(4)]
        transaction.commit()
        answers = [self.session("bob").patch(f"@stream/{one}", json={"pinned": True}).status_code for one in found]
        self.assertEqual([200, 200, 200, 409], answers)

    def test_bad_requests_are_400_with_the_field(self):
        for body, field in (
            ({}, "text"),
            ({"text": 5}, "text"),
            ({"text": "a" * 10_001}, "text"),
            ({"text": "x", "kind": "no"}, "kind"),
            ({"text": "x", "units": "lyon"}, "units"),
            ({"text": "x", "units": ["mars"]}, "units"),
            ({"text": "x", "kind": "feedback"}, "technology"),
            ([], None),
        ):
            answer = self.session("ana").post("@stream", json=body)
            self.assertEqual((400, field), (answer.status_code, answer.json()["field"]), str(body)[:40])
        for query in (
            "view=no",
            "view=all&view=me",
            "view=person&value=a&value=b",
            "size=0",
            "size=101",
            "size=x",
            "cursor=",
            "cursor=-1",
            "cursor=x",
            "cursor=99999999999999999999",
            "cursor=1&cursor=2",
        ):
            self.assertEqual(400, self.session("ana").get(f"@stream?{query}").status_code, query)
        self.assertEqual(400, self.session("ana").get("@stream-new").status_code)
        self.assertEqual([], self.texts("ana"))

    def test_html_stays_text(self):
        self.session("ana").post("@stream", json={"text": "<script>alert(1)</script>"})
        self.assertEqual(["<script>alert(1)</script>"], self.texts("bob"))

    def test_others_posts_and_unknown_ones(self):
        url = self.session("ana").post("@stream", json={"text": "one"}).json()["@id"]
        bob = self.session("bob")
        self.assertEqual(403, bob.patch(url, json={"text": "two"}).status_code)
        self.assertEqual(403, bob.delete(url).status_code)
        for path in ("@stream/1", "@stream/x", f"{url}/more", "@stream/" + "9" * 30):
            self.assertEqual(404, bob.get(path).status_code, path)
        self.assertEqual(404, bob.patch("@stream/1", json={"text": "x"}).status_code)
        self.assertEqual(400, bob.patch(url, json={"author": "bob"}).status_code)
        self.assertEqual(["one"], self.texts("ana"))

    def test_visitors_and_clients_are_refused(self):
        entry_id = stream.post("secret", author="ana").id
        transaction.commit()
        for userid in (None, "carl"):
            session = self.session(userid)
            for answer in (
                session.get("@stream"),
                session.get(f"@stream/{entry_id}"),
                session.get("@stream-new?since=1"),
                session.get("@follows"),
                session.post("@stream", json={"text": "x"}),
                session.post("@follows", json={"person": "ana"}),
                session.post(f"@bookmarks/{entry_id}"),
                session.delete(f"@stream/{entry_id}"),
            ):
                self.assertIn(answer.status_code, (401, 403), answer.request.url)
                self.assertNotIn("secret", answer.text)
        self.assertEqual(["secret"], self.texts("ana"))

    def test_a_unit_s_post_leaks_nowhere(self):
        body = {"text": "secret #tag @bob", "units": ["lyon"]}
        url = self.session("ana").post("@stream", json=body).json()["@id"]
        self.session("bob").post("@follows", json={"person": "ana"})
        self.session("bob").post("@follows", json={"hashtag": "tag"})
        views = ("all", "me", "person&value=ana", "hashtag&value=tag", "bookmarks")
        for view in views:
            answer = self.session("bob").get(f"@stream?view={view}")
            self.assertEqual(([], None), (answer.json()["items"], answer.json()["next"]), view)
            new = self.session("bob").get(f"@stream-new?since=1&view={view}").json()
            self.assertEqual({"count": 0, "more": False}, new)
        for answer in (
            self.session("bob").get(url),
            self.session("bob").patch(url, json={"text": "x"}),
            self.session("bob").delete(url),
            self.session("bob").post(url.replace("@stream", "@bookmarks")),
        ):
            self.assertEqual(404, answer.status_code)
        self.assertEqual(["secret #tag @bob"], self.texts("ana"))


class TestChoices(ServiceCase):
    def test_bookmarks(self):
        entry_id = stream.post("one", author="ana").id
        transaction.commit()
        bob = self.session("bob")
        self.assertEqual(204, bob.post(f"@bookmarks/{entry_id}").status_code)
        self.assertEqual(["one"], self.texts("bob", "?view=bookmarks"))
        self.assertTrue(bob.get(f"@stream/{entry_id}").json()["bookmarked"])
        self.assertEqual([], self.texts("ana", "?view=bookmarks"))
        self.assertEqual(204, bob.delete(f"@bookmarks/{entry_id}").status_code)
        self.assertEqual([], self.texts("bob", "?view=bookmarks"))
        self.assertEqual(404, bob.post("@bookmarks/1").status_code)

    def test_follow_and_mute(self):
        stream.post("one", author="ana")
        transaction.commit()
        bob = self.session("bob")
        self.assertEqual(204, bob.post("@follows", json={"person": "ana"}).status_code)
        self.assertEqual(204, bob.post("@follows", json={"hashtag": "#Été"}).status_code)
        found = bob.get("@follows").json()
        self.assertEqual((["ana"], ["été"], []), (found["people"], found["hashtags"], found["muted"]))
        self.assertEqual(["one"], self.texts("bob", "?view=me"))
        self.assertEqual(204, bob.post("@follows", json={"muted": "ana"}).status_code)
        self.assertEqual([], self.texts("bob"))
        self.assertEqual(204, bob.delete("@follows/muted/ana").status_code)
        self.assertEqual(204, bob.delete("@follows/hashtag/été").status_code)
        self.assertEqual(["one"], self.texts("bob"))
        self.assertEqual(([], []), (bob.get("@follows").json()["hashtags"], bob.get("@follows").json()["muted"]))

    def test_what_cannot_be_followed(self):
        for body, status in (
            ({"person": "carl"}, 404),
            ({"person": "nobody"}, 404),
            ({"person": "bob"}, 400),
            ({"person": ["ana"]}, 404),
            ({"hashtag": "a b"}, 400),
            ({"hashtag": 5}, 400),
            ({"muted": "carl"}, 404),
            ({}, 400),
            ({"person": "ana", "hashtag": "x"}, 400),
        ):
            self.assertEqual(status, self.session("bob").post("@follows", json=body).status_code, body)
        self.assertEqual(404, self.session("bob").delete("@follows/planet/x").status_code)


class TestManyAtOnce(ServiceCase):
    def test_none_is_lost_none_fails(self):
        api.portal.set_registry_record("bluegether.limits.posts", 0)
        transaction.commit()
        answers = []

        def write(name, userid):
            session = self.session(userid)
            for number in range(6):
                text = f"{name}-{number} #same @bob"
                answers.append((text, session.post("@stream", json={"text": text}).status_code))

        threads = [Thread(target=write, args=(name, ("ana", "bob")[name % 2])) for name in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual({201}, {status for _text, status in answers})
        self.assertCountEqual([text for text, _status in answers], self.texts("ana", "?size=100"))
        self.assertEqual(48, len(self.texts("bob", "?size=100&view=hashtag&value=same")))
        transaction.begin()
        self.assertEqual((48, 24, 24), tuple(self.totals()))

    def totals(self):
        yield stream.total("hashtag", "same")
        for userid in ("ana", "bob"):
            yield stream.total("author", userid)
