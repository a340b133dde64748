"""The pages as people use them without JavaScript: real forms, what is shown and what is stored."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.notice import tell
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.testing import create_page
from bluegether.core.notifications.testing import create_people
from bluegether.core.notifications.testing import PASSWORD
from bluegether.core.notifications.testing import PushService
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from pathlib import Path
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
from Products.MailHost.MailHost import MailHost
from unittest import mock
import json
import os
import re
import tempfile
import transaction
import unittest


class PageCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with stream.silence():
            create_people()
        transaction.commit()

    def open(self, userid, path="@@notifications", password=PASSWORD):
        browser = Browser(self.layer["app"])
        browser.raiseHttpErrors = False
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{password}")
        browser.open(f"{self.portal.absolute_url()}/{path}")
        return browser

    def session(self, userid="", **values):
        session = Session(self.portal, userid, PASSWORD, **values)
        self.addCleanup(session.close)
        return session

    def post(self, text="Bonjour @ana", author="bob"):
        entry = stream.post(text, author=author)
        transaction.commit()
        return entry

    def number(self, userid="ana"):
        transaction.begin()
        return notifications.count(userid).number


class TestCentre(PageCase):
    def test_nothing_yet(self):
        self.assertIn("Nothing to tell you yet", self.open("ana").contents)
        self.assertIn("You have read everything", self.open("ana", "@@notifications?show=unread").contents)
        self.assertNotIn("Mark everything", self.open("ana").contents)

    def test_visitors_are_sent_to_the_login(self):
        self.assertIn("login", self.open("").url)
        self.assertIn("login", self.open("", "@@notification-settings").url)

    def test_opening_leads_to_the_thing_and_marks_it_as_read(self):
        entry = self.post()
        browser = self.open("ana")
        self.assertIn("Bob Martin mentioned you in a publication", browser.contents)
        self.assertIn("is-unread", browser.contents)
        browser.getControl("Bob Martin mentioned you in a publication").click()
        self.assertEqual(f"{self.portal.absolute_url()}/@@stream/{entry.id}", browser.url)
        self.assertEqual(0, self.number())
        self.assertNotIn("is-unread", self.open("ana").contents)

    def test_a_link_of_a_mail_marks_nothing_until_the_form_is_sent(self):
        entry = self.post()
        item = notifications.notices("ana").items[0]
        browser = self.open("ana", f"@@notification-open?id={item.id}")
        self.assertIn("data-send-at-once", browser.contents)
        self.assertEqual(1, self.number())
        browser.getControl("Open").click()
        self.assertTrue(browser.url.endswith(f"/@@stream/{entry.id}"))
        self.assertEqual(0, self.number())
        for userid, path in (("bob", f"@@notification-open?id={item.id}"), ("ana", "@@notification-open?id=<b>")):
            browser = self.open(userid, path)
            self.assertIn("This notification is not there any more", browser.contents)
            self.assertTrue(browser.headers["status"].startswith("404"))

    def test_marking_one_and_all(self):
        self.post()
        self.post("Encore @ana")
        browser = self.open("ana", "@@notifications?show=unread")
        browser.getControl("Mark as read", index=0).click()
        self.assertEqual(1, self.number())
        self.assertTrue(browser.url.endswith("show=unread"))
        self.assertEqual(1, browser.contents.count("notice-words"))
        browser = self.open("ana")
        browser.getControl("Mark as not read").click()
        self.assertEqual(2, self.number())
        browser.getControl("Mark everything as read").click()
        self.assertIn("Everything is marked as read.", browser.contents)
        self.assertEqual(0, self.number())

    def test_pages_by_cursor(self):
        for number in range(25):
            stream.post(f"{number} @ana", author="bob")
        transaction.commit()
        browser = self.open("ana")
        self.assertEqual(20, browser.contents.count("notice-words"))
        browser.getLink("Older notifications").click()
        self.assertEqual(5, browser.contents.count("notice-words"))
        self.assertIn("0 @ana", browser.contents)
        self.assertNotIn("Older notifications", browser.contents)

    def test_a_get_writes_nothing_and_a_post_needs_the_forms_token(self):
        self.post()
        item = notifications.notices("ana").items[0]
        session = self.session("ana")
        session.get("@@notifications")  # Plone's portlets write once, at the first page of a site
        before = self.portal._p_jar.db().lastTransaction()
        for path in ("@@notifications", f"@@notification-open?id={item.id}", "@@notification-settings"):
            self.assertEqual(200, session.get(path).status_code)
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())
        for path in ("@@notifications?act=read-all", f"@@notifications?act=read&id={item.id}", "@@notifications-badge"):
            session.get(path)
        for path, data in (
            ("@@notifications", {"act": "read-all"}),
            ("@@notification-open", {"id": item.id}),
            ("@@notification-settings", {"rhythm": "never"}),
            ("@@notification-devices", {"remove": "x"}),
        ):
            self.assertEqual(403, session.post(path, data=data).status_code, path)
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())

    def test_what_people_write_is_text(self):
        self.post('@ana <script>alert("x")</script><img src=x>')
        contents = self.open("ana").contents
        self.assertIn("&lt;script&gt;", contents)
        self.assertNotIn("<script>alert", contents)

    def test_leaks(self):
        page = create_page(self.portal, owner="zoe", title="Plan secret")
        with api.env.adopt_user(username="bob"):
            discussion.write(page, "Mot secret @ana", userid="bob")
        transaction.commit()
        self.assertIn("Mot secret", self.open("ana").contents)
        item = notifications.notices("ana").items[0]
        page.manage_permission("View", ["Manager"])
        page.reindexObjectSecurity()
        transaction.commit()
        for path in ("@@notifications", f"@@notification-open?id={item.id}", "@@home"):
            contents = self.open("ana", path).contents
            self.assertNotIn("Plan secret", contents, path)
            self.assertNotIn("Mot secret", contents, path)
        self.assertEqual("", json.loads(self.session("ana").get("@@notifications-badge").text)["count"])


class TestBadge(PageCase):
    def test_it_is_a_number_and_no_page(self):
        session = self.session("ana")
        nothing = {"count": "", "label": "Notifications: nothing new"}
        self.assertEqual(nothing, session.get("@@notifications-badge").json())
        self.post()
        answer = session.get("@@notifications-badge")
        self.assertEqual({"count": "1", "label": "Notifications: 1 not read"}, answer.json())
        self.assertEqual("no-store", answer.headers["Cache-Control"])
        for number in range(9):
            stream.post(f"{number} @ana", author="bob")
        transaction.commit()
        self.assertEqual("9+", session.get("@@notifications-badge").json()["count"])

    def test_nobody_elses(self):
        self.post()
        self.assertEqual("", self.session("zoe").get("@@notifications-badge").json()["count"])
        self.assertIn("login", self.session().get("@@notifications-badge").url)


class TestSettings(PageCase):
    def test_what_is_chosen_is_kept_and_the_rest_stays_the_sites(self):
        browser = self.open("ana", "@@notification-settings")
        form = browser.getForm(index=1)
        boxes = form.getControl(name="on")
        self.assertIn("mention.mail", boxes.value)
        boxes.value = [value for value in boxes.value if value != "mention.mail"] + ["follow.mail"]
        form.getControl(name="rhythm").value = ["weekly"]
        form.getControl(name="weekday").value = ["4"]
        form.getControl(name="hour").value = ["16"]
        form.getControl(name="quiet_from").value = ["12"]
        form.getControl(name="quiet_until").value = ["14"]
        form.getControl(name="discreet").value = ["on"]
        form.submit()
        self.assertIn("Your choices are kept.", browser.contents)
        transaction.begin()
        mine = notifications.settings("ana")
        self.assertEqual(("weekly", 16, 4, 12, 14, True), mine[:6])
        self.assertFalse(mine.channels["mention"]["mail"])
        self.assertTrue(mine.channels["mention"]["portal"])
        self.assertTrue(mine.channels["follow"]["mail"])
        api.portal.set_registry_record("bluegether.notifications.mail_off", {"reply"})
        self.assertFalse(notifications.is_on("ana", "reply", "mail"))
        self.assertTrue(notifications.is_on("ana", "follow", "mail"))

    def test_half_of_the_quiet_hours(self):
        browser = self.open("ana", "@@notification-settings")
        form = browser.getForm(index=1)
        form.getControl(name="quiet_from").value = ["12"]
        form.submit()
        self.assertIn("Quiet hours have a beginning and an end.", browser.contents)
        self.assertTrue(browser.headers["status"].startswith("400"))
        transaction.begin()
        self.assertIsNone(notifications.settings("ana").quiet_from)

    def test_an_administrator_without_an_account(self):
        browser = self.open(SITE_OWNER_NAME, "@@notification-settings", SITE_OWNER_PASSWORD)
        self.assertIn("This account receives no notifications", browser.contents)
        browser = self.open(SITE_OWNER_NAME, "@@notifications", SITE_OWNER_PASSWORD)
        self.assertIn("Nothing to tell you yet", browser.contents)

    def test_browsers(self):
        service = PushService()
        self.addCleanup(service.stop)
        api.portal.set_registry_record("bluegether.notifications.push_services", ["127.0.0.1"])
        notifications.ensure_secrets()
        transaction.commit()
        browser = self.open("ana", "@@notification-settings")
        self.assertIn(f'data-push-key="{notifications.public_key()}"', browser.contents)
        token = browser.getForm(index=2).getControl(name="_authenticator").value
        data = service.subscription() | {"_authenticator": token}
        session = self.session("ana")
        session.headers["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
        answer = session.post("@@notification-devices", data=data)
        self.assertIn("Firefox · Linux", answer.text)
        browser = self.open("ana", "@@notification-settings")
        browser.getControl("Remove").click()
        self.assertIn("No browser receives messages", browser.contents)
        transaction.begin()
        self.assertEqual({}, notifications.devices("ana"))

    def test_the_worker_is_the_sites_own_script(self):
        answer = self.session("ana").get("@@notifications-worker")
        self.assertEqual("text/javascript; charset=utf-8", answer.headers["Content-Type"])
        self.assertIn("notificationclick", answer.text)
        self.assertIn("script-src 'self'", answer.headers["Content-Security-Policy"])


class TestUnsubscribe(PageCase):
    def setUp(self):
        super().setUp()
        self.all, self.one = notifications.token("ana", "all"), notifications.token("ana", "comment")
        transaction.commit()

    def test_without_logging_in_a_get_asks_and_a_form_stops(self):
        browser = self.open("", f"@@notification-unsubscribe?token={self.one}")
        self.assertIn("Comments on my contents", browser.contents)
        self.assertNotIn("Ana", browser.contents)
        transaction.begin()
        self.assertTrue(notifications.is_on("ana", "comment", "mail"))
        browser.getControl("Send me no more").click()
        self.assertIn("It is done", browser.contents)
        transaction.begin()
        self.assertFalse(notifications.is_on("ana", "comment", "mail"))
        self.assertEqual("daily", notifications.settings("ana").rhythm)

    def test_one_click_of_a_mail_program(self):
        answer = self.session().post(
            f"@@notification-unsubscribe?token={self.all}", data={"List-Unsubscribe": "One-Click"}
        )
        self.assertEqual(200, answer.status_code)
        self.assertIn("It is done", answer.text)
        transaction.begin()
        self.assertEqual("never", notifications.settings("ana").rhythm)

    def test_everything_at_once(self):
        browser = self.open("", f"@@notification-unsubscribe?token={self.one}")
        browser.getControl(name="everything").value = ["on"]
        browser.getControl("Send me no more").click()
        transaction.begin()
        self.assertEqual("never", notifications.settings("ana").rhythm)

    def test_altered_and_stale_links(self):
        for token in ("", "x", self.one[:-1], self.one + "x"):
            answer = self.session().get(f"@@notification-unsubscribe?token={token}")
            self.assertEqual(400, answer.status_code, token)
            self.assertIn("This link is not complete", answer.text)
            self.assertEqual(400, self.session().post("@@notification-unsubscribe", data={"token": token}).status_code)
        with api.env.adopt_roles(["Manager"]):
            people.forget("ana")
        transaction.commit()
        self.assertEqual(404, self.session().get(f"@@notification-unsubscribe?token={self.one}").status_code)


class TestUrgent(PageCase):
    def animator(self):
        api.user.grant_roles(username="zoe", roles=["Animator"])
        transaction.commit()

    def test_an_animator_writes_and_the_audience_reads(self):
        self.animator()
        browser = self.open("zoe", "@@urgent-message")
        browser.getControl(name="title").value = "Site fermé"
        browser.getControl(name="text").value = "Restez chez vous.\nMerci <b>à tous</b>."
        browser.getControl(name="units").value = ["paris"]
        browser.getControl("Send now").click()
        self.assertIn("Your message is on its way", browser.contents)
        self.assertRegex(browser.contents, r"(?s)Site fermé</a>.*Zoé Petit.*Paris")
        browser = self.open("bob")
        self.assertIn("Urgent", browser.contents)
        browser.getControl("Site fermé").click()
        self.assertIn("@@announcement?id=", browser.url)
        self.assertIn("Merci &lt;b&gt;à tous&lt;/b&gt;.", browser.contents)
        self.assertNotIn("Site fermé", self.open("ana").contents)
        self.assertEqual(404, self.session("ana").get(browser.url).status_code)
        self.assertEqual(404, self.session("bob").get("@@announcement?id=12").status_code)

    def test_a_refusal_keeps_the_text(self):
        self.animator()
        browser = self.open("zoe", "@@urgent-message")
        browser.getControl(name="text").value = "Un long texte"
        browser.getControl("Send now").click()
        self.assertIn("Write something first.", browser.contents)
        self.assertIn("Un long texte", browser.contents)

    def test_others_have_no_such_page(self):
        self.assertIn(self.session("ana").get("@@urgent-message", allow_redirects=False).status_code, (302, 401, 403))
        with api.env.adopt_roles(["Animator"]):
            found = notifications.announce(title="Pour le réseau", text="Secret", userid="zoe")
        transaction.commit()
        self.assertEqual(404, self.session("carl").get(f"@@announcement?id={found}").status_code)
        self.assertNotIn("Pour le réseau", self.open("carl").contents)


class TestClients(PageCase):
    def test_a_client_sees_the_centre_and_nothing_of_the_network(self):
        tell("stream.mention", thing=str(self.post("Bonjour @carl @ana").id), actor="bob", recipients=["carl"])
        transaction.commit()
        browser = self.open("carl")
        self.assertIn("Nothing to tell you yet", browser.contents)
        self.assertNotIn("Bob", browser.contents)
        self.assertEqual("", self.session("carl").get("@@notifications-badge").json()["count"])
        self.assertIn("Urgent messages of the portal", self.open("carl", "@@notification-settings").contents)


class TestFollowing(PageCase):
    def test_the_button_below_a_page(self):
        create_page(self.portal, owner="zoe")
        transaction.commit()
        browser = self.open("ana", "plan-de-charge")
        browser.getControl("Tell me of comments here").click()
        self.assertIn("You are told of comments here from now on.", browser.contents)
        transaction.begin()
        self.assertTrue(discussion.follows(self.portal["plan-de-charge"], "ana"))
        browser.getControl("Tell me no longer").click()
        transaction.begin()
        self.assertFalse(discussion.follows(self.portal["plan-de-charge"], "ana"))
        self.assertEqual((), discussion.followed("ana"))


class TestControlPanel(PageCase):
    def test_only_administrators_and_what_they_set_counts(self):
        answer = self.session("ana").get("@@notifications-controlpanel", allow_redirects=False)
        self.assertIn(answer.status_code, (302, 401))
        browser = self.open(SITE_OWNER_NAME, "@@notifications-controlpanel", SITE_OWNER_PASSWORD)
        browser.getControl(name="form.widgets.kept_days").value = "30"
        browser.getControl(name="form.widgets.holidays_country").value = "XX"
        browser.getControl("Save").click()
        self.assertIn("No public holidays of this country are known.", browser.contents)
        browser.getControl(name="form.widgets.holidays_country").value = "BE"
        browser.getControl("Save").click()
        transaction.begin()
        self.assertEqual(30, notifications.setting("kept_days"))
        self.assertEqual("BE", notifications.setting("holidays_country"))
        self.assertEqual({5, 6}, notifications.setting("quiet_days"))

    def test_the_public_address(self):
        browser = self.open(SITE_OWNER_NAME, "@@address-controlpanel", SITE_OWNER_PASSWORD)
        browser.getControl(name="form.widgets.public_url").value = "https://portail.example.fr"
        browser.getControl("Save").click()
        transaction.begin()
        self.assertEqual("https://portail.example.fr", api.portal.get_registry_record("bluegether.public_url"))


class TestMailbox(PageCase):
    """Mail that waits, shown in development to administrators only."""

    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.portal._delObject("MailHost")
        self.portal._setObject("MailHost", MailHost("MailHost", smtp_queue=True))
        self.portal.MailHost.smtp_queue_directory = str(Path(folder.name, "queue"))
        self.host(" ")
        patch = mock.patch.object(MailHost, "_startQueueProcessorThread")
        patch.start()
        self.addCleanup(patch.stop)
        notifications.choose("ana", rhythm="immediately")
        for name, value in {"quiet_from": 0, "quiet_until": 0, "quiet_days": set(), "holidays_country": ""}.items():
            api.portal.set_registry_record(f"bluegether.notifications.{name}", value)
        self.post("Bonjour @ana <b>!</b>")
        notifications.send_due()
        transaction.commit()

    def host(self, name):
        self.portal.MailHost.smtp_host = name.strip()
        transaction.commit()

    def status(self, userid=SITE_OWNER_NAME, password=SITE_OWNER_PASSWORD):
        return self.open(userid, "@@mailbox", password).headers["status"][:3]

    def test_a_mail_is_shown_with_its_text_and_its_html(self):
        browser = self.open(SITE_OWNER_NAME, "@@mailbox", SITE_OWNER_PASSWORD)
        self.assertIn("ana@example.com", browser.contents)
        browser.getLink("Bob Martin mentioned you").click()
        self.assertIn("Hello Ana Diaz,", browser.contents)
        self.assertIn("List-Unsubscribe", browser.contents)
        self.assertIn('sandbox=""', browser.contents)
        source = re.search(r'src="([^"]*html=1)"', browser.contents)[1].replace("&amp;", "&")
        browser.open(source)
        self.assertIn("&lt;b&gt;!&lt;/b&gt;", browser.contents)

    def test_not_for_others_not_with_a_server_not_in_production(self):
        self.assertEqual("200", self.status())
        self.assertNotEqual("200", self.session("ana").get("@@mailbox", allow_redirects=False).status_code)
        with mock.patch.dict(os.environ, {"BLUEGETHER_PRODUCTION": "1"}):
            self.assertEqual("404", self.status())
        self.host("mail.example.com")
        self.assertEqual("404", self.status())

    def test_nothing_outside_of_the_queue(self):
        for name in ("../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "nothing"):
            browser = self.open(SITE_OWNER_NAME, f"@@mailbox?name={name}", SITE_OWNER_PASSWORD)
            self.assertEqual("404", browser.headers["status"][:3])
