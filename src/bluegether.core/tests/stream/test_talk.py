"""Publications are talked about: comments and reactions hang on them, closed to whom the publication is closed."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.access import acting_as
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.app.discussion.interfaces import IConversation
from zope.annotation.interfaces import IAnnotations
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.component import provideHandler
import re
import transaction
import unittest


PASSWORD = "Correct-horse-26"
ENABLED = "plone.app.discussion.interfaces.IDiscussionSettings.globally_enabled"


class TalkTest(unittest.TestCase):
    """Ana and Eve are of unit a, Bob of unit b, Cleo a client. One post for everyone, one for unit a."""

    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        api.portal.set_registry_record(ENABLED, True)
        api.portal.set_registry_record("bluegether.people.units", {"a": "A", "b": "B"})
        with stream.silence():
            for userid, unit, kind in (("ana", "a", "staff"), ("eve", "a", "staff"), ("bob", "b", "staff")):
                self.person(userid, unit, kind)
            self.person("cleo", "", "client")
        self.open = stream.post("For all of us, with **stars**", author="ana")
        self.closed = stream.post("Only for unit a", author="ana", units=("a",))

    def person(self, userid, unit, kind):
        mail = f"{userid}@example.com"
        people.create_account(userid, fullname=userid.title(), email=mail, kind=kind, unit=unit, password=PASSWORD)

    def comment(self, entry, text, userid, **options):
        with acting_as(userid):
            return discussion.write(stream.publication(entry.id), text, userid=userid, **options)

    def next_request(self):
        """Forget what Zope remembers of roles for the length of a request."""
        IAnnotations(self.layer["request"]).clear()

    def react(self, entry, reaction, userid):
        with acting_as(userid):
            stream.react(entry.id, reaction, userid=userid)


class TestRules(TalkTest):
    def test_who_sees_it_talks_and_counts_are_kept_beside(self):
        first = self.comment(self.open, "Well done", "bob")
        self.comment(self.open, "Indeed", "eve", reply_to=first)
        self.react(self.open, "like", "bob")
        self.react(self.open, "thank", "eve")
        self.assertEqual((2, (("like", 1), ("thank", 1))), (self.open.comments, self.open.reactions))
        self.react(self.open, "applaud", "bob")
        self.react(self.open, "thank", "eve")
        self.assertEqual((("applaud", 1),), self.open.reactions)
        with acting_as("bob"):
            publication = stream.publication(self.open.id)
            discussion.remove(IConversation(publication)[first], userid="bob")
        self.assertEqual(1, self.open.comments)

    def test_who_may_not_see_it_neither_reads_nor_talks(self):
        self.comment(self.closed, "Between us", "eve")
        for userid in ("bob", "cleo"):
            with acting_as(userid):
                publication = stream.publication(self.closed.id)
                self.assertFalse(api.user.has_permission("View", obj=publication), userid)
                comment = next(iter(IConversation(publication).getComments()))
                self.assertFalse(discussion.visible(comment), userid)
            with self.assertRaises(NotAllowed):
                self.comment(self.closed, "Me too", userid)
            with self.assertRaises(Missing if userid == "bob" else NotAllowed):
                self.react(self.closed, "like", userid)
        self.assertEqual((1, ()), (self.closed.comments, self.closed.reactions))

    def test_a_hidden_post_takes_its_comments_with_it(self):
        self.comment(self.open, "Well done", "bob")
        stream.hide(self.open)
        self.next_request()
        with acting_as("bob"):
            self.assertFalse(api.user.has_permission("View", obj=stream.publication(self.open.id)))
        with self.assertRaises(NotAllowed):
            self.comment(self.open, "Still here?", "ana")

    def test_what_is_not_there_is_closed_like_what_one_may_not_see(self):
        with acting_as("ana"):
            self.assertFalse(api.user.has_permission("View", obj=stream.publication(12345)))

    def test_nothing_of_it_is_in_the_catalog(self):
        self.comment(self.closed, "Marmalade", "eve")
        catalog = self.portal.portal_catalog
        self.assertEqual(0, len(catalog.unrestrictedSearchResults(portal_type="Discussion Item")))
        self.assertEqual(0, len(catalog.unrestrictedSearchResults(SearchableText="marmalade")))

    def test_the_author_is_told_and_only_while_the_post_is_seen(self):
        told = []
        handler = told.append
        provideHandler(handler, (INotice,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, handler, (INotice,))
        self.comment(self.closed, "Hello @ana", "eve")
        self.react(self.closed, "like", "eve")
        kinds = {notice.kind: notice for notice in told}
        self.assertEqual({"discussion.mention", "discussion.reaction"}, set(kinds))
        mention = kinds["discussion.mention"]
        self.assertEqual(("ana",), mention.recipients)
        kind = getAdapter(self.portal, INoticeKind, "discussion.mention")
        said = kind.describe(mention.thing, "ana", ["Eve"])
        self.assertIn(f"/@@stream/{self.closed.id}#", said.url)
        self.assertIn("Hello", said.excerpt)
        self.assertIsNone(kind.describe(mention.thing, "bob", ["Eve"]))
        stream.hide(self.closed)
        self.next_request()
        self.assertIsNone(kind.describe(mention.thing, "ana", ["Eve"]))


class TestServices(TalkTest):
    def setUp(self):
        super().setUp()
        self.comment(self.closed, "Between us", "eve")
        transaction.commit()

    def session(self, userid):
        return Session(self.portal, userid, PASSWORD, accept="application/json")

    def test_comments_and_reactions_of_a_post(self):
        session, url = self.session("bob"), f"@posts/{self.open.id}"
        answer = session.post(f"{url}/comments", json={"text": "Hello @ana"})
        self.assertEqual(201, answer.status_code)
        self.assertEqual(answer.headers["Location"], answer.json()["@id"])
        reply = self.session("eve").post(answer.headers["Location"], json={"text": "Hello Bob"}).json()
        self.assertEqual(answer.json()["comment_id"], reply["in_reply_to"])
        self.assertEqual(204, session.patch(answer.json()["@id"], json={"text": "Hello all"}).status_code)
        listed = session.get(f"{url}/comments").json()
        self.assertEqual(["Hello all", "Hello Bob"], [item["text"]["data"] for item in listed["items"]])
        session.post(f"{url}/reactions", json={"reaction": "like"})
        body = session.get(url).json()
        self.assertEqual(
            (2, {"like": 1}, "like"), (body["comments"]["items_total"], body["reactions"], body["my_reaction"])
        )
        self.assertEqual(204, session.delete(f"{url}/reactions").status_code)
        self.assertEqual({}, session.get(url).json()["reactions"])

    def test_refusals(self):
        session = self.session("bob")
        self.assertEqual(400, session.post(f"@posts/{self.open.id}/comments", json={"text": " "}).status_code)
        self.assertEqual(400, session.post(f"@posts/{self.open.id}/reactions", json={"reaction": "x"}).status_code)
        self.assertEqual(404, session.get(f"@posts/{self.open.id}/nothing").status_code)
        self.assertEqual(404, session.get(f"@posts/{self.open.id}/comments/17").status_code)

    def test_a_closed_post_gives_and_takes_nothing(self):
        statuses = set()
        for userid in ("bob", "cleo", ""):
            session = self.session(userid)
            for number in (self.closed.id, 12345):
                answers = [
                    session.get(f"@posts/{number}/comments"),
                    session.get(f"@posts/{number}/reactions"),
                    session.post(f"@posts/{number}/comments", json={"text": "Forged"}),
                    session.post(f"@posts/{number}/reactions", json={"reaction": "like"}),
                ]
                statuses.add((userid, tuple(answer.status_code for answer in answers)))
                self.assertFalse([answer for answer in answers if "Between us" in answer.text or answer.ok], userid)
        self.assertEqual(3, len(statuses))  # what is closed is answered like what is not there
        transaction.begin()
        kept = stream.entry(self.closed.id, userid="ana")
        self.assertEqual((1, ()), (kept.comments, kept.reactions))


class TestPages(TalkTest):
    def setUp(self):
        super().setUp()
        self.comment(self.closed, "Between us", "eve")
        transaction.commit()

    def session(self, userid):
        return Session(self.portal, userid, PASSWORD)

    def send(self, session, entry, view, **form):
        page = session.get(f"@@stream/{self.open.id}").text
        token = re.search(r'name="_authenticator"[^>]*value="([0-9a-f]+)"', page).group(1)
        return session.post(f"@@stream/{entry.id}/{view}", data=form | {"_authenticator": token})

    def test_a_comment_by_form_stands_on_the_page(self):
        session = self.session("bob")
        page = self.send(session, self.open, "@@comment", text="Thanks, **Ana**").text
        self.assertIn("<strong>Ana</strong>", page)
        self.assertIn(f'id="discussion-{self.open.id}"', page)
        transaction.begin()
        self.assertEqual(1, stream.entry(self.open.id, userid="ana").comments)

    def test_a_script_gets_the_section_or_the_entry_alone(self):
        session = self.session("bob")
        session.headers["X-Requested-With"] = "XMLHttpRequest"
        section = self.send(session, self.open, "@@comment", text="Quick").text
        self.assertIn("Quick", section)
        self.assertNotIn("topbar", section)
        token = re.search(r'name="_authenticator"[^>]*value="([0-9a-f]+)"', section).group(1)
        form = {"act": "react", "id": str(self.open.id), "reaction": "like", "_authenticator": token}
        card = session.post("@@stream-act", data=form).text
        self.assertIn(f'id="entry-{self.open.id}"', card)
        self.assertRegex(card, r'aria-pressed="true"\s+name="reaction"')
        self.assertNotIn("topbar", card)

    def test_no_view_of_a_closed_post_says_anything(self):
        views = ("", "/@@discussion", "/@@comment", "/@@react", "/@@follow", "/@@sharing", "/@@plone_context_state")
        for userid in ("bob", "cleo", ""):
            session = self.session(userid)
            for view in views:
                answer = session.get(f"@@stream/{self.closed.id}{view}")
                for secret in ("Between us", "Only for unit", "Eve"):
                    self.assertNotIn(secret, answer.text, (userid, view))

    def test_a_closed_post_takes_no_forged_form(self):
        session = self.session("bob")
        self.send(session, self.closed, "@@comment", text="Forged")
        self.send(session, self.closed, "@@react", reaction="like")
        transaction.begin()
        kept = stream.entry(self.closed.id, userid="ana")
        self.assertEqual((1, ()), (kept.comments, kept.reactions))

    def test_without_the_token_nothing_is_written(self):
        answer = self.session("bob").post(f"@@stream/{self.open.id}/@@comment", data={"text": "Forged"})
        self.assertEqual(403, answer.status_code)
        transaction.begin()
        self.assertEqual(0, stream.entry(self.open.id, userid="ana").comments)
