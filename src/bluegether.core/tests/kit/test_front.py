"""The outermost layer: health, metrics, the access log without anybody in it, the page for a database that is away."""

from bluegether.core.kit import front
from bluegether.core.kit import health
from bluegether.core.kit import leader
from bluegether.core.kit.front import Front
from bluegether.core.testing import FUNCTIONAL
from types import SimpleNamespace
from unittest import mock
from ZODB.POSException import ConflictError
import io
import json
import unittest
import Zope2


class OperationalError(Exception):
    """As psycopg2's."""


OperationalError.__module__ = "psycopg2"


def page(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]


class TestFront(unittest.TestCase):
    def ask(self, app, path="/", **more):
        """Return (status, headers, body) and keep what was logged in `self.lines`."""
        said = []
        environ = {"PATH_INFO": path, "REQUEST_METHOD": "GET", "wsgi.input": io.BytesIO(), **more}
        with mock.patch.object(front.access, "info") as access, mock.patch.object(front.slow, "warning") as slow:
            body = b"".join(Front(app)(environ, lambda status, headers, _e=None: said.append((status, dict(headers)))))
        self.lines = [json.loads(call.args[0]) for call in access.call_args_list]
        self.slow = slow.call_args_list
        self.assertEqual(1, len(said))
        return (*said[0], body)

    def test_the_log_names_nobody(self):
        private = {"REMOTE_ADDR": "192.0.2.7", "REMOTE_USER": "marie.roche", "QUERY_STRING": "q=marie.roche"}
        self.assertEqual("200 OK", self.ask(page, "/people/marie.roche", HTTP_X_REQUEST_ID="abc", **private)[0])
        (line,) = self.lines
        self.assertEqual(("GET", "page", 200, "abc"), (line["method"], line["kind"], line["status"], line["id"]))
        self.assertNotRegex(json.dumps(line), r"marie|192\.0")

    def test_slow_requests_have_a_line_of_their_own(self):
        self.ask(page)
        self.assertEqual([], self.slow)
        with mock.patch.object(front, "SLOW_MS", 0):
            self.ask(page)
        self.assertEqual(1, len(self.slow))

    def test_a_database_that_is_away_gives_a_page_or_json_and_no_traceback(self):
        def away(environ, start_response):
            raise OperationalError("could not connect to server at 10.0.0.1")

        def handled(environ, start_response):
            event = SimpleNamespace(
                request=SimpleNamespace(environ=environ),
                exc_info=(OperationalError, OperationalError("secret"), None),
                retry=False,
            )
            front.note_failure(event)
            start_response("500 Internal Server Error", [])
            return [b"Plone's own page with secret"]

        for app in (away, handled):
            status, headers, body = self.ask(app)
            self.assertEqual("503 Service Unavailable", status)
            self.assertIn("momentanément indisponible".encode(), body)
            self.assertNotRegex(body.decode(), "secret|10.0.0.1")
            self.assertEqual(("5", "no-store"), (headers["Retry-After"], headers["Cache-Control"]))
            self.assertEqual(503, self.lines[0]["status"])
            _status, headers, body = self.ask(app, "/++api++/@stream")
            self.assertEqual(("application/json", "Unavailable"), (headers["Content-Type"], json.loads(body)["type"]))

    def test_too_many_conflicts_give_the_page_and_defects_stay_defects(self):
        def conflict(environ, start_response):
            raise ConflictError

        def defect(environ, start_response):
            raise KeyError("a bug")

        self.assertEqual("503 Service Unavailable", self.ask(conflict)[0])
        with self.assertRaises(KeyError):
            self.ask(defect)

    def test_which_errors_mean_that_the_database_is_away(self):
        wrapped = RuntimeError("while loading")
        wrapped.__cause__ = OperationalError()
        self.assertTrue(front.is_away(wrapped))
        for other in (ConflictError(), RuntimeError(), KeyError("x"), None):
            self.assertFalse(front.is_away(other))

    def test_metrics_count_requests_by_short_lists(self):
        self.ask(page, "/people/marie.roche", REQUEST_METHOD="BREW")
        self.ask(page, "/++plone++static/x.js")
        text = self.ask(page, "/metrics")[2].decode()
        self.assertIn('bluegether_requests_total{kind="page",method="other",status="200"}', text)
        self.assertIn('bluegether_request_seconds_count{kind="static"}', text)
        self.assertNotRegex(text, "marie|BREW")
        self.assertEqual([], self.lines, "what watches is not logged")


class TestHealth(unittest.TestCase):
    layer = FUNCTIONAL

    def state(self, database=None):
        with mock.patch.object(Zope2, "DB", database or self.layer["portal"]._p_jar.db(), create=True):
            said = []
            body = health.ready(lambda status, headers: said.append(status))
        return said[0][:3], body[0].decode().strip()

    def test_a_site_without_the_mark_of_its_end_is_not_ready(self):
        self.assertEqual(("503", "site"), self.state())
        with mock.patch.object(health, "completed", return_value=True):
            self.assertEqual(("200", "ready"), self.state())

    def test_a_database_that_does_not_answer_is_not_ready_but_alive(self):
        broken = mock.Mock()
        broken.open.side_effect = OperationalError("secret")
        self.assertEqual(("503", "database"), self.state(broken))
        said = []
        self.assertEqual([b"alive\n"], health.alive(lambda status, headers: said.append(status)))
        self.assertEqual(["200 OK"], said)


class TestLeader(unittest.TestCase):
    def test_one_process_on_a_file_leads(self):
        self.assertTrue(leader.Leader("").elected())

    def test_without_an_answer_nobody_leads(self):
        one = leader.Leader("host=127.0.0.1 port=1")
        with mock.patch.object(leader.logger, "warning") as warned:
            self.assertFalse(one.elected())
        self.assertEqual(1, warned.call_count)
        self.assertIsNone(one.session)
