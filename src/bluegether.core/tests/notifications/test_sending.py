"""What leaves the portal, when, once, and what must not: digests, immediate mail, quiet hours, push."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit import address
from bluegether.core.kit import timer
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.interfaces import IAbsences
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.kit.notice import tell
from bluegether.core.kit.notice import tell_audience
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications import storage
from bluegether.core.notifications.testing import Clock
from bluegether.core.notifications.testing import create_page
from bluegether.core.notifications.testing import create_people
from bluegether.core.notifications.testing import outbox
from bluegether.core.notifications.testing import PushService
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from pathlib import Path
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.base.interfaces import IPloneSiteRoot
from Products.MailHost.MailHost import MailHost
from unittest import mock
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from zope.sendmail.queue import QueueProcessorThread
import re
import tempfile
import transaction
import unittest


class SendingCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.clock, registry = Clock(), self.portal.getSiteManager()
        registry.registerUtility(self.clock, IClock)
        self.addCleanup(registry.unregisterUtility, self.clock, IClock)
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Paris")
        api.portal.set_registry_record(address.RECORD, "https://portail.example.fr")
        api.portal.set_registry_record("plone.available_languages", ["fr", "en"])
        api.portal.set_registry_record("plone.default_language", "fr")
        self.portal.MailHost.reset()
        with stream.silence():
            create_people()

    def post(self, text="Bonjour @ana", author="bob"):
        self.clock.moment += timedelta(seconds=1)
        return stream.post(text, author=author)

    def send(self):
        """Let the timer send what is due; return (to, subject) of what left now."""
        self.portal.MailHost.reset()
        notifications.spread()
        while notifications.send_due() == notifications.BATCH:
            pass
        return [(message["To"], message["Subject"]) for message in outbox(self.portal)]

    def rhythm(self, rhythm, userid="ana", **values):
        notifications.choose(userid, rhythm=rhythm, **values)

    def mail(self):
        (message,) = outbox(self.portal)
        return message

    def text(self):
        return self.mail().get_body(("plain",)).get_content()


class TestRhythm(SendingCase):
    """The clock begins on a Tuesday at ten, in Paris."""

    def test_daily_at_the_chosen_hour_once_and_never_empty(self):
        self.rhythm("daily", hour=14)
        self.assertEqual([], self.send())
        self.post()
        for hour in (11, 13):
            self.clock.at(3, hour)
            self.assertEqual([], self.send())
        self.clock.at(3, 14, 1)
        self.assertEqual([("ana@example.com", "Plone site : Bob Martin vous cite dans une publication")], self.send())
        self.assertEqual([], self.send())
        self.clock.at(4, 14, 1)
        self.assertEqual([], self.send())

    def test_the_window_is_looked_at_when_it_is_sent(self):
        self.rhythm("daily", hour=9)
        self.post()
        self.clock.at(4, 9)
        self.assertEqual(1, len(self.send()))
        self.post("Encore @ana")
        # Somebody let everyone be due: the day's mail has left, the next one is tomorrow's.
        storage.trees().due["mail"].put("ana", 1)
        self.clock.at(4, 15)
        self.assertEqual([], self.send())
        self.clock.at(5, 9)
        self.assertEqual(1, len(self.send()))

    def test_a_timer_that_runs_late_sends_what_was_due(self):
        self.rhythm("daily", hour=9)
        self.post()
        self.clock.at(6, 17)
        self.assertEqual(1, len(self.send()))
        self.post("Encore @ana")
        self.clock.at(9, 9, 1)
        self.assertEqual(1, len(self.send()))

    def test_weekly(self):
        self.rhythm("weekly", weekday=3, hour=10)
        self.post()
        self.clock.at(4, 12)
        self.assertEqual([], self.send())
        self.clock.at(5, 10)
        self.assertEqual(1, len(self.send()))
        self.post("Encore @ana")
        self.clock.at(12, 9)
        self.assertEqual([], self.send())
        self.clock.at(12, 10)
        self.assertEqual(1, len(self.send()))

    def test_hourly_holds_all_sources_in_one_mail(self):
        self.rhythm("hourly")
        page = create_page(self.portal)
        self.post()
        with api.env.adopt_user(username="zoe"):
            discussion.write(page, "Un commentaire", userid="zoe")
        stream.follow("zoe", person="ana")
        self.clock.at(3, 10, 59)
        self.assertEqual([], self.send())
        self.clock.at(3, 11)
        self.assertEqual([("ana@example.com", "Plone site : 2 notifications")], self.send())
        text = self.text()
        self.assertIn("Zoé Petit a commenté", text)
        self.assertIn("Bob Martin vous cite", text)
        self.assertNotIn("suit", text)  # followers are not mailed unless one asks for it

    def test_at_once_one_mail_for_each_in_the_thread_of_its_thing(self):
        self.rhythm("immediately")
        page = create_page(self.portal)
        for text in ("Un @ana", "Deux @ana"):
            with api.env.adopt_user(username="bob"):
                discussion.write(page, text, userid="bob")
            self.clock.moment += timedelta(seconds=1)
        self.assertEqual(2, len(self.send()))
        first, second = outbox(self.portal)
        self.assertNotEqual(first["Message-ID"], second["Message-ID"])
        self.assertEqual(first["References"], second["References"])
        self.assertEqual(first["References"], first["In-Reply-To"])
        self.assertRegex(first["Message-ID"], r"^<[0-9a-f]{24}@[\w.]+>$")
        self.post()
        self.send()
        self.assertNotEqual(first["References"], self.mail()["References"])

    def test_at_once_but_together_when_many_wait(self):
        self.rhythm("immediately")
        self.clock.at(3, 22)
        for number in range(6):
            self.post(f"{number} @ana")
        self.assertEqual([], self.send())
        self.clock.at(4, 7)
        self.assertEqual([("ana@example.com", "Plone site : 6 notifications")], self.send())

    def test_none(self):
        self.rhythm("never")
        self.post()
        self.clock.at(5, 12)
        self.assertEqual([], self.send())
        self.rhythm("daily", hour=8)
        notifications.again("ana")
        self.clock.at(6, 12)
        self.assertEqual([], self.send())
        self.post("Encore @ana")
        self.clock.at(9, 8)
        self.send()
        self.assertIn("Encore @ana", self.text())
        self.assertNotIn("Bonjour @ana", self.text())

    def test_a_change_of_rhythm_counts_at_once(self):
        self.rhythm("weekly")
        self.post()
        self.rhythm("immediately")
        notifications.again("ana")
        self.assertEqual(1, len(self.send()))

    def test_who_is_not_due_is_not_looked_at(self):
        self.post("Bonjour @ana")
        line = storage.trees().due["mail"]
        self.assertEqual(["ana"], [userid for _moment, userid in line.line])
        self.clock.at(4, 8)
        with mock.patch("bluegether.core.notifications.api.digest._send") as send:
            notifications.send_due()
        self.assertEqual([mock.call("ana")], send.mock_calls)

    def test_a_batch_is_bounded_and_the_longest_waiting_come_first(self):
        for userid in ("ana", "zoe"):
            self.rhythm("immediately", userid)
        self.post("Bonjour @zoe")
        self.post("Bonjour @ana")
        self.assertEqual(1, notifications.send_due(1))
        self.assertEqual("zoe@example.com", self.mail()["To"])


class TestLeaks(SendingCase):
    """A notice is made; between then and the mail the right goes. The mail must not know of it."""

    def setUp(self):
        super().setUp()
        self.rhythm("daily", hour=14)

    def nothing_left(self):
        self.clock.at(3, 14, 1)
        self.assertEqual([], self.send())

    def test_read_in_the_meantime(self):
        self.post()
        notifications.read_all("ana")
        self.nothing_left()

    def test_hidden_post_and_lost_audience(self):
        stream.hide(self.post())
        self.post("Autre @ana").audience = Audience(units=("paris",))
        self.nothing_left()

    def test_closed_page_and_hidden_comment(self):
        pages = [create_page(self.portal, owner="zoe", title=title) for title in ("Une", "Deux")]
        with api.env.adopt_user(username="bob"):
            ids = [discussion.write(page, "Secret @ana", userid="bob") for page in pages]
        pages[0].manage_permission("View", ["Manager"])
        pages[0].reindexObjectSecurity()
        discussion.hide(IConversation(pages[1])[ids[1]])
        self.nothing_left()

    def test_muted(self):
        self.post()
        stream.mute("ana", "bob")
        self.nothing_left()

    def test_gone(self):
        self.post()
        with api.env.adopt_roles(["Manager"]):
            people.forget("ana")
        self.nothing_left()

    def test_without_a_mail_address(self):
        self.post()
        api.user.get(userid="ana").setMemberProperties({"email": ""})
        self.nothing_left()

    def test_switched_off(self):
        self.post()
        notifications.choose("ana", channels={"mention": {"mail": False}})
        self.nothing_left()

    def test_half_of_it_is_left(self):
        stream.hide(self.post("Secret @ana"))
        self.post("Ouvert @ana")
        self.clock.at(3, 14, 1)
        self.assertEqual(1, len(self.send()))
        self.assertIn("Ouvert", self.text())
        self.assertNotIn("Secret", self.mail().as_string())


class TestQuiet(SendingCase):
    """The right to disconnect."""

    def free(self, userid="ana"):
        return notifications.free_from(userid, self.clock.moment).astimezone(UTC)

    def test_nights_week_ends_and_holidays(self):
        self.assertEqual(self.clock.moment, self.free())
        for (day, hour), expected in {
            (3, 20): datetime(2026, 11, 4, 6, tzinfo=UTC),
            (3, 6): datetime(2026, 11, 3, 6, tzinfo=UTC),
            (6, 21): datetime(2026, 11, 9, 6, tzinfo=UTC),  # a Friday: until Monday
            (10, 20): datetime(2026, 11, 12, 6, tzinfo=UTC),  # the armistice
        }.items():
            self.clock.at(day, hour)
            self.assertEqual(expected, self.free(), (day, hour))

    def test_settings(self):
        for name, value in {"quiet_from": 8, "quiet_until": 8, "quiet_days": set(), "holidays_country": ""}.items():
            api.portal.set_registry_record(f"bluegether.notifications.{name}", value)
        for day, hour in ((3, 23), (7, 12), (11, 12)):
            self.clock.at(day, hour)
            self.assertEqual(self.clock.moment, self.free())
        api.portal.set_registry_record("bluegether.notifications.holidays_country", "DE")
        self.clock.at(11, 12)
        self.assertEqual(self.clock.moment, self.free())

    def test_ones_own_hours_come_on_top(self):
        notifications.choose("ana", quiet_from=12, quiet_until=14)
        self.clock.at(3, 13)
        self.assertEqual(datetime(2026, 11, 3, 13, tzinfo=UTC), self.free())
        self.assertEqual(self.clock.moment, self.free("bob"))

    def test_absence(self):
        @implementer(IAbsences)
        @adapter(IPloneSiteRoot)
        class Leave:
            def __init__(self, site):
                self.site = site

            def away_until(self, userid, moment):
                back = datetime(2026, 11, 5, 8, tzinfo=UTC)
                return back if userid == "ana" and moment < back else None

        registry = self.portal.getSiteManager()
        registry.registerAdapter(Leave, name="leave")
        self.addCleanup(registry.unregisterAdapter, Leave, name="leave")
        self.rhythm("immediately")
        self.rhythm("immediately", "zoe")
        self.post("Bonjour @ana @zoe")
        self.assertEqual(["zoe@example.com"], [to for to, _subject in self.send()])
        self.assertEqual(1, notifications.count("ana").number)
        self.clock.at(5, 9)
        self.assertEqual(["ana@example.com"], [to for to, _subject in self.send()])

    def test_who_is_out_of_office(self):
        with api.env.adopt_roles(["Manager"]):
            values = {"away_from": date(2026, 11, 3), "away_until": date(2026, 11, 4)}
            people.update_profile(people.person("ana"), "absence", values, actor="ana")
        self.assertEqual(datetime(2026, 11, 5, 6, tzinfo=UTC), self.free())

    def test_a_daily_mail_at_a_quiet_hour_leaves_when_the_quiet_ends(self):
        self.rhythm("daily", hour=22)
        self.post()
        self.clock.at(3, 22, 5)
        self.assertEqual([], self.send())
        self.clock.at(4, 7)
        self.assertEqual(1, len(self.send()))

    def test_a_daily_mail_of_saturday_leaves_on_monday_at_its_hour(self):
        self.rhythm("daily", hour=10)
        self.clock.at(6, 11)
        self.post()
        for day, hour in ((7, 10), (8, 10), (9, 9)):
            self.clock.at(day, hour)
            self.assertEqual([], self.send())
        self.clock.at(9, 10)
        self.assertEqual(1, len(self.send()))

    def test_only_an_urgent_message_leaves(self):
        self.rhythm("immediately")
        self.rhythm("never", "zoe")
        self.clock.at(7, 23)
        self.post()
        self.clock.moment += timedelta(minutes=1)
        with api.env.adopt_roles(["Animator"]):
            notifications.announce(title="Panne générale", text="Ne venez pas", userid="bob")
        self.assertEqual(
            [("ana@example.com", "Panne générale"), ("zoe@example.com", "Panne générale")], sorted(self.send())
        )
        message = outbox(self.portal)[0]
        self.assertIsNone(message["List-Unsubscribe"])
        self.assertNotIn("Bonjour @ana", message.as_string())
        self.assertEqual([], self.send())
        self.clock.at(9, 7)
        self.assertEqual([("ana@example.com", "Bob Martin vous cite dans une publication")], self.send())


class TestLetter(SendingCase):
    def daily(self):
        self.rhythm("daily", hour=14)
        self.post("Bonjour @ana <b>gras</b>\nFrom moi")
        self.clock.at(3, 14)
        self.send()
        return self.mail()

    def test_both_parts_in_the_persons_language(self):
        message = self.daily()
        self.assertEqual("multipart/alternative", message.get_content_type())
        text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
        self.assertIn("Bonjour Ana Diaz,", text)
        self.assertIn("03/11/2026 10:00", text)
        self.assertIn("« Bonjour @ana <b>gras</b> From moi »", text)
        self.assertIn("http://nohost/plone/@@notification-open?id=", text)
        self.assertIn("&lt;b&gt;gras&lt;/b&gt;", html)
        self.assertNotIn("<b>", html)
        self.assertIn('lang="fr"', html)
        self.assertEqual("auto-generated", message["Auto-Submitted"])
        self.assertNotIn("bob", message["Message-ID"])

    def test_english(self):
        api.user.get(userid="ana").setMemberProperties({"language": "en"})
        message = self.daily()
        self.assertEqual("Plone site: Bob Martin mentioned you in a publication", message["Subject"])
        self.assertIn("Hello Ana Diaz,", message.get_body(("plain",)).get_content())

    def test_one_click(self):
        message = self.daily()
        self.assertEqual("List-Unsubscribe=One-Click", message["List-Unsubscribe-Post"])
        token = re.search(r"token=([\w.-]+)>", message["List-Unsubscribe"])[1]
        self.assertEqual(("ana", "all"), notifications.stopping(token)[:2])
        notifications.stop(token)
        notifications.stop(token)
        self.assertEqual("never", notifications.settings("ana").rhythm)

    def test_one_click_of_a_single_mail_stops_its_kind(self):
        self.rhythm("immediately")
        self.post()
        self.send()
        token = re.search(r"token=([\w.-]+)>", self.mail()["List-Unsubscribe"])[1]
        notifications.stop(token)
        self.assertFalse(notifications.is_on("ana", "mention", "mail"))
        self.assertTrue(notifications.is_on("ana", "reply", "mail"))
        self.assertTrue(notifications.is_on("ana", "mention", "portal"))

    def test_altered_links_do_nothing(self):
        token = notifications.token("ana", "all")
        other = notifications.token("zoe", "all")
        mixed = f"{other.partition('.')[0]}.{token.partition('.')[2]}"
        for text in ("", "x", token[:-2], token + "A", mixed, None, "é.é", ".", "a.b.c"):
            with self.assertRaises(Invalid, msg=str(text)):
                notifications.stop(text)
        self.assertIsNone(storage.choices("ana"))
        self.assertIsNone(storage.choices("zoe"))


class TestQueue(unittest.TestCase):
    """A mail is queued with the note that it was sent, or not at all."""

    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.queue = Path(folder.name, "queue")
        self.portal._delObject("MailHost")
        self.portal._setObject("MailHost", MailHost("MailHost", smtp_host="mail.example.com", smtp_queue=True))
        self.portal.MailHost.smtp_queue_directory = str(self.queue)
        for name in ("_startQueueProcessorThread", "_makeMailer"):
            patch = mock.patch.object(MailHost, name, lambda *_arguments: None)
            patch.start()
            self.addCleanup(patch.stop)
        self.clock, registry = Clock(), self.portal.getSiteManager()
        registry.registerUtility(self.clock, IClock)
        self.addCleanup(registry.unregisterUtility, self.clock, IClock)
        api.portal.set_registry_record(address.RECORD, "https://portail.example.fr/reseau")
        with stream.silence():
            create_people()
        notifications.choose("ana", rhythm="immediately")
        stream.post("Bonjour @ana", author="bob")
        transaction.commit()

    def files(self):
        return [path for path in self.queue.glob("new/*") if not path.name.startswith(".")]

    def run_timers(self):
        with timer.inside(self.layer["app"], self.portal.getId()) as site:
            timer.run_timers(site, "notifications.")

    def test_an_abort_loses_nothing_and_sends_nothing(self):
        failing = mock.patch.object(timer, "_commit", side_effect=RuntimeError("the power fails"))
        with failing, self.assertLogs(timer.logger, "ERROR"):
            self.run_timers()
        self.assertEqual([], self.files())
        self.run_timers()
        self.assertEqual(1, len(self.files()))
        self.run_timers()
        self.assertEqual(1, len(self.files()))

    def test_a_server_that_is_away_loses_nothing(self):
        self.run_timers()
        away = mock.Mock()
        away.send.side_effect = ConnectionRefusedError
        for _attempt in range(2):
            thread = QueueProcessorThread()
            thread.log.disabled = True
            self.addCleanup(setattr, thread.log, "disabled", False)
            thread.setMailer(away)
            thread.setQueuePath(str(self.queue))
            thread.run(forever=False)
        self.assertTrue(away.send.called)
        self.assertEqual(1, len(self.files()))

    def test_links_lead_to_the_public_address(self):
        self.run_timers()
        text = self.files()[0].read_text()
        url = "https://portail.example.fr/reseau/@@notification-"
        self.assertIn(f"{url}open?id=", text.replace("=\n", "").replace("=3D", "="))
        # One line, not encoded: mail programs post to it as it stands.
        self.assertRegex(text, rf"(?m)^List-Unsubscribe: <{url}unsubscribe\?token=[\w.-]+>$")

    def test_without_a_public_address_it_waits(self):
        self.portal.portal_registry[address.RECORD] = None
        transaction.commit()
        with mock.patch.dict(address._seen, clear=True), self.assertLogs("bluegether", "WARNING"):
            self.run_timers()
        self.assertEqual([], self.files())
        with mock.patch.dict(address._seen, {"/plone": "http://localhost:8080/plone"}, clear=True):
            self.run_timers()
        self.assertEqual(1, len(self.files()))


class TestPush(SendingCase):
    def setUp(self):
        super().setUp()
        self.service = PushService()
        self.addCleanup(self.service.stop)
        api.portal.set_registry_record("bluegether.notifications.push_services", ["127.0.0.1"])
        notifications.ensure_secrets()

    def subscribe(self, userid="ana", name="one"):
        return notifications.subscribe(userid, name="Firefox", **self.service.subscription(name))

    def push(self):
        """Do what the timer does, without its transactions; return what the browser shows."""
        self.service.taken.clear()
        notifications.note([notifications.send(job, notifications.keys()) for job in notifications.jobs()])
        return [(message["title"], message["body"]) for message in self.service.messages()]

    def test_a_message_is_encrypted_signed_and_sent_once(self):
        self.subscribe()
        self.post("Confidentiel @ana")
        self.assertEqual([("Plone site", "Bob Martin vous cite dans une publication")], self.push())
        path, headers, body = self.service.taken[0]
        self.assertEqual("/one", path)
        self.assertTrue(headers["authorization"].startswith("vapid t="))
        self.assertIn(f"k={notifications.public_key()}", headers["authorization"])
        self.assertEqual("aes128gcm", headers["content-encoding"])
        self.assertNotIn(b"Bob Martin", body)
        self.assertEqual([], self.push())

    def test_what_came_before_the_browser_is_no_news(self):
        self.post()
        self.subscribe()
        storage.trees().due["push"].put("ana", 1)
        self.assertEqual([], self.push())

    def test_discreet(self):
        self.subscribe()
        notifications.choose("ana", discreet=True)
        self.post("Confidentiel @ana")
        self.assertEqual([("Plone site", "Une notification vous attend.")], self.push())

    def test_many_at_once_are_one_message(self):
        self.subscribe()
        for number in range(4):
            self.post(f"{number} @ana")
        self.assertEqual([("Plone site", "4 notifications vous attendent.")], self.push())

    def test_nothing_that_the_person_may_not_see_any_more(self):
        self.subscribe()
        stream.hide(self.post())
        self.assertEqual([], self.push())
        self.post("Autre @ana")
        stream.mute("ana", "bob")
        self.assertEqual([], self.push())
        stream.unmute("ana", "bob")
        self.post("Encore @ana")
        with api.env.adopt_roles(["Manager"]):
            people.forget("ana")
        self.assertEqual([], self.push())
        self.assertEqual([], list(storage.trees().due["push"].line))

    def test_quiet_hours_hold_back_all_but_urgent_messages(self):
        self.subscribe()
        self.clock.at(3, 22)
        self.post()
        self.assertEqual([], self.push())
        self.clock.moment += timedelta(minutes=1)
        with api.env.adopt_roles(["Animator"]):
            notifications.announce(title="Panne", text="Panne", userid="bob")
        notifications.spread()
        self.assertEqual([("Plone site", "Panne")], self.push())
        self.assertEqual([], self.push())
        self.clock.at(4, 7)
        self.assertEqual([("Plone site", "Bob Martin vous cite dans une publication")], self.push())

    def test_a_revoked_browser_receives_nothing(self):
        key = self.subscribe()
        self.post()
        notifications.unsubscribe("ana", key)
        self.assertEqual([], self.push())

    def test_a_browser_that_is_gone_is_forgotten(self):
        self.subscribe()
        self.service.status = 410
        self.post()
        self.push()
        self.assertEqual({}, notifications.devices("ana"))

    def test_a_service_that_fails_is_tried_again_later(self):
        self.subscribe()
        self.service.status = 503
        self.post()
        with self.assertLogs("bluegether", "WARNING"):
            self.push()
        self.service.status = 201
        self.assertEqual([], self.push())
        self.clock.moment += timedelta(minutes=5)
        self.assertEqual(1, len(self.push()))

    def test_a_service_that_is_away_is_tried_again_and_one_that_redirects_is_not_followed(self):
        self.subscribe()
        self.service.status = 302
        self.post()
        with self.assertLogs("bluegether", "WARNING"):
            self.push()
        self.assertEqual(["/one"], [path for path, _headers, _body in self.service.taken])
        self.assertIn("ana", storage.trees().due["push"].when)

    def test_two_browsers(self):
        self.subscribe()
        self.subscribe(name="two")
        self.post()
        self.push()
        self.assertEqual({"/one", "/two"}, {path for path, _headers, _body in self.service.taken})

    def test_the_timer_sends_and_notes_in_its_own_transactions(self):
        self.subscribe()
        self.post()
        module = "bluegether.core.notifications.timers"
        with mock.patch(f"{module}.transaction.begin"), mock.patch(f"{module}.turn.take") as take:
            getUtility(ITimer, "notifications.push").run(self.portal)
        self.assertEqual(1, len(self.service.taken))
        self.assertEqual(1, take.call_count)


class TestMany(SendingCase):
    def test_those_concerned_are_due_after_the_timer_not_in_the_writers_request(self):
        self.rhythm("immediately")
        tell_audience("stream.mention", thing=str(self.post("Bonjour @ana").id), actor="bob", audience=Audience())
        notifications.read_all("ana")
        self.assertEqual([], list(storage.trees().due["mail"].when.keys())[1:])
        self.assertEqual([], self.send())

    def test_many_recipients(self):
        entry = self.post("Bonjour @ana")
        notifications.read_all("ana")
        self.clock.moment += timedelta(seconds=1)
        self.rhythm("immediately")
        names = [f"u{number}" for number in range(notifications.FEW)]
        tell("stream.mention", thing=str(entry.id), actor="bob", recipients=["ana", *names])
        self.assertEqual([("ana@example.com", "Bob Martin vous cite dans une publication")], self.send())
        self.assertEqual([], self.send())
