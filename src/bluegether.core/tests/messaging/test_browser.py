"""The pages as people use them without JavaScript: real forms, what is shown, what is stored, what must not leak."""

from bluegether.core.kit.clock import now
from bluegether.core.messaging import api as messaging
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import timedelta
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import io
import transaction
import unittest


PASSWORD = "correct horse 26"
SECRET = "Zanzibar"
HOSTILE = '<script>alert("x")</script> javascript:alert(1) https://x.fr/"onclick="x <b>gras</b>'
PEOPLE = (
    ("ana", "staff", []),
    ("bob", "consultant", []),
    ("chloe", "consultant", []),
    ("anim", "staff", ["Animator"]),
    ("hr", "staff", ["HR Referent"]),
    ("siteadmin", "staff", ["Site Administrator"]),
    ("boss", "direction", ["Manager"]),
    ("carl", "client", []),
)


class PageCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        for userid, kind, roles in PEOPLE:
            fullname = f"{userid.title()} Diaz"
            people.create_account(
                userid, fullname=fullname, email=f"{userid}@example.com", kind=kind, password=PASSWORD
            )
            if roles:
                api.user.grant_roles(userid, roles=roles)
        for name in ("new_conversations", "new_messages"):
            api.portal.set_registry_record(f"bluegether.messaging.{name}", 1000)
        transaction.commit()

    def open(self, userid, path="@@messages"):
        browser = Browser(self.layer["app"])
        browser.raiseHttpErrors = False
        browser.followRedirects = True
        if userid:
            password = SITE_OWNER_PASSWORD if userid == SITE_OWNER_NAME else PASSWORD
            browser.addHeader("Authorization", f"Basic {userid}:{password}")
        browser.open(path if path.startswith("http") else f"{self.portal.absolute_url()}/{path}")
        return browser

    def body(self, userid, path):
        contents = self.open(userid, path).contents
        return contents if isinstance(contents, str) else contents.decode()

    def start(self, *to, text=f"Le mot est {SECRET}", author="ana", **values):
        found = messaging.start(list(to), text, author=author, **values)
        transaction.commit()
        return found.id

    def texts(self, found, userid):
        transaction.begin()
        return [one.text or one.event for one in messaging.messages(found, userid=userid).items]


class TestLeaks(PageCase):
    def test_only_who_takes_part_gets_anything(self):
        written = io.BytesIO()
        Image.new("RGB", (20, 20)).save(written, "PNG")
        found = self.start("bob", "chloe", title=SECRET, files=[("plan.png", written.getvalue())])
        transaction.begin()
        one = messaging.messages(found, userid="bob").items[0].id
        paths = (
            f"@@messages/{found}",
            f"@@messages/{found}?edit={one}",
            f"@@messages-flow/{found}",
            f"@@messages-flow/{found}?after=1",
            f"@@message-file/{found}/{one}/0",
            f"@@message-file/{found}/{one}/0/small",
        )
        around = ("@@messages", f"@@messages?q={SECRET}", "@@messages-badge", "@@notifications", f"@@search?q={SECRET}")
        for userid in ("anim", "hr", "siteadmin", "boss", SITE_OWNER_NAME):
            for path in paths:
                browser = self.open(userid, path)
                self.assertIn("404", browser.headers["status"], (userid, path))
                self.assertNotIn(SECRET, browser.contents)
            for path in (*around, "people/ana"):
                contents = self.body(userid, path).replace(f"q={SECRET}", "").replace(f'"{SECRET}"', "")
                self.assertNotIn(f"mot est {SECRET}", contents, (userid, path))
        for path in (*paths, "@@messages", "@@message-new", "@@message-settings", "@@messages-badge"):
            for userid in ("", "carl"):
                self.assertNotIn(SECRET, self.body(userid, path), (userid, path))
            self.assertIn("insufficient-privileges", self.open("carl", path).url, path)
        for path in paths:
            self.assertIn("200", self.open("bob", path).headers["status"], path)
        messaging.leave(found, userid="bob")
        transaction.commit()
        for path in paths:
            self.assertIn("404", self.open("bob", path).headers["status"], path)

    def test_files_are_downloads_and_only_our_own_picture_is_shown(self):
        written = io.BytesIO()
        Image.new("RGB", (20, 20)).save(written, "PNG")
        files = [("plan.png", written.getvalue()), ("é.txt", b"<script>alert(1)</script>")]
        found = self.start("bob", files=files)
        one = messaging.messages(found, userid="bob").items[0].id
        url = f"@@message-file/{found}/{one}"
        for number in (0, 1):
            answer = self.open("bob", f"{url}/{number}")
            self.assertIn("attachment", answer.headers["Content-Disposition"])
            self.assertIn("no-store", answer.headers["Cache-Control"])
            self.assertEqual("nosniff", answer.headers["X-Content-Type-Options"])
        small = self.open("bob", f"{url}/0/small")
        self.assertEqual("image/jpeg", small.headers["Content-Type"])
        for path in (f"{url}/1/small", f"{url}/2", f"{url}/x", f"{url}/0/big", url, "@@message-file"):
            self.assertIn("404", self.open("bob", path).headers["status"], path)


class TestWriting(PageCase):
    def test_from_the_empty_list_to_a_first_message(self):
        browser = self.open("ana")
        self.assertIn("No conversation yet", browser.contents)
        browser = self.open("ana", "@@message-new")
        browser.getControl(name="q").value = "bob"
        browser.getControl(name="text").value = "Bonjour Bob"
        browser.getControl("Find").click()
        self.assertEqual("Bonjour Bob", browser.getControl(name="text").value)
        self.assertNotIn("Carl Diaz", browser.contents)
        browser.getControl(name="to").getControl(value="bob").selected = True
        browser.getForm(id="message-new").submit("Send")
        self.assertIn("Your message is sent.", browser.contents)
        found = messaging.between("ana", "bob")
        self.assertEqual(["Bonjour Bob"], self.texts(found, "bob"))
        self.assertIn(f"@@messages/{found}", self.open("ana", "@@message-new?to=bob").url)

    def test_answering_reads_up_to_what_was_shown_and_looking_does_not(self):
        found = self.start("bob")
        browser = self.open("bob", f"@@messages/{found}")
        transaction.begin()
        self.assertEqual(1, messaging.unread("bob"))
        self.assertIn("New messages", browser.contents)
        messaging.send(found, "pas encore vu", author="ana")
        transaction.commit()
        form = browser.getForm(id="answer")
        form.getControl(name="text").value = "Réponse"
        form.submit()
        self.assertIn("#answer", browser.url)
        self.assertEqual(["Réponse", "pas encore vu", f"Le mot est {SECRET}"], self.texts(found, "ana"))
        self.assertEqual(1, messaging.seen(found, userid="bob").unread)
        browser.getControl("Mark messages as read").click()
        transaction.begin()
        self.assertEqual(0, messaging.unread("bob"))
        self.assertNotIn("Mark messages as read", browser.contents)

    def test_a_refusal_says_why_and_keeps_the_text(self):
        found = self.start("bob")
        api.portal.set_registry_record("bluegether.messaging.messages_per_minute", 1)
        transaction.commit()
        browser = self.open("ana", f"@@messages/{found}")
        form = browser.getForm(id="answer")
        form.getControl(name="text").value = "Un texte à garder"
        form.submit()
        self.assertIn("429", browser.headers["status"])
        self.assertIn("You write very fast", browser.contents)
        self.assertEqual("Un texte à garder", browser.getForm(id="answer").getControl(name="text").value)
        self.assertEqual(1, len(self.texts(found, "bob")))

    def test_what_people_write_is_shown_as_they_wrote_it(self):
        found = self.start("bob", "chloe", text=HOSTILE, title="<i>titre</i>")
        for path in (f"@@messages/{found}", "@@messages", "@@messages?q=gras"):
            contents = self.open("bob", path).contents
            self.assertNotIn("<b>gras", contents)
            self.assertNotIn('<script>alert("x")', contents)
            self.assertNotIn("<i>titre", contents)
            self.assertNotIn('href="javascript', contents)
        self.assertIn('href="https://x.fr/"', self.open("bob", f"@@messages/{found}").contents)

    def test_edit_and_delete(self):
        found = self.start("bob")
        one = messaging.messages(found, userid="ana").items[0].id
        browser = self.open("ana", f"@@messages/{found}")
        browser.getLink("Edit").click()
        form = browser.getForm(id="edit")
        form.getControl(name="text").value = "corrigé"
        form.submit("Save")
        self.assertIn("edited", browser.contents)
        self.assertEqual(["corrigé"], self.texts(found, "bob"))
        self.assertNotIn("Report this<", browser.contents)
        others = self.open("bob", f"@@messages/{found}").contents
        self.assertNotIn("Delete for everybody", others)
        self.assertIn(f"@@report?kind=message&amp;key={found}%2F{one}", others)
        browser.getControl("Delete for everybody").click()
        self.assertIn("Message deleted", self.open("bob", f"@@messages/{found}").contents)
        self.assertNotIn("corrigé", self.open("bob", f"@@messages/{found}").contents)
        transaction.begin()
        self.assertTrue(messaging.messages(found, userid="bob").items[0].removed)
        self.assertEqual(one, messaging.messages(found, userid="bob").items[0].id)

    def test_a_group_title_people_leaving(self):
        found = self.start("bob", "chloe")
        browser = self.open("bob", f"@@messages/{found}")
        browser.getControl(name="title").value = "Repas"
        browser.getControl("Save").click()
        self.assertIn("Bob Diaz named the conversation “Repas”", browser.contents)
        browser.getControl(name="person").value = "Carl Diaz"
        browser.getControl("Add", index=1).click()
        self.assertIn("403", browser.headers["status"])
        browser.getControl(name="person").value = "Hr Diaz"
        browser.getControl("Add", index=1).click()
        self.assertIn("Bob Diaz added Hr Diaz to the conversation", browser.contents)
        browser.getControl("Leave the conversation").click()
        self.assertIn("You have left the conversation.", browser.contents)
        self.assertEqual(["left", "joined", "Repas", f"Le mot est {SECRET}"], self.texts(found, "ana"))
        self.assertEqual(["left", "joined"], self.texts(found, "hr"))

    def test_pin_mute_block_unblock(self):
        found = self.start("bob")
        browser = self.open("bob", f"@@messages/{found}")
        for button, text in (
            ("Pin on top of my list", "Pinned on top of your list."),
            ("Mute", "You are told nothing"),
            ("Block this person", "they are not told"),
        ):
            browser.getControl(button).click()
            self.assertIn(text, browser.contents)
        self.assertIn("You have blocked this person: unblock them to write.", browser.contents)
        self.assertNotIn("blocked", self.open("ana", f"@@messages/{found}").contents)
        settings = self.open("bob", "@@message-settings")
        self.assertIn("Ana Diaz", settings.contents)
        settings.getControl("Unblock").click()
        settings.getControl("I accept read receipts").selected = True
        settings.getControl("Save").click()
        transaction.begin()
        self.assertEqual(([], True), (messaging.blocked("bob"), messaging.accepts_receipts("bob")))
        seen = messaging.seen(found, userid="bob")
        self.assertEqual((True, True), (seen.pinned, seen.mine.muted))

    def test_a_form_without_its_token_changes_nothing(self):
        found = self.start("bob")
        session = Session(self.portal, "ana", PASSWORD)
        self.addCleanup(session.close)
        for data in ({"act": "send", "text": "x"}, {"act": "leave"}, {"act": "delete", "message": "1"}):
            self.assertEqual(403, session.post(f"@@messages/{found}", data=data).status_code)
        self.assertEqual([f"Le mot est {SECRET}"], self.texts(found, "bob"))


class TestReading(PageCase):
    def test_older_messages_follow_a_real_link(self):
        found = self.start("bob", text="premier")
        api.portal.set_registry_record("bluegether.messaging.messages_per_minute", 1000)
        for number in range(35):
            messaging.send(found, f"texte-{number}.", author="ana")
        transaction.commit()
        browser = self.open("bob", f"@@messages/{found}")
        self.assertNotIn("premier", browser.contents.split("talk-flow")[-1])
        while "Older messages" in browser.contents:
            browser.getLink("Older messages").click()
        self.assertIn("premier", browser.contents)
        self.assertNotIn("texte-34.", browser.contents.split("talk-flow")[-1])
        self.assertIn("Back to the latest messages", browser.contents)

    def test_newer_ones_alone(self):
        found = self.start("bob")
        last = messaging.messages(found, userid="bob").items[0].id
        self.assertNotIn(SECRET, self.open("bob", f"@@messages-flow/{found}?after={last}").contents)
        messaging.send(found, "nouveau", author="ana")
        transaction.commit()
        contents = self.open("bob", f"@@messages-flow/{found}?after={last}").contents
        self.assertIn("nouveau", contents)
        self.assertNotIn(SECRET, contents)

    def test_search_and_empty_states(self):
        found = self.start("bob")
        browser = self.open("bob", f"@@messages?q={SECRET.lower()[:5]}")
        browser.getLink(url=f"@@messages/{found}?before").click()
        self.assertIn(SECRET, browser.contents)
        self.assertIn("None of your messages holds these words", self.open("bob", "@@messages?q=rien").contents)
        self.assertIn("at least two letters", self.open("bob", "@@messages?q=a").contents)
        for path in ("@@messages/x", "@@messages/1", f"@@messages/{found}?before=x", "@@messages-flow"):
            self.assertIn("404", self.open("bob", path).headers["status"], path)

    def test_who_is_gone_and_who_is_away(self):
        found = self.start("bob")
        people.update_profile(
            people.person("bob"),
            "absence",
            {"away_from": now().date(), "away_until": now().date() + timedelta(days=3), "away_replacement": "chloe"},
            actor="bob",
        )
        transaction.commit()
        contents = self.open("ana", f"@@messages/{found}").contents
        self.assertIn("Away until", contents)
        self.assertIn("@@message-new?to=chloe", contents)
        with api.env.adopt_user(username="hr"):
            people.suspend("bob", until=now() + timedelta(days=3), reason="x", actor="hr")
        transaction.commit()
        contents = self.open("ana", f"@@messages/{found}").contents
        self.assertIn("what was written can still be read", contents)
        self.assertIn(SECRET, contents)
        self.assertNotIn("@@message-new?to=bob", self.open("ana", "people/bob").contents)

    def test_the_page_of_a_person_leads_here_and_the_badge_counts(self):
        self.assertIn("@@message-new?to=bob", self.open("ana", "people/bob").contents)
        self.assertNotIn("@@message-new?to=ana", self.open("ana", "people/ana").contents)
        self.start("bob")
        self.assertIn('"count": "1"', self.body("bob", "@@messages-badge"))
        self.assertIn('"count": ""', self.body("ana", "@@messages-badge"))
