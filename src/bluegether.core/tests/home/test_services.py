"""`GET @todos`."""

from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from datetime import datetime
from datetime import UTC
from zope.component import getGlobalSiteManager
from zope.interface import implementer
from zope.interface import Interface
import requests
import transaction
import unittest


PASSWORD = "correct horse 26"


@implementer(ITodos)
class TwoThings:
    def __init__(self, site, request):
        pass

    def todos(self):
        due = datetime(2026, 12, 1, tzinfo=UTC)
        return [Todo("Read", "http://x/read", count=2), Todo("Sign", "http://x/sign", due=due)]


class TestTodos(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        people.create_account("ana", fullname="Ana Diaz", email="ana@example.com", kind="staff", password=PASSWORD)
        transaction.commit()

    def get(self, userid=None):
        return requests.get(
            f"{self.layer['portal'].absolute_url()}/@todos",
            headers={"Accept": "application/json"},
            auth=(userid, PASSWORD) if userid else None,
            timeout=60,
        )

    def test_what_waits_due_first_and_counted(self):
        manager = getGlobalSiteManager()
        manager.registerAdapter(TwoThings, (Interface, Interface), ITodos, "test")
        self.addCleanup(manager.unregisterAdapter, TwoThings, (Interface, Interface), ITodos, "test")
        answer = self.get("ana").json()
        self.assertEqual(3, answer["count"])
        self.assertEqual(
            [
                {"title": "Sign", "url": "http://x/sign", "due": "2026-12-01T00:00:00+00:00", "count": 1},
                {"title": "Read", "url": "http://x/read", "due": None, "count": 2},
            ],
            answer["items"],
        )

    def test_nothing_waits(self):
        answer = self.get("ana").json()
        self.assertEqual((0, []), (answer["count"], answer["items"]))

    def test_anonymous_is_refused(self):
        self.assertEqual(401, self.get().status_code)
