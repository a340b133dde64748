"""Rules of comments and reactions, without pages."""

from AccessControl import getSecurityManager
from bluegether.core.discussion import api as discussion
from bluegether.core.discussion.interfaces import ICommentRewritten
from bluegether.core.discussion.interfaces import ICommentWritten
from bluegether.core.discussion.interfaces import IReacted
from bluegether.core.discussion.storage import REACTIONS_KEY
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people import api as people
from bluegether.core.people.testing import FakeClock
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.app.testing import login
from plone.app.testing import logout
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
import unittest


KINDS = {"claire": "consultant", "amina": "staff", "dora": "direction", "paul": "partner", "client": "client"}


class DiscussionTest(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.clock = FakeClock()
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        for userid, kind in KINDS.items():
            people.create_account(
                userid, fullname=f"{userid.capitalize()} Morel", email=f"{userid}@example.com", kind=kind
            )
        with api.env.adopt_roles(["Manager"]):
            self.page = api.content.create(self.portal, "Document", "page", title="Page")
        self.seen = []
        for interface in (ICommentWritten, IReacted):
            getGlobalSiteManager().registerHandler(self.seen.append, [interface])
            self.addCleanup(getGlobalSiteManager().unregisterHandler, self.seen.append, [interface])
        login(self.portal, "claire")

    def write(self, text="Bonjour", *, by="claire", reply_to=None):
        login(self.portal, by)
        comment_id = discussion.write(self.page, text, userid=by, reply_to=reply_to)
        return IConversation(self.page)[comment_id]

    def brains(self, **query):
        return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)

    def page_brain(self):
        return self.brains(UID=self.page.UID())[0]


class TestWrite(DiscussionTest):
    def test_a_comment_is_visible_at_once_to_everyone_of_the_network(self):
        comment = self.write("Première réaction")
        login(self.portal, "paul")
        self.assertEqual([comment.comment_id], [line.comment_id for line in discussion.lines(self.page)])
        self.assertEqual("Première réaction", discussion.lines(self.page)[0].comment.text)
        self.assertEqual("claire", comment.author_username)
        self.assertEqual("published", api.content.get_state(comment))

    def test_it_is_found_by_search_and_counted(self):
        self.write("Un retour sur la photogrammétrie")
        found = self.brains(SearchableText="photogrammétrie", portal_type="Discussion Item")
        self.assertEqual(["Un retour sur la photogrammétrie"], [brain.Description for brain in found])
        brain = self.page_brain()
        self.assertEqual((1, ("claire",)), (brain.total_comments, brain.commentators))

    def test_a_client_and_a_visitor_may_not_comment(self):
        login(self.portal, "client")
        with self.assertRaises(NotAllowed):
            discussion.write(self.page, "Bonjour", userid="client")
        logout()
        with self.assertRaises(NotAllowed):
            discussion.write(self.page, "Bonjour", userid="")
        self.assertEqual(0, discussion.count(self.page))

    def test_comments_are_on_for_every_kind_of_content_and_off_for_folders(self):
        with api.env.adopt_roles(["Manager"]):
            for name in ("Document", "News Item", "File", "Event", "Image", "Link"):
                self.assertTrue(discussion.enabled(api.content.create(self.portal, name, title=name)), name)
            self.assertFalse(discussion.enabled(api.content.create(self.portal, "Folder", title="Folder")))

    def test_a_page_can_switch_them_off(self):
        self.page.allow_discussion = False
        with self.assertRaises(NotAllowed):
            self.write()

    def test_the_text_is_checked(self):
        for text in ("", " \n\t ", "\u200b\u202e", "x" * 10_001, None, 12, ["a"], {"data": "a"}):
            with self.subTest(str(text)[:20]), self.assertRaises(Invalid) as caught:
                discussion.write(self.page, text, userid="claire")
            self.assertEqual("text", caught.exception.field)
        self.assertEqual(0, len(IConversation(self.page)))
        self.assertEqual(10_000, len(self.write("x" * 10_000).text))

    def test_characters_that_deceive_are_taken_out_and_emoji_stay_whole(self):
        comment = self.write("pay\u202efdp.exe\u200b \U0001f468\u200d\U0001f4bb\r\nfin\x00")
        self.assertEqual("payfdp.exe \U0001f468\u200d\U0001f4bb\nfin", comment.text)

    def test_replies_stand_below_what_they_answer(self):
        first, second = self.write("1"), self.write("2", by="amina")
        reply = self.write("1.1", by="dora", reply_to=first.comment_id)
        deep = self.write("1.1.1", reply_to=reply.comment_id)
        self.assertEqual(
            [(first.comment_id, 0), (reply.comment_id, 1), (deep.comment_id, 2), (second.comment_id, 0)],
            [(line.comment_id, line.depth) for line in discussion.lines(self.page)],
        )

    def test_what_is_not_there_cannot_be_answered(self):
        with self.assertRaises(Missing):
            self.write(reply_to=12)
        hidden = self.write("à cacher", by="amina")
        discussion.hide(hidden)
        with self.assertRaises(Missing):
            self.write(reply_to=hidden.comment_id)
        self.assertEqual(1, len(IConversation(self.page)))

    def test_the_event_names_who_is_mentioned_once_without_the_author(self):
        comment = self.write("@amina et @amina, @dora. @claire @personne mail@amina.fr")
        (event,) = self.seen
        self.assertEqual(("amina", "dora"), event.mentioned)
        self.assertEqual(("claire", "discussion.write", self.page), (event.actor, event.verb, event.object))
        self.assertEqual(comment.comment_id, event.comment.comment_id)

    def test_mentions_are_bounded(self):
        for number in range(60):
            people.create_account(f"p{number}x", fullname="P", email=f"p{number}@example.com", kind="staff")
        self.assertEqual(50, len(discussion.mentions(" ".join(f"@p{number}x" for number in range(60)) * 3)))


class TestEdit(DiscussionTest):
    def test_the_author_changes_it_within_the_time_and_it_is_marked(self):
        comment = self.write("Bonjuor @amina")
        self.assertFalse(discussion.edited(comment))
        self.clock.pass_days(14 / 24 / 60)
        discussion.rewrite(comment, "Bonjour @amina @dora", userid="claire")
        self.assertEqual("Bonjour @amina @dora", comment.text)
        self.assertTrue(discussion.edited(comment))
        self.assertTrue(ICommentRewritten.providedBy(self.seen[-1]))
        self.assertEqual(("dora",), self.seen[-1].mentioned)
        self.assertEqual(1, len(self.brains(SearchableText="Bonjour", portal_type="Discussion Item")))

    def test_not_after_the_time(self):
        comment = self.write()
        self.clock.pass_days(16 / 24 / 60)
        self.assertFalse(discussion.can_edit(comment, "claire"))
        with self.assertRaises(Conflict):
            discussion.rewrite(comment, "Autre", userid="claire")
        self.assertEqual("Bonjour", comment.text)

    def test_the_time_is_a_setting(self):
        comment = self.write()
        api.portal.set_registry_record("bluegether.discussion.edit_minutes", 60)
        self.clock.pass_days(59 / 24 / 60)
        self.assertTrue(discussion.can_edit(comment, "claire"))

    def test_nobody_else_changes_it(self):
        comment = self.write()
        for userid in ("amina", "dora", ""):
            with self.assertRaises(NotAllowed):
                discussion.rewrite(comment, "Autre", userid=userid)
        self.assertEqual("Bonjour", comment.text)

    def test_an_empty_change_is_refused_and_the_same_text_leaves_no_mark(self):
        comment = self.write()
        self.clock.pass_days(1 / 24 / 60)
        with self.assertRaises(Invalid):
            discussion.rewrite(comment, "  ", userid="claire")
        discussion.rewrite(comment, "Bonjour ", userid="claire")
        self.assertFalse(discussion.edited(comment))


class TestRemove(DiscussionTest):
    def test_its_author_deletes_it_at_any_time(self):
        comment = self.write("à effacer")
        self.clock.pass_days(400)
        discussion.remove(comment, userid="claire")
        self.assertEqual([], discussion.lines(self.page))
        self.assertEqual(0, len(self.brains(portal_type="Discussion Item")))
        self.assertEqual((0, ()), (self.page_brain().total_comments, self.page_brain().commentators))

    def test_nobody_else_but_who_has_the_permission(self):
        comment = self.write()
        for userid in ("amina", "dora", "client"):
            login(self.portal, userid)
            with self.assertRaises(NotAllowed):
                discussion.remove(comment, userid=userid)
        with api.env.adopt_roles(["Site Administrator"]):
            discussion.remove(comment, userid="admin")
        self.assertEqual(0, len(IConversation(self.page)))

    def test_the_replies_of_others_stay_when_a_comment_is_taken_back(self):
        first = self.write("secret de claire")
        reply = self.write("réponse", by="amina", reply_to=first.comment_id)
        login(self.portal, "claire")
        discussion.remove(first, userid="claire")
        self.assertEqual(
            [(first.comment_id, None), (reply.comment_id, "réponse")],
            [(line.comment_id, line.comment and line.comment.text) for line in discussion.lines(self.page)],
        )
        self.assertEqual("", first.text)
        self.assertEqual(1, discussion.count(self.page))
        self.assertEqual(("amina",), self.page_brain().commentators)
        self.assertEqual(0, len(self.brains(SearchableText="secret")))
        for verb in (discussion.remove, lambda comment, userid: discussion.rewrite(comment, "x", userid=userid)):
            with self.assertRaises(NotAllowed):
                verb(first, userid="claire")

    def test_the_empty_place_goes_with_the_last_reply(self):
        first = self.write()
        reply = self.write(by="amina", reply_to=first.comment_id)
        login(self.portal, "claire")
        discussion.remove(first, userid="claire")
        login(self.portal, "amina")
        discussion.remove(reply, userid="amina")
        self.assertEqual((0, 0), (len(IConversation(self.page)), discussion.count(self.page)))


class TestHide(DiscussionTest):
    def test_a_hidden_comment_is_gone_from_lines_counts_and_search_and_comes_back(self):
        self.write("Tout va bien", by="amina")
        hidden = self.write("inqualifiable", by="paul")
        discussion.hide(hidden)
        login(self.portal, "claire")
        self.assertEqual(["Tout va bien"], [line.comment.text for line in discussion.lines(self.page)])
        self.assertEqual(1, discussion.count(self.page))
        self.assertEqual((1, ("amina",)), (self.page_brain().total_comments, self.page_brain().commentators))
        catalog = api.portal.get_tool("portal_catalog")
        self.assertEqual(0, len(catalog(SearchableText="inqualifiable")))
        self.assertEqual(1, len(self.brains(SearchableText="inqualifiable")))
        discussion.show(hidden)
        self.assertEqual(2, discussion.count(self.page))
        self.assertEqual(1, len(catalog(SearchableText="inqualifiable")))

    def test_the_place_is_kept_only_where_a_visible_reply_hangs_on_it(self):
        first = self.write("1", by="paul")
        reply = self.write("1.1", by="paul", reply_to=first.comment_id)
        answer = self.write("1.1.1", by="amina", reply_to=reply.comment_id)
        other = self.write("2", by="paul")
        for comment in (first, reply, other):
            discussion.hide(comment)
        login(self.portal, "claire")
        self.assertEqual(
            [(first.comment_id, False), (reply.comment_id, False), (answer.comment_id, True)],
            [(line.comment_id, line.comment is not None) for line in discussion.lines(self.page)],
        )

    def test_the_newest_that_counts_is_the_last(self):
        first = self.write(by="amina")
        self.clock.pass_days(1)
        discussion.hide(self.write(by="paul"))
        self.assertEqual(first.creation_date, discussion.last_comment_date(self.page))


class TestSearch(DiscussionTest):
    """Who may not open a page does not find what is said below it."""

    def found_by(self, userid):
        login(self.portal, userid)
        return len(api.portal.get_tool("portal_catalog")(SearchableText="confidentiel"))

    def close(self, *roles):
        for permission in ("View", "Access contents information"):
            self.page.manage_permission(permission, ["Manager", *roles], acquire=0)
        self.page.reindexObjectSecurity()

    def test_the_words_of_a_comment_follow_the_page(self):
        self.write("confidentiel")
        self.assertEqual((1, 1), (self.found_by("amina"), self.found_by("dora")))
        self.close("Director")
        self.assertEqual((0, 1), (self.found_by("amina"), self.found_by("dora")))
        self.close("Director", "Member")
        self.assertEqual((1, 0), (self.found_by("amina"), self.found_by("client")))

    def test_a_local_role_on_the_page_counts(self):
        self.close("Reader")
        self.page.manage_setLocalRoles("amina", ["Reader"])
        self.page.manage_setLocalRoles("claire", ["Reader"])
        self.page.reindexObjectSecurity()
        self.write("confidentiel")
        self.assertEqual((1, 0), (self.found_by("amina"), self.found_by("dora")))

    def test_the_author_does_not_find_it_on_a_page_that_was_closed_to_them(self):
        self.write("confidentiel")
        self.close("Director", "Owner")
        self.assertEqual(0, self.found_by("claire"))

    def test_a_moderator_finds_nothing_hidden_on_a_page_closed_to_them(self):
        comment = self.write("confidentiel")
        self.close("Reader")
        discussion.hide(comment)
        self.assertEqual(0, self.found_by("dora"))


class TestReactions(DiscussionTest):
    def react(self, userid, reaction, obj=None):
        login(self.portal, userid)
        discussion.react(self.page if obj is None else obj, reaction, userid=userid)

    def test_one_per_person_changeable_and_everyone_sees_who(self):
        self.react("claire", "like")
        self.react("amina", "like")
        self.react("claire", "thank")
        self.react("claire", "thank")
        self.assertEqual({"like": ["amina"], "thank": ["claire"]}, discussion.reactions(self.page))
        self.assertEqual("thank", discussion.reaction_of(self.page, "claire"))
        kept = IAnnotations(self.page)[REACTIONS_KEY]
        self.assertEqual({"like": 1, "thank": 1}, dict(kept.counts))
        self.assertEqual([("claire", "like"), ("amina", "like")], [(e.actor, e.reaction) for e in self.seen])

    def test_it_is_taken_back(self):
        self.react("claire", "like")
        discussion.unreact(self.page, userid="claire")
        discussion.unreact(self.page, userid="claire")
        self.assertEqual({}, discussion.reactions(self.page))

    def test_to_a_comment_too_apart_from_the_page(self):
        comment = self.write(by="amina")
        self.react("claire", "applaud", comment)
        self.assertEqual({"applaud": ["claire"]}, discussion.reactions(comment))
        self.assertEqual({}, discussion.reactions(self.page))

    def test_only_what_is_offered_and_only_by_the_network(self):
        for reaction in ("", "hate", None, 3):
            with self.assertRaises(Invalid):
                self.react("claire", reaction)
        for userid in ("client",):
            with self.assertRaises(NotAllowed):
                self.react(userid, "like")
        logout()
        with self.assertRaises(NotAllowed):
            discussion.react(self.page, "like", userid="")
        self.assertNotIn(REACTIONS_KEY, IAnnotations(self.page))

    def test_not_to_what_one_may_not_see(self):
        comment = self.write(by="paul")
        discussion.hide(comment)
        with self.assertRaises(NotAllowed):
            self.react("claire", "like", comment)
        with self.assertRaises(NotAllowed):
            discussion.unreact(comment, userid="claire")

    def test_looking_writes_nothing(self):
        self.assertEqual({}, discussion.reactions(self.page))
        self.assertIsNone(discussion.reaction_of(self.page, "claire"))
        self.assertNotIn(REACTIONS_KEY, IAnnotations(self.page))
        self.assertTrue(getSecurityManager().checkPermission("BlueGether: React", self.page))
