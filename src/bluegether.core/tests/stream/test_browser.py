"""The stream's pages as a person without JavaScript uses them: real forms, what is shown and what is stored."""

from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.testing.zope import Browser
import transaction
import unittest


PASSWORD = "correct horse 26"
HOSTILE = '<script>alert("x")</script> javascript:alert(1) https://x.fr/"onclick="x <b>gras</b>'


class PageCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Agence de Lyon", "paris": "Paris"})
        with stream.silence():
            for userid, kind, unit in (
                ("ana", "staff", "lyon"),
                ("bob", "consultant", "paris"),
                ("carl", "client", ""),
            ):
                people.create_account(
                    userid,
                    fullname=f"{userid.title()} Diaz",
                    email=f"{userid}@example.com",
                    kind=kind,
                    unit=unit,
                    password=PASSWORD,
                )
        transaction.commit()

    def open(self, userid, path="@@stream", handle=True):
        browser = Browser(self.layer["app"])
        browser.handleErrors = handle
        browser.raiseHttpErrors = False
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        browser.open(f"{self.portal.absolute_url()}/{path}")
        return browser

    def write(self, text, author="ana", **values):
        entry = stream.post(text, author=author, **values)
        transaction.commit()
        return entry

    def texts(self, userid="ana", name="all"):
        transaction.begin()
        return [item.entry.text for item in stream.entries(stream.view(name), userid=userid).items]


class TestPostBox(PageCase):
    def post(self, browser, **values):
        form = browser.getForm(id="post")
        for name, value in values.items():
            control = form.getControl(name=name)
            control.value = [value] if name in ("kind", "unit") else value
        form.submit()
        return browser

    def test_an_empty_stream_invites_to_write(self):
        self.assertIn("Nobody has written yet", self.open("ana").contents)
        self.assertIn("Follow people and hashtags", self.open("ana", "@@stream?view=me").contents)
        self.assertIn("You keep nothing yet", self.open("ana", "@@stream?view=bookmarks").contents)

    def test_writing(self):
        browser = self.post(self.open("ana"), text="Bonjour @bob, voir #Plone et https://plone.org/x.")
        self.assertTrue(browser.url.endswith("/@@stream"))
        self.assertIn("Your publication is online.", browser.contents)
        self.assertEqual(["Bonjour @bob, voir #Plone et https://plone.org/x."], self.texts())
        contents = self.open("bob").contents
        self.assertIn(">Ana Diaz</a>", contents)
        self.assertIn("Agence de Lyon", contents)
        self.assertIn("person=bob", contents)
        self.assertIn("hashtag=plone", contents)
        self.assertIn('href="https://plone.org/x"', contents)

    def test_a_feedback_for_one_unit(self):
        browser = self.open("ana")
        self.post(browser, text="Appris", kind="feedback", unit="lyon", technology="Plone", sector="Banque")
        contents = self.open("ana").contents
        for word in ("Feedback", "Plone", "Banque", "Agence de Lyon", "Appris"):
            self.assertIn(word, contents)
        self.assertNotIn("Appris", self.open("bob").contents)

    def test_a_refusal_keeps_the_text(self):
        browser = self.post(self.open("ana"), text="Appris & compris", kind="feedback", unit="lyon", sector="")
        self.assertIn("A feedback names a technology or a sector.", browser.contents)
        form = browser.getForm(id="post")
        self.assertEqual("Appris & compris", form.getControl(name="text").value.strip())
        self.assertEqual(
            (["feedback"], ["lyon"]), (form.getControl(name="kind").value, form.getControl(name="unit").value)
        )
        self.assertEqual([], self.texts())

    def test_without_the_form_s_token_nothing_is_written(self):
        with Session(self.portal, "ana", PASSWORD) as session:
            session.post("@@stream", data={"text": "forged", "kind": "message"})
        self.assertEqual([], self.texts())

    def test_hostile_text_is_text(self):
        self.write(HOSTILE)
        contents = self.open("bob").contents
        self.assertIn("&lt;script&gt;alert(", contents)
        self.assertIn("&lt;b&gt;gras&lt;/b&gt;", contents)
        self.assertNotIn("<script>alert", contents)
        self.assertNotIn('href="javascript', contents)
        self.assertNotRegex(contents, r"<[^>]*\sonclick")

    def test_clients_and_visitors(self):
        self.write("secret")
        for path in ("@@stream", "stream", "@@stream-entries", "@@stream-new?since=1", "@@stream-follows", "@@home"):
            for userid in ("carl", None):
                self.assertNotIn("secret", str(self.open(userid, path).contents), path)


class TestEntries(PageCase):
    def act(self, userid, act, path="@@stream", number=0):
        browser = self.open(userid, path)
        controls = [
            browser.getControl(name="act", index=index) for index in range(browser.contents.count('name="act"'))
        ]
        [control for control in controls if control._elem.get("value") == act][number].click()
        return browser

    def test_the_menu_is_that_of_the_person(self):
        self.write("one")
        ana, bob = self.open("ana").contents, self.open("bob").contents
        self.assertIn("@@stream-edit?id=", ana)
        self.assertIn("@@stream-delete?id=", ana)
        for forbidden in ("@@stream-edit", "@@stream-delete", 'value="pin"'):
            self.assertNotIn(forbidden, bob)
        self.assertIn('value="mute"', bob)
        self.assertNotIn('value="mute"', ana)

    def test_edit(self):
        entry = self.write("one")
        browser = self.open("ana", f"@@stream-edit?id={entry.id}")
        browser.getControl(name="text").value = "two"
        browser.getControl("Save").click()
        self.assertTrue(browser.url.endswith(f"@@stream/{entry.id}"))
        self.assertIn("edited", browser.contents)
        self.assertEqual(["two"], self.texts())

    def test_an_empty_edit_is_refused(self):
        entry = self.write("one")
        browser = self.open("ana", f"@@stream-edit?id={entry.id}")
        browser.getControl(name="text").value = "  "
        browser.getControl("Save").click()
        self.assertIn("Write something first.", browser.contents)
        self.assertEqual(["one"], self.texts())

    def test_delete_asks_first(self):
        entry = self.write("one")
        browser = self.open("ana", f"@@stream-delete?id={entry.id}")
        self.assertIn("It will be gone for good", browser.contents)
        self.assertEqual(["one"], self.texts())
        browser.getControl("Delete").click()
        self.assertIn("Your publication was deleted.", browser.contents)
        self.assertEqual([], self.texts())

    def test_others_may_not(self):
        entry = self.write("one")
        for page in ("@@stream-edit", "@@stream-delete"):
            self.assertNotIn("one</textarea>", self.open("bob", f"{page}?id={entry.id}").contents)
            self.assertNotIn("gone for good", self.open("bob", f"{page}?id={entry.id}").contents)

    def test_keep_follow_and_mute(self):
        self.write("one #tag")
        self.assertIn("Kept for later.", self.act("bob", "bookmark").contents)
        self.assertEqual(["one #tag"], self.texts("bob", "bookmarks"))
        self.act("bob", "unbookmark", "@@stream?view=bookmarks")
        self.assertEqual([], self.texts("bob", "bookmarks"))
        self.act("bob", "follow", "@@stream?person=ana")
        self.act("bob", "follow", "@@stream?hashtag=tag")
        self.assertEqual((("ana",), ("tag",)), (stream.choices("bob").people, stream.choices("bob").hashtags))
        follows = self.open("bob", "@@stream-follows").contents
        self.assertIn("Ana Diaz", follows)
        self.assertIn("#tag", follows)
        self.act("bob", "mute")
        self.assertEqual([], self.texts("bob"))
        self.act("bob", "unmute", "@@stream-follows")
        self.act("bob", "unfollow", "@@stream-follows")
        transaction.begin()
        self.assertEqual(stream.Choices(), stream.choices("bob"))
        self.assertIn("Nothing here yet", self.open("bob", "@@stream-follows").contents)

    def test_pin(self):
        self.write("first")
        self.write("second")
        api.user.grant_roles("bob", roles=["Animator"])
        transaction.commit()
        self.act("bob", "pin", number=1)
        contents = self.open("ana").contents
        self.assertLess(contents.index(">first<"), contents.index(">second<"))
        self.assertEqual(1, contents.count(">first<"))
        self.assertIn("Pinned", contents)

    def test_older_ones_by_a_real_link(self):
        for number in range(20):
            stream.post(f"Text-{number:02}", author="ana")
        transaction.commit()
        browser = self.open("bob")
        self.assertIn("Text-05", browser.contents)
        self.assertNotIn("Text-04", browser.contents)
        fragment = browser.getLink("Older publications").url.replace("@@stream?", "@@stream-entries?")
        browser.getLink("Older publications").click()
        self.assertIn("Text-04", browser.contents)
        self.assertNotIn("Older publications", browser.contents)
        browser.open(fragment)
        self.assertIn("Text-04", browser.contents)
        self.assertNotIn("<main", browser.contents)

    def test_new_ones_are_announced(self):
        first = self.write("one")
        self.assertNotIn("new publication", self.open("bob", f"@@stream-new?since={first.id}").contents)
        self.write("two")
        self.assertIn("One new publication", self.open("bob", f"@@stream-new?since={first.id}").contents)
        self.write("three")
        self.assertIn("2 new publications", self.open("bob", f"@@stream-new?since={first.id}").contents)
        self.assertNotIn("new publications", self.open("ana", f"@@stream-new?since={first.id}").contents)

    def test_odd_queries_are_bad_requests_not_failures(self):
        for path in (
            "@@stream?view=no",
            "@@stream?cursor=x",
            "@@stream?cursor=1&cursor=2",
            "@@stream?person=a&person=b",
            "@@stream-entries?cursor=",
            "@@stream-new",
            "@@stream-new?since=-1",
            "@@stream-edit?id=x",
            "@@stream-act",
        ):
            browser = self.open("ana", path)
            self.assertTrue(browser.headers["status"].startswith("400"), f"{path} {browser.headers['status']}")
        for path in ("@@stream/1", "@@stream/x", "@@stream/1/2", "@@stream-edit?id=1"):
            browser = self.open("ana", path)
            self.assertTrue(browser.headers["status"].startswith("404"), f"{path} {browser.headers['status']}")


class TestRuns(PageCase):
    def test_a_long_run_shows_three_and_opens_the_others(self):
        self.portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        with api.env.adopt_roles(["Manager"]):
            for number in range(5):
                page = api.content.create(self.portal, "Document", title=f"Page <{number}>")
                api.content.transition(page, "publish")
        transaction.commit()
        contents = self.open("bob").contents
        self.assertIn("has published 5 items", contents)
        card = contents[contents.index("stream-entry") :]
        self.assertLess(card.index("Page &lt;2&gt;"), card.index("and 2 more"))
        self.assertLess(card.index("and 2 more"), card.index("Page &lt;1&gt;"))
        self.assertIn("and 2 more", self.open("bob", "@@home").contents)


class TestLeaks(PageCase):
    def test_a_unit_s_post_is_on_no_page_of_others(self):
        entry = self.write("secret #tag @bob", units=("lyon",))
        stream.follow("bob", person="ana")
        stream.follow("bob", hashtag="tag")
        with api.env.adopt_roles(["Manager"]):
            stream.pin(entry.id, userid="ana")
        transaction.commit()
        for path in (
            "@@stream",
            "@@stream?view=me",
            "@@stream?view=bookmarks",
            "@@stream?person=ana",
            "@@stream?hashtag=tag",
            "@@stream-entries",
            f"@@stream/{entry.id}",
            f"@@stream-edit?id={entry.id}",
            "@@home",
        ):
            contents = str(self.open("bob", path).contents)
            self.assertNotIn("secret", contents, path)
            self.assertNotIn(str(entry.id) + '"', contents.replace(f"since={entry.id}", ""), path)
        self.assertNotIn("new publication", self.open("bob", "@@stream-new?since=1").contents)
        self.assertIn("secret", self.open("ana", "@@home").contents)

    def test_the_home_card(self):
        self.assertIn("Latest publications", self.open("bob", "@@home").contents)
        self.write("Bonjour <b>tous</b>")
        self.assertIn("Bonjour &lt;b&gt;tous&lt;/b&gt;", self.open("bob", "@@home").contents)
        self.assertNotIn("Latest publications", self.open("carl", "@@home").contents)
