"""The discussion below a page, through real forms, as several people."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.clock import local
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.testing.zope import Browser
from unittest import mock
from urllib.parse import urlencode
import re
import transaction
import unittest


PASSWORD = "Correct-horse-42"


class TestDiscussion(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        for userid, kind in {"claire": "consultant", "amina": "staff", "client": "client"}.items():
            people.create_account(
                userid, fullname=f"{userid.capitalize()} Morel", email="x@example.com", kind=kind, password=PASSWORD
            )
        with api.env.adopt_roles(["Manager"]):
            self.page = api.content.create(self.portal, "Document", "page", title="Page")
            self.folder = api.content.create(self.portal, "Folder", "folder", title="Folder")
        transaction.commit()
        self.url = self.page.absolute_url()

    def browser(self, userid=""):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        return browser

    def form(self, browser, action, number=0):
        places = [key for key in browser._response.forms if isinstance(key, int)]
        forms = [browser.getForm(index=index) for index in sorted(places)]
        found = [form for form in forms if form.action.endswith(action)]
        return found[number]

    def comment(self, text, userid="claire"):
        browser = self.browser(userid)
        browser.open(self.url)
        form = self.form(browser, "/page/@@comment", -1)
        form.getControl(name="text").value = text
        form.submit()
        return browser

    def comments(self):
        transaction.begin()
        return list(IConversation(self.page).getComments())

    def test_a_comment_is_there_at_once_and_the_page_comes_back_at_its_place(self):
        browser = self.comment("Bonjour **tous** <script>alert(1)</script>")
        (comment,) = self.comments()
        self.assertEqual("claire", comment.author_username)
        self.assertTrue(browser.url.endswith(f"/page#{comment.id}"))
        self.assertIn("<strong>tous</strong> &lt;script&gt;alert(1)&lt;/script&gt;", browser.contents)
        self.assertNotIn("<script>alert(1)", browser.contents)
        other = self.browser("amina")
        other.open(self.url)
        self.assertIn("Claire Morel", other.contents)
        self.assertIn(f'id="{comment.id}"', other.contents)

    def test_its_time_is_that_of_the_site(self):
        api.portal.set_registry_record("plone.portal_timezone", "Pacific/Kiritimati")
        transaction.commit()
        where = "plone.api.portal.get_localized_time"
        with mock.patch(where, side_effect=lambda moment, **_format: f"[{moment:%H:%M}]"):
            browser = self.comment("Bonjour")
        written = self.comments()[0].creation_date
        self.assertIn(f"[{local(written):%H:%M}]", browser.contents)
        self.assertNotIn(f"[{written:%H:%M}]", browser.contents)

    def test_a_reply(self):
        self.comment("Question")
        browser = self.browser("amina")
        browser.open(self.url)
        form = self.form(browser, "/page/@@comment", 0)
        form.getControl(name="text").value = "Réponse"
        form.submit()
        question, reply = self.comments()
        self.assertEqual((question.comment_id, "Réponse"), (reply.in_reply_to, reply.text))
        self.assertIn("to Claire Morel", " ".join(browser.contents.split()))

    def test_the_author_changes_it_and_it_is_marked(self):
        browser = self.comment("Bonjuor")
        self.assertNotIn("edited", browser.contents)
        form = self.form(browser, "@@comment-edit")
        self.assertEqual("Bonjuor", form.getControl(name="text").value.strip())
        form.getControl(name="text").value = "Bonjour"
        form.submit()
        self.assertEqual(["Bonjour"], [comment.text for comment in self.comments()])
        self.assertIn("edited", browser.contents)

    def test_the_author_deletes_it(self):
        browser = self.comment("à effacer")
        self.form(browser, "@@comment-delete").submit()
        self.assertEqual([], self.comments())
        self.assertNotIn("à effacer", browser.contents)

    def test_others_are_offered_neither_and_are_refused(self):
        self.comment("Bonjour")
        (comment,) = self.comments()
        browser = self.browser("amina")
        browser.open(self.url)
        self.assertNotIn("@@comment-edit", browser.contents)
        self.assertNotIn("@@comment-delete", browser.contents)
        token = self.form(browser, "@@react").getControl(name="_authenticator").value
        for name in ("comment-edit", "comment-delete"):
            data = urlencode({"_authenticator": token, "text": "Faux"})
            browser.post(f"{comment.absolute_url()}/@@{name}", data)
            self.assertTrue(browser.headers["status"].startswith("403"), name)
        self.assertEqual(["Bonjour"], [each.text for each in self.comments()])

    def test_a_form_without_its_token_is_refused(self):
        browser = self.browser("claire")
        for path, data in (("@@comment", "text=Bonjour"), ("@@react", "reaction=like")):
            browser.post(f"{self.url}/{path}", data)
            self.assertTrue(browser.headers["status"].startswith("403"), path)
        transaction.begin()
        self.assertEqual(([], {}), (self.comments(), discussion.reactions(self.page)))

    def test_a_text_that_is_refused_is_not_lost(self):
        browser = self.comment("é" * 10_001)
        self.assertTrue(browser.headers["status"].startswith("400"))
        self.assertIn("10000", browser.contents)
        form = self.form(browser, "@@comment")
        self.assertEqual("é" * 10_001, form.getControl(name="text").value.strip())
        form.getControl(name="text").value = "plus court"
        form.submit()
        self.assertEqual(["plus court"], [comment.text for comment in self.comments()])

    def test_each_reaction_has_an_icon_of_its_own(self):
        browser = self.browser("claire")
        browser.open(self.url)
        icons = set(re.findall(r"bi-([a-z-]+)", browser.contents))
        self.assertLessEqual({icon for icon, _title in discussion.REACTIONS.values()}, icons)

    def test_reactions_are_given_changed_seen_and_taken_back(self):
        browser = self.browser("claire")
        browser.open(self.url)
        for reaction, expected in (("like", "like"), ("thank", "thank"), ("thank", None)):
            form = self.form(browser, "/page/@@react")
            form.getControl(name="reaction", index=["like", "applaud", "thank"].index(reaction)).click()
            transaction.begin()
            self.assertEqual(expected, discussion.reaction_of(self.page, "claire"))
            shown = "Who reacted" in browser.contents and "Claire Morel" in browser.contents
            self.assertEqual(expected is not None, shown)

    def test_a_hidden_comment_is_not_on_the_page(self):
        self.comment("Tout va bien")
        self.comment("inqualifiable", "amina")
        discussion.hide(self.comments()[1])
        transaction.commit()
        browser = self.browser("claire")
        browser.open(self.url)
        self.assertIn("Tout va bien", browser.contents)
        self.assertNotIn("inqualifiable", browser.contents)

    def test_visitors_and_clients_see_no_discussion(self):
        self.comment("Entre nous")
        for userid in ("", "client"):
            browser = self.browser(userid)
            browser.open(self.url)
            self.assertNotIn("Entre nous", browser.contents)
            self.assertNotIn("@@comment", browser.contents)

    def test_a_folder_has_none(self):
        browser = self.browser("claire")
        browser.open(self.folder.absolute_url())
        self.assertNotIn('id="discussion"', browser.contents)

    def test_long_discussions_are_shown_in_parts(self):
        with api.env.adopt_user(username="claire"):
            for number in range(60):
                discussion.write(self.page, f"numéro-{number}-", userid="claire")
        transaction.commit()
        browser = self.browser("amina")
        browser.open(self.url)
        self.assertIn("numéro-59-", browser.contents)
        self.assertNotIn("numéro-9-", browser.contents)
        browser.getLink("Earlier comments").click()
        self.assertIn("numéro-9-", browser.contents)
        self.assertNotIn("numéro-59-", browser.contents)
        browser.getLink("Later comments").click()
        self.assertIn("numéro-59-", browser.contents)
        for odd in ("abc", "-5", "9" * 40):
            browser.open(f"{self.url}?comments_from={odd}")
            self.assertIn("numéro-59-", browser.contents)

    def test_looking_writes_nothing(self):
        self.comment("Bonjour")
        before = self.portal._p_jar.db().lastTransaction()
        self.browser("amina").open(self.url)
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())
