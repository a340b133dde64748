"""`@notifications`, `@notification-settings`, `@push`, `@follow`: bodies, refusals, leaks, and many at once."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.notice import tell
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications import storage
from bluegether.core.notifications.testing import create_page
from bluegether.core.notifications.testing import create_people
from bluegether.core.notifications.testing import PASSWORD
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.app.discussion.interfaces import IConversation
from threading import Barrier
from threading import Thread
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite
import transaction
import unittest


THREADS, EACH = 8, 6


class ServiceCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with stream.silence():
            create_people()
        transaction.commit()

    def session(self, userid=""):
        session = Session(self.portal, userid, PASSWORD, accept="application/json")
        self.addCleanup(session.close)
        return session

    def post(self, text="Bonjour @ana", author="bob"):
        entry = stream.post(text, author=author)
        transaction.commit()
        return entry


class TestNotifications(ServiceCase):
    def test_pages_one_and_the_number(self):
        entry = self.post()
        for number in range(4):
            self.post(f"{number} @ana")
        session = self.session("ana")
        page = session.get("@notifications?size=3").json()
        self.assertEqual(3, len(page["items"]))
        rest = session.get(page["next"]).json()
        self.assertEqual(2, len(rest["items"]))
        self.assertIsNone(rest["next"])
        oldest = rest["items"][-1]
        self.assertEqual("Bob Martin mentioned you in a publication", oldest["text"])
        self.assertEqual(f"{self.portal.absolute_url()}/@@stream/{entry.id}", oldest["url"])
        self.assertEqual(
            ("stream.mention", "mention", False, False),
            tuple(oldest[name] for name in ("kind", "category", "read", "urgent")),
        )
        self.assertEqual(oldest, session.get(oldest["@id"]).json())
        self.assertEqual({"count": 5, "more": False}, session.get("@notifications/count").json())

    def test_reading(self):
        self.post()
        self.post("Encore @ana")
        session = self.session("ana")
        first = session.get("@notifications").json()["items"][0]
        self.assertTrue(session.patch(first["@id"], json={"read": True}).json()["read"])
        self.assertEqual(1, len(session.get("@notifications?unread=1").json()["items"]))
        self.assertFalse(session.patch(first["@id"], json={"read": False}).json()["read"])
        self.assertEqual(204, session.post("@notifications", json={"read": True}).status_code)
        self.assertEqual(0, session.get("@notifications/count").json()["count"])

    def test_refusals(self):
        self.post()
        session = self.session("ana")
        mine = session.get("@notifications").json()["items"][0]["@id"]
        for method, path, body, status in (
            ("GET", "@notifications?size=x", None, 400),
            ("GET", "@notifications?size=101", None, 400),
            ("GET", "@notifications?cursor=x", None, 400),
            ("GET", "@notifications?unread=2", None, 400),
            ("GET", "@notifications/x", None, 404),
            ("GET", "@notifications/12", None, 404),
            ("GET", f"{mine}/more", None, 404),
            ("PATCH", mine, {"read": "yes"}, 400),
            ("PATCH", mine, {}, 400),
            ("PATCH", "@notifications", {"read": True}, 404),
            ("PATCH", "@notifications/12", {"read": True}, 404),
            ("POST", "@notifications", {"read": False}, 400),
            ("POST", "@notifications/12", {"read": True}, 404),
        ):
            answer = session.request(method, path, json=body)
            self.assertEqual(status, answer.status_code, (method, path, body))
            self.assertIn("message", answer.json())
        self.assertEqual(404, self.session("zoe").patch(mine, json={"read": True}).status_code)
        for path in ("@notifications", "@notifications/count", "@notification-settings", "@push"):
            self.assertEqual(401, self.session().get(path).status_code)
        self.assertEqual(1, session.get("@notifications/count").json()["count"])

    def test_leaks(self):
        page = create_page(self.portal, owner="zoe", title="Plan secret")
        with api.env.adopt_user(username="bob"):
            comment_id = discussion.write(page, "Mot secret @ana", userid="bob")
        entry = self.post("Publication secrète @ana")
        session = self.session("ana")
        items = session.get("@notifications").json()["items"]
        self.assertEqual(2, len(items))
        discussion.hide(IConversation(page)[comment_id])
        stream.hide(entry)
        transaction.commit()
        self.assertEqual([], session.get("@notifications").json()["items"])
        self.assertEqual({"count": 0, "more": False}, session.get("@notifications/count").json())
        for item in items:
            answer = session.get(item["@id"])
            self.assertEqual(404, answer.status_code)
            self.assertNotIn("ecr", answer.text)
            self.assertEqual(404, session.patch(item["@id"], json={"read": True}).status_code)

    def test_an_account_that_ends(self):
        self.post()
        session = self.session("ana")
        self.assertEqual(1, session.get("@notifications/count").json()["count"])
        with api.env.adopt_roles(["Manager"]):
            people.forget("ana")
        transaction.commit()
        self.assertEqual([], session.get("@notifications").json()["items"])
        self.assertEqual(0, session.get("@notifications/count").json()["count"])

    def test_a_client(self):
        tell("stream.mention", thing=str(self.post().id), actor="bob", recipients=["carl"])
        transaction.commit()
        self.assertEqual([], self.session("carl").get("@notifications").json()["items"])


class TestSettings(ServiceCase):
    def test_choices(self):
        session = self.session("ana")
        self.assertEqual("daily", session.get("@notification-settings").json()["rhythm"])
        body = {"rhythm": "hourly", "channels": {"reaction": {"mail": True}}, "quiet_from": 12, "quiet_until": 14}
        found = session.patch("@notification-settings", json=body).json()
        self.assertEqual(("hourly", 12), (found["rhythm"], found["quiet_from"]))
        self.assertTrue(found["channels"]["reaction"]["mail"])
        self.assertEqual(["portal"], found["forced"]["mention"])
        for bad, field in (
            ({"rhythm": "yearly"}, "rhythm"),
            ({"channels": {"mention": {"portal": False}}}, "channels"),
            ({"devices": {}}, "devices"),
            ({"hour": "8"}, "hour"),
        ):
            answer = session.patch("@notification-settings", json=bad)
            self.assertEqual((400, field), (answer.status_code, answer.json()["field"]))
        self.assertEqual("hourly", session.get("@notification-settings").json()["rhythm"])

    def test_push(self):
        notifications.ensure_secrets()
        transaction.commit()
        session = self.session("ana")
        self.assertEqual(notifications.public_key(), session.get("@push").json()["key"])
        keys = {"p256dh": "B" * 87, "auth": "A" * 22}
        body = {"endpoint": "https://fcm.googleapis.com/fcm/send/x", "keys": keys, "name": "Chrome"}
        answer = session.post("@push", json=body)
        self.assertEqual(201, answer.status_code)
        listed = session.get("@push")
        self.assertEqual("Chrome", listed.json()["items"][0]["name"])
        for secret in (*keys.values(), "fcm.googleapis", "PRIVATE"):
            self.assertNotIn(secret, listed.text)
        for bad in ({}, body | {"endpoint": "https://intranet.local/"}, body | {"keys": []}):
            self.assertEqual(400, session.post("@push", json=bad).status_code)
        self.assertEqual(204, self.session("zoe").delete(answer.json()["@id"]).status_code)
        self.assertEqual(1, len(session.get("@push").json()["items"]))
        self.assertEqual(204, session.delete(answer.json()["@id"]).status_code)
        self.assertEqual([], session.get("@push").json()["items"])

    def test_keys_cannot_be_read(self):
        notifications.ensure_secrets()
        transaction.commit()
        session = Session(self.portal, "admin", "secret", accept="application/json")
        self.addCleanup(session.close)
        for path in ("@registry", "@registry/bluegether.notifications.push_key", "", "@site", "@push"):
            self.assertNotIn("PRIVATE KEY", session.get(path).text, path)


class TestFollow(ServiceCase):
    def test_following_content(self):
        create_page(self.portal, owner="zoe")
        transaction.commit()
        session = self.session("ana")
        self.assertFalse(session.get("plan-de-charge/@follow").json()["follows"])
        self.assertEqual(204, session.post("plan-de-charge/@follow").status_code)
        self.assertTrue(session.get("plan-de-charge/@follow").json()["follows"])
        self.assertEqual(204, session.delete("plan-de-charge/@follow").status_code)
        self.assertFalse(session.get("plan-de-charge/@follow").json()["follows"])
        self.assertIn(self.session("carl").post("plan-de-charge/@follow").status_code, (401, 403, 404))


class TestAtOnce(ServiceCase):
    """Eight at once tell the same person: none is lost, the count is exact."""

    def together(self, work):
        barrier, failures = Barrier(THREADS), []

        def run(number):
            barrier.wait()
            try:
                work(number)
            except Exception as error:
                failures.append(error)

        threads = [Thread(target=run, args=(number,)) for number in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([], failures)
        transaction.begin()

    def test_over_http(self):
        def write(number):
            session = self.session("bob" if number % 2 else "zoe")
            for turn in range(EACH):
                answer = session.post("@stream", json={"text": f"{number} {turn} @ana"})
                self.assertEqual(201, answer.status_code)

        api.portal.set_registry_record("bluegether.limits.posts", 0)  # more than a person may send in an hour
        transaction.commit()
        self.together(write)
        box = storage.mailbox("ana")
        self.assertEqual(THREADS * EACH, box.size())
        self.assertEqual(THREADS * EACH, len(box.unread))
        said = {item.excerpt for item in notifications.notices("ana", size=100).items}
        self.assertEqual({f"{number} {turn} @ana" for number in range(THREADS) for turn in range(EACH)}, said)

    def test_transactions_side_by_side_with_one_group(self):
        entry = self.post("Bonjour @ana")
        notifications.read_all("ana")
        transaction.commit()
        db = self.portal._p_jar.db()
        names = [f"membre{number}" for number in range(THREADS)]
        for name in names:
            people.create_account(name, fullname=name, email=f"{name}@example.com", kind="staff")
        transaction.commit()

        def write(number):
            manager = transaction.TransactionManager()
            connection = db.open(transaction_manager=manager)
            try:
                self.tell(connection, manager, str(entry.id), names[number])
            finally:
                manager.abort()
                connection.close()

        self.together(write)
        self.portal._p_jar.sync()
        box = storage.mailbox("ana")
        (group,) = [box.groups[negative] for negative in box.unread]
        self.assertEqual(set(names), set(group.actors))
        self.assertEqual(2, box.size())
        self.assertEqual(notifications.Count(1), notifications.count("ana"))

    def tell(self, connection, manager, thing, actor):
        """Tell as a process without turns would, trying again after a conflict."""
        for _attempt in range(50):
            manager.begin()
            setSite(connection.root()["Application"]["plone"])
            try:
                tell("stream.mention", thing=thing, actor=actor, recipients=["ana"])
                manager.commit()
                return
            except ConflictError:
                manager.abort()
            finally:
                setSite(None)
        raise AssertionError("never kept")
