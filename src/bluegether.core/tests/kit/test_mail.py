"""Mail: plain text, queued; a mail server that is away loses nothing."""

from bluegether.core.kit import mail
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from email import message_from_bytes
from pathlib import Path
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.MailHost.MailHost import MailHost
from Products.MailHost.MailHost import queue_threads
from unittest import mock
from zope.component import getUtility
from zope.sendmail.queue import QueueProcessorThread
import os
import tempfile
import transaction
import unittest


class Server:
    """A mail server that can be away."""

    def __init__(self):
        self.away = True
        self.taken = []

    def send(self, _sender, to, message):
        if self.away:
            raise ConnectionRefusedError("away on purpose")
        self.taken.append((to, message_from_bytes(message)))


class TestMail(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.queue = Path(folder.name, "queue")
        self.server = Server()
        self.portal._delObject("MailHost")
        self.portal._setObject("MailHost", MailHost("MailHost", smtp_host="mail.example.com", smtp_queue=True))
        self.host = self.portal.MailHost
        self.host.smtp_queue_directory = str(self.queue)
        # The queue's own thread would run beside the test: the test does its rounds.
        for name, stand_in in (("_startQueueProcessorThread", self.start), ("_makeMailer", self.mailer)):
            patch = mock.patch.object(MailHost, name, stand_in)
            patch.start()
            self.addCleanup(patch.stop)
        self.started = 0
        self.addCleanup(queue_threads.clear)

    def start(self, *_host):
        self.started += 1

    def mailer(self, *_host):
        return self.server

    def deliver(self):
        thread = QueueProcessorThread()
        thread.log.disabled = True
        self.addCleanup(setattr, thread.log, "disabled", False)
        thread.setMailer(self.server)
        thread.setQueuePath(str(self.queue))
        thread.run(forever=False)

    def files(self, hidden=False):
        folders = [self.queue / name for name in ("new", "cur") if self.queue.exists()]
        return [path for folder in folders for path in sorted(folder.iterdir()) if path.name.startswith(".") == hidden]

    def invite(self):
        token = people.invite(fullname="Ana", email="ana@example.com", kind="staff", invited_by=TEST_USER_ID)
        transaction.commit()
        return token

    def test_the_server_is_away_and_nothing_is_lost(self):
        token = self.invite()
        self.deliver()
        self.assertEqual("open", people.invitation(token).state)
        self.assertEqual(1, len(self.files()))
        self.server.away = False
        (mark,) = self.files(hidden=True)
        os.utime(mark, (1, 1))
        getUtility(ITimer, "mail").run(self.portal)
        self.deliver()
        ((to, message),) = self.server.taken
        self.assertEqual(("ana@example.com",), to)
        self.assertIn(token, message.get_payload(decode=True).decode("utf-8"))
        self.assertEqual([], self.files())

    def test_what_is_being_sent_just_now_is_left_alone(self):
        self.invite()
        self.deliver()
        getUtility(ITimer, "mail").run(self.portal)
        self.assertEqual(1, len(self.files(hidden=True)))

    def test_the_timer_starts_the_queue_only_when_mail_waits_and_a_server_is_set(self):
        getUtility(ITimer, "mail").run(self.portal)
        self.assertEqual(0, self.started)
        self.invite()
        self.host.smtp_host = ""
        self.started = 0
        getUtility(ITimer, "mail").run(self.portal)
        self.assertEqual(0, self.started)
        self.host.smtp_host = "mail.example.com"
        getUtility(ITimer, "mail").run(self.portal)
        self.assertEqual(1, self.started)

    def test_an_aborted_transaction_sends_nothing(self):
        mail.send("ana@example.com", "Hello", "Text")
        transaction.abort()
        self.assertEqual([], self.files())

    def test_headers(self):
        self.server.away = False
        api.portal.set_registry_record("plone.email_from_name", "Équipe BlueGether")
        mail.send("ana@example.com", "Été à Lyon", "Ça va ?\n.\nFin")
        transaction.commit()
        self.deliver()
        message = self.server.taken[0][1]
        self.assertEqual("text/plain", message.get_content_type())
        self.assertEqual("utf-8", message.get_content_charset())
        self.assertIn("noreply@", message["From"])
        self.assertNotIn("É", message.as_string())
        self.assertIn("Ça va ?", message.get_payload(decode=True).decode("utf-8"))

    def test_no_header_is_smuggled_in(self):
        for to, subject in (("a@example.com\nBcc: b@example.com", "x"), ("a@example.com", "x\nBcc: b@example.com")):
            with self.assertRaises(ValueError):
                mail.send(to, subject, "Text")
