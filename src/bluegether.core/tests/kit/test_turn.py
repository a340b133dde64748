"""Writers take turns: several people at once over HTTP, and the rules of the turn itself."""

from bluegether.core.kit import turn
from bluegether.core.kit.uid import RandomIds
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import INTEGRATION
from collections import Counter
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from Products.CMFUid.interfaces import IUniqueIdGenerator
from threading import Barrier
from threading import Event
from threading import Thread
from types import SimpleNamespace
from unittest import mock
from zope.component import getUtility
import requests
import transaction
import unittest
import ZODB.POSException
import ZPublisher.HTTPRequest


WRITERS = 4
EACH = 6


class TestAtOnce(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        settings = "plone.app.discussion.interfaces.IDiscussionSettings.globally_enabled"
        api.portal.set_registry_record(settings, True)
        with api.env.adopt_roles(["Manager"]):
            api.content.create(self.portal, "Folder", "shared")
            for number in range(2):
                page = api.content.create(self.portal, "Document", f"page-{number}", title="A page")
                page.allow_discussion = True
        transaction.commit()

    def at_once(self, path, body):
        """Post `body(writer, number)` from all writers at once; return the statuses and all bodies' Location."""
        statuses, together = Counter(), Barrier(WRITERS)

        def write(writer):
            session = requests.Session()
            session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
            session.headers["Accept"] = "application/json"
            together.wait()
            for number in range(EACH):
                answer = session.post(self.portal.absolute_url() + path(writer), json=body(writer, number), timeout=60)
                statuses[answer.status_code] += 1

        threads = [Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        transaction.begin()
        return statuses

    def expected(self):
        return sorted(f"w{writer} n{number}" for writer in range(WRITERS) for number in range(EACH))

    def text(self, writer, number):
        return {"text": f"w{writer} n{number}"}

    def test_comments_on_one_page(self):
        statuses = self.at_once(lambda writer: "/page-0/@comments", self.text)
        self.assertEqual({201: WRITERS * EACH}, dict(statuses))
        stored = [comment.text for comment in IConversation(self.portal["page-0"]).getComments()]
        self.assertEqual(self.expected(), sorted(stored))
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Discussion Item")
        self.assertEqual(WRITERS * EACH, len(found))

    def test_comments_on_several_pages(self):
        statuses = self.at_once(lambda writer: f"/page-{writer % 2}/@comments", self.text)
        self.assertEqual({201: WRITERS * EACH}, dict(statuses))
        stored = [
            comment.text
            for number in range(2)
            for comment in IConversation(self.portal[f"page-{number}"]).getComments()
        ]
        self.assertEqual(self.expected(), sorted(stored))

    def test_documents_in_one_folder(self):
        statuses = self.at_once(
            lambda writer: "/shared",
            lambda writer, number: {"@type": "Document", "title": f"w{writer} n{number}"},
        )
        self.assertEqual({201: WRITERS * EACH}, dict(statuses))
        self.assertEqual(self.expected(), sorted(page.title for page in self.portal["shared"].objectValues()))
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(path="/plone/shared")
        self.assertEqual(self.expected(), sorted(brain.Title for brain in found if brain.Title.startswith("w")))

    def test_no_request_had_to_be_done_again(self):
        with mock.patch.object(ZPublisher.HTTPRequest.HTTPRequest, "retry", autospec=True) as again:
            self.at_once(lambda writer: "/page-0/@comments", self.text)
        self.assertEqual(0, again.call_count)

    def test_reading_does_not_wait(self):
        turn.take("a long write")
        self.addCleanup(transaction.abort)
        answer = requests.get(
            self.portal.absolute_url() + "/page-0",
            auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
            headers={"Accept": "application/json"},
            timeout=turn.WAIT_SECONDS - 2,
        )
        self.assertEqual("A page", answer.json()["title"])
        self.assertTrue(turn.held())

    def test_a_request_that_fails_gives_its_turn_back(self):
        answer = requests.post(
            self.portal.absolute_url() + "/nothing-here",
            json={},
            auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
            headers={"Accept": "application/json"},
            timeout=60,
        )
        self.assertEqual(404, answer.status_code)
        with mock.patch.object(turn, "WAIT_SECONDS", 0):
            turn.take("the next")
        self.assertTrue(turn.held())
        transaction.abort()

    def test_a_refused_request_gives_its_turn_back(self):
        answer = requests.post(
            self.portal.absolute_url() + "/shared",
            json={"@type": "Document"},
            headers={"Accept": "application/json"},
            timeout=60,
        )
        self.assertIn(answer.status_code, (401, 403))
        with mock.patch.object(turn, "WAIT_SECONDS", 0):
            turn.take("the next")
        self.assertTrue(turn.held())
        transaction.abort()


class TestTurn(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        transaction.abort()
        self.addCleanup(transaction.abort)

    def elsewhere(self, work):
        thread = Thread(target=work)
        thread.start()
        return thread

    def test_the_turn_ends_with_a_commit_and_with_an_abort(self):
        for end in (transaction.commit, transaction.abort, transaction.begin):
            turn.take("a write")
            self.assertTrue(turn.held())
            end()
            self.assertFalse(turn.held())
            self.assertFalse(turn._queue._taken)

    def test_the_turn_ends_with_a_commit_that_fails(self):
        turn.take("a write")
        transaction.get().addBeforeCommitHook(self.fail_commit)
        with self.assertRaises(ZODB.POSException.ConflictError):
            transaction.commit()
        transaction.abort()
        self.assertFalse(turn._queue._taken)

    def fail_commit(self):
        raise ZODB.POSException.ConflictError

    def test_taking_it_again_keeps_the_transaction(self):
        turn.take("a write")
        first = transaction.get()
        turn.take("charter")
        self.assertIs(first, transaction.get())

    def test_who_left_lets_the_next_in_and_takes_nothing_from_them(self):
        turn.take("a write")
        turn.leave()
        got, may_end = Event(), Event()

        def other():
            turn.take("another write")
            got.set()
            may_end.wait(5)
            transaction.abort()

        thread = self.elsewhere(other)
        self.assertTrue(got.wait(5))
        transaction.abort()
        self.assertTrue(turn._queue._taken)
        may_end.set()
        thread.join()
        self.assertFalse(turn._queue._taken)

    def test_first_come_first_served(self):
        order = []
        turn.take("a write")

        def other(name):
            turn.take("another write")
            order.append(name)
            transaction.abort()

        threads = []
        for name in "abc":
            threads.append(self.elsewhere(lambda name=name: other(name)))
            while len(turn._queue._waiting) < len(threads):
                Event().wait(0.001)
        transaction.abort()
        for thread in threads:
            thread.join()
        self.assertEqual(["a", "b", "c"], order)

    def test_who_waits_in_vain_goes_on_and_it_is_logged(self):
        seen = []
        turn.take("a write that hangs")

        def other():
            turn.take("/plone/page/@comments")
            seen.append(turn.held())
            transaction.abort()

        with mock.patch.object(turn, "WAIT_SECONDS", 0), self.assertLogs(turn.logger, "WARNING") as log:
            self.elsewhere(other).join()
        self.assertEqual([False], seen)
        self.assertIn("/plone/page/@comments", log.output[0])
        self.assertTrue(turn.held())

    def test_only_requests_that_may_write_queue(self):
        for method, queues in {"GET": False, "HEAD": False, "POST": True, "PATCH": True, "DELETE": True}.items():
            event = SimpleNamespace(request={"REQUEST_METHOD": method, "PATH_INFO": "/plone"})
            turn.take_for_request(None, event)
            self.assertEqual(queues, turn.held(), method)
            transaction.abort()

    def test_a_retry_pauses_for_hundredths_of_a_second(self):
        request = SimpleNamespace(retry_count=3, delay_retry=None)
        turn.shorten_pause(SimpleNamespace(request=request, retry=True))
        with mock.patch.object(turn.time, "sleep") as sleep:
            for _ in range(50):
                request.delay_retry()
        longest = max(call.args[0] for call in sleep.call_args_list)
        self.assertLessEqual(longest, turn.PAUSE_SECONDS * 8)

    def test_a_failure_that_is_not_retried_is_left_alone(self):
        request = SimpleNamespace(retry_count=0, delay_retry="as it was")
        turn.shorten_pause(SimpleNamespace(request=request, retry=False))
        self.assertEqual("as it was", request.delay_retry)

    def test_a_transaction_that_cannot_begin_gives_the_turn_back(self):
        broken = mock.patch.object(turn.transaction, "begin", side_effect=OSError("no database"))
        with broken, self.assertRaises(OSError):
            turn.take("test")
        self.assertFalse(turn._queue._taken)


class TestIds(unittest.TestCase):
    layer = INTEGRATION

    def test_version_histories_need_no_common_counter(self):
        generator = getUtility(IUniqueIdGenerator)
        self.assertIsInstance(generator, RandomIds)
        drawn = {generator() for _ in range(1000)}
        self.assertEqual(1000, len(drawn))
        self.assertTrue(all(0 < uid < 2**53 for uid in drawn))
        self.assertEqual(7, generator.convert("7"))
