"""What is left of who wrote, once they are erased: the words, nobody's name."""

from bluegether.core.discussion import api as discussion
from bluegether.core.discussion.browser.discussion import DiscussionViewlet
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.people import api as people
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.app.testing import login
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.restapi.interfaces import ISerializeToJson
from zope.component import getAdapter
from zope.component import getMultiAdapter


class TestErased(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.create("claire", kind="consultant", fullname="Claire Quillefeu")
        with api.env.adopt_roles(["Manager"]):
            self.page = api.content.create(self.portal, "Document", "page", title="Page")
        login(self.portal, "claire")
        number = discussion.write(self.page, "Des mots utiles", userid="claire")
        login(self.portal, TEST_USER_NAME)
        self.comment = IConversation(self.page)[number]

    def shown(self):
        """Return the name on the page and what REST says."""
        view = DiscussionViewlet(self.page, self.layer["request"], None)
        json = getMultiAdapter((self.comment, self.layer["request"]), ISerializeToJson)()
        return view.name(self.comment), json["author_name"], json["author_username"], json["text"]["data"]

    def test_the_words_stay_without_the_name_and_the_user_id(self):
        self.assertEqual(("Claire Quillefeu", "Claire Quillefeu", "claire", "Des mots utiles"), self.shown())
        held = people.personal_data("claire", actor="claire")["discussion"]
        self.assertEqual(["Des mots utiles"], [one["text"] for one in held["comments"]])
        people.erase("claire", actor=TEST_USER_ID)
        self.assertEqual(("Former member", "", None, "Des mots utiles"), self.shown())
        kept = {name: value for name, value in vars(self.comment).items() if not name.startswith("_")}
        for word in ("claire", "Claire", "Quillefeu"):
            self.assertNotIn(word, str(kept))
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.unrestrictedSearchResults(Creator="claire")
        self.assertEqual([], [brain.getPath() for brain in found])
        found = catalog.unrestrictedSearchResults(commentators="claire")
        self.assertEqual([], [(brain.getPath(), brain.portal_type) for brain in found])
        before = self.comment.creator
        getAdapter(self.portal, IPersonalData, "discussion").erase("claire")
        self.assertEqual(before, self.comment.creator)

    def test_a_comment_that_no_catalog_knows_shows_no_name_either(self):
        self.comment.unindexObject()
        people.erase("claire", actor=TEST_USER_ID)
        self.assertEqual(("Former member", "", None, "Des mots utiles"), self.shown())

    def test_who_only_left_keeps_the_name(self):
        people.end_access("claire", when=self.clock.now(), actor=TEST_USER_ID)
        self.assertEqual("Claire Quillefeu", self.shown()[0])

    def test_reactions_are_the_persons_data_too(self):
        login(self.portal, "claire")
        discussion.react(self.page, "thank", userid="claire")
        discussion.react(self.comment, "like", userid="claire")
        discussion.react(self.comment, "learn", userid="claire")
        login(self.portal, TEST_USER_NAME)
        given = people.personal_data("claire", actor="claire")["discussion"]["reactions"]
        uid = self.page.UID()
        wanted = [
            {"to": uid, "reaction": "thank"},
            {"to": f"{uid}/{self.comment.comment_id}", "reaction": "learn"},
        ]
        self.assertEqual(wanted, sorted(given, key=lambda one: one["to"]))
        people.erase("claire", actor=TEST_USER_ID)
        self.assertEqual(({}, {}), (discussion.reactions(self.page), discussion.reactions(self.comment)))
