"""Publications for a space: who writes, reads, follows and shares there; leaving it takes effect at once."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.testing import create_people
from bluegether.core.spaces.testing import space_values
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from zope.component import getAdapter
import unittest


class SpaceCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        with stream.silence():
            create_people()
            self.open = IUUID(spaces.create_space(actor="ana", furnished=False, **space_values()))
            closed = space_values(visibility="secret", joining="invitation", reason="Rachat", title="Falaise")
            self.closed = IUUID(spaces.create_space(actor="ana", furnished=False, **closed))
        spaces.join(self.open, userid="bob")
        spaces.invite(self.closed, ["bob"], actor="ana")
        spaces.join(self.closed, userid="bob")

    def read(self, userid, name="all", value=""):
        with api.env.adopt_user(username=userid):
            page = stream.entries(stream.view(name, value), userid=userid)
        return [item.entry.text for item in page.items]


class TestWriting(SpaceCase):
    def test_only_members_who_may_write_there(self):
        for author, space, error in (
            ("eve", self.open, NotAllowed),
            ("eve", self.closed, Missing),
            ("ana", "nothing", Missing),
            ("ana", ["x"], Invalid),
        ):
            with self.assertRaises(error):
                stream.post("Bonjour", author=author, space=space)
        with self.assertRaises(Invalid):
            stream.post("Bonjour", author="ana", space=self.open, units=("lyon",))
        spaces.update_space(self.open, actor="ana", powers="read")
        with self.assertRaises(NotAllowed):
            stream.post("Bonjour", author="bob", space=self.open)
        stream.post("Annonce", author="ana", space=self.open)
        spaces.archive(self.open, actor="ana")
        with self.assertRaises(NotAllowed):
            stream.post("Bonjour", author="ana", space=self.open)
        self.assertEqual(["Annonce"], self.read("eve"))

    def test_people_who_do_not_see_it_are_not_mentioned(self):
        found = stream.post("@bob et @eve #rachat", author="ana", space=self.closed)
        self.assertEqual(("bob",), found.mentions)
        stream.edit(found.id, "@eve seulement", userid="ana")
        self.assertEqual((), found.mentions)
        self.assertEqual(("eve",), stream.post("@eve", author="ana", space=self.open).mentions)

    def test_nothing_of_a_space_is_counted_for_everyone(self):
        stream.post("#rachat", author="ana", space=self.closed)
        stream.post("#rachat", author="ana", space=self.open)
        self.assertEqual(
            (0, 0, []), (stream.total("hashtag", "rachat"), stream.total("author", "ana"), stream.trends())
        )


class TestReading(SpaceCase):
    def test_each_view_shows_what_one_sees_now(self):
        stream.post("ouvert #plone", author="ana", space=self.open)
        secret = stream.post("secret #plone", author="bob", space=self.closed)
        stream.bookmark(secret.id, userid="bob")
        everything = ["secret #plone", "ouvert #plone"]
        for name, value, of_bob, of_eve in (
            ("all", "", everything, everything[1:]),
            ("hashtag", "plone", everything, everything[1:]),
            ("person", "bob", everything[:1], []),
            ("space", self.closed, everything[:1], []),
            ("space", self.open, everything[1:], everything[1:]),
            ("me", "", everything, []),
            ("bookmarks", "", everything[:1], []),
        ):
            self.assertEqual((of_bob, of_eve), (self.read("bob", name, value), self.read("eve", name, value)), name)
        spaces.leave(self.closed, userid="bob")
        for name, value in (("all", ""), ("person", "bob"), ("space", self.closed), ("me", ""), ("bookmarks", "")):
            self.assertNotIn("secret #plone", self.read("bob", name, value), name)
        with self.assertRaises(Missing):
            stream.entry(secret.id, userid="bob")
        self.assertEqual(0, stream.new_since(1, stream.view("space", self.closed), userid="bob"))

    def test_following_a_space(self):
        stream.post("ouvert", author="ana", space=self.open)
        with self.assertRaises(Missing):
            stream.follow("eve", space=self.closed)
        stream.follow("eve", space=self.open)
        self.assertEqual((["ouvert"], (self.open,)), (self.read("eve", "me"), stream.choices("eve").spaces))
        stream.unfollow("eve", space=self.open)
        self.assertEqual([], self.read("eve", "me"))

    def test_closing_a_space_closes_what_was_written(self):
        stream.post("avant", author="bob", space=self.open)
        stream.follow("eve", space=self.open)
        spaces.update_space(self.open, actor="ana", visibility="secret", joining="invitation", reason="Rachat")
        self.assertEqual(([], [], ["avant"]), (self.read("eve"), self.read("eve", "me"), self.read("bob")))

    def test_documents_of_a_space_are_told_of_in_it(self):
        folder = spaces.space(self.closed)
        with api.env.adopt_user(username="bob"):
            page = createContentInContainer(folder, "Document", id="plan", title="Plan de rachat")
        self.assertEqual([[""], []], [self.read(one, "space", self.closed) for one in ("ana", "eve")])
        self.assertEqual([], self.read("eve"))
        with api.env.adopt_user(username="ana"):
            api.content.transition(page, "retract")
        self.assertEqual([], self.read("bob", "space", self.closed))

    def test_a_created_space_is_told_of_to_those_who_may_know(self):
        made = spaces.create_space(actor="eve", furnished=False, **space_values(title="Atelier"))
        hidden = space_values(title="Caché", visibility="secret", joining="invitation", reason="Rachat")
        spaces.create_space(actor="eve", furnished=False, **hidden)
        with api.env.adopt_user(username="bob"):
            items = stream.entries(stream.view("all"), userid="bob").items
        self.assertEqual([IUUID(made)], [item.entry.uid for item in items])


class TestSharing(SpaceCase):
    def test_a_share_discloses_nothing_to_who_may_not_see_the_original(self):
        secret = stream.post("le prix est 3 M€", author="bob", space=self.closed)
        with self.assertRaises(Missing):
            stream.post("vu ?", author="eve", quote=secret.id)
        share = stream.post("à lire", author="ana", quote=secret.id, space=self.open)
        with api.env.adopt_user(username="eve"):
            self.assertIsNone(stream.shown(share.id, userid="eve").quoted)
        with api.env.adopt_user(username="bob"):
            self.assertEqual("le prix est 3 M€", stream.shown(share.id, userid="bob").quoted.entry.text)
        self.assertEqual(0, stream.times_shared(secret.id))
        public = stream.post("pour tous", author="eve")
        stream.post("entre nous", author="bob", quote=public.id, space=self.closed)
        self.assertEqual([], stream.shares_of_entry(public.id, userid="eve"))
        self.assertEqual(0, stream.times_shared(public.id))
        kind = getAdapter(api.portal.get(), INoticeKind, name="stream.share")
        with self.assertRaises(Missing):
            kind.describe(
                str(stream.entries(stream.view("space", self.closed), userid="bob").items[0].entry.id), "eve", []
            )


class TestAround(SpaceCase):
    def test_people_of_my_spaces_are_suggested_with_the_reason(self):
        stream.post("x", author="dora")
        reasons = {one.userid: (one.reason, one.value) for one in stream.suggestions("bob")}
        self.assertIn(reasons["ana"], (("space", self.open), ("space", self.closed)))
        self.assertNotIn("space", [one.reason for one in stream.suggestions("eve")])

    def test_figures_count_posts_and_tell_of_nobody_below_five(self):
        for author in ("ana", "bob"):
            stream.post("x", author=author, space=self.open)
        figures = spaces.figures(self.open, reader="eve")
        self.assertEqual((2, None, None), (figures.members, figures.published, figures.contributors))
        for userid in ("eve", "dora", "zoe"):
            spaces.join(self.open, userid=userid)
            stream.post("x", author=userid, space=self.open)
        stream.post("vieux", author="bob", space=self.open, moment=now() - timedelta(days=40))
        figures = spaces.figures(self.open, reader="eve")
        self.assertEqual((5, 5, 5), (figures.members, figures.published, figures.contributors))
        with self.assertRaises(Missing):
            spaces.figures(self.closed, reader="eve")
