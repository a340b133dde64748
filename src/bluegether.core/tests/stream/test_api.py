"""Every rule of posts: bounds, audience, views, edit, delete, pin, follow, mute, bookmark."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.stream.interfaces import IEdited
from bluegether.core.stream.interfaces import IPosted
from bluegether.core.stream.interfaces import IWithdrawn
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from zope.component import adapter
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.interface import Interface
import unittest


class StreamCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
        with stream.silence():
            for userid, kind, unit in (
                ("ana", "staff", "lyon"),
                ("bob", "consultant", "paris"),
                ("zoe", "partner", "lyon"),
                ("carl", "client", ""),
            ):
                people.create_account(
                    userid, fullname=userid.title(), email=f"{userid}@example.com", kind=kind, unit=unit
                )

    def post(self, text="Bonjour", author="ana", **values):
        return stream.post(text, author=author, **values)

    def read(self, userid="ana", name="all", value="", **values):
        page = stream.entries(stream.view(name, value), userid=userid, **values)
        return [item.entry.text for item in page.items]


class TestPosting(StreamCase):
    def test_a_post_is_visible_at_once_newest_first(self):
        for text in ("one", "two", "three"):
            self.post(text)
        self.assertEqual(["three", "two", "one"], self.read("bob"))

    def test_two_posts_of_one_moment_are_both_kept(self):
        moment = now()
        found = {self.post("same", moment=moment).id for _number in range(50)}
        self.assertEqual(50, len(found))
        self.assertEqual(50, len(self.read(size=100)))

    def test_bad_input_is_refused_and_nothing_is_kept(self):
        for values in (
            {"text": ""},
            {"text": " \n\u200b "},
            {"text": None},
            {"text": "a" * 10_001},
            {"kind": "shout"},
            {"kind": ["message"]},
            {"units": ("mars",)},
            {"units": "lyon"},
            {"units": [1]},
            {"kind": "feedback"},
            {"kind": "feedback", "technology": "a" * 81},
            {"kind": "feedback", "sector": 5},
        ):
            with self.assertRaises(Invalid, msg=str(values)[:60]):
                self.post(**values)
        self.assertEqual([], self.read())

    def test_ten_thousand_signs_are_accepted(self):
        self.assertEqual(10_000, len(self.post("a" * 10_000).text))

    def test_a_client_neither_writes_nor_reads(self):
        self.post()
        with self.assertRaises(NotAllowed):
            self.post(author="carl")
        for question in (
            lambda: self.read("carl"),
            lambda: stream.pinned(userid="carl"),
            lambda: stream.new_since(1, stream.view("all"), userid="carl"),
            lambda: stream.newest(userid="carl"),
            lambda: stream.follow("carl", person="ana"),
            lambda: stream.bookmark(1, userid="carl"),
        ):
            with self.assertRaises(NotAllowed):
                question()

    def test_a_feedback_keeps_technology_and_sector_on_one_line(self):
        entry = self.post(kind="feedback", technology=" Plone\n 6 ", sector="Banque")
        self.assertEqual(("Plone 6", "Banque"), (entry.technology, entry.sector))
        self.assertEqual("", self.post(technology="ignored").technology)

    def test_edit_keeps_the_place_and_says_so(self):
        first = self.post("one #old @bob")
        self.post("two")
        stream.edit(first.id, "uno #new", userid="ana")
        self.assertEqual(["two", "uno #new"], self.read())
        self.assertIsNotNone(first.edited)
        self.assertEqual(
            ([], ["uno #new"]), (self.read(name="hashtag", value="old"), self.read(name="hashtag", value="NEW"))
        )
        self.assertEqual((0, 1), (stream.total("hashtag", "old"), stream.total("hashtag", "new")))
        self.assertEqual([], self.read("bob", "me"))

    def test_saving_the_same_text_is_no_edit(self):
        entry = self.post("one")
        stream.edit(entry.id, " one ", userid="ana")
        self.assertIsNone(entry.edited)

    def test_only_the_author_edits_and_deletes(self):
        entry = self.post("one")
        for verb in (lambda: stream.edit(entry.id, "x", userid="bob"), lambda: stream.delete(entry.id, userid="bob")):
            with self.assertRaises(NotAllowed):
                verb()
        stream.delete(entry.id, userid="ana")
        with self.assertRaises(Missing):
            stream.entry(entry.id, userid="ana")

    def test_delete_leaves_nothing_behind(self):
        entry = self.post("one #tag @bob")
        stream.bookmark(entry.id, userid="bob")
        with api.env.adopt_roles(["Manager"]):
            stream.pin(entry.id, userid="ana")
        stream.delete(entry.id, userid="ana")
        self.assertEqual([], stream.pinned(userid="ana"))
        for name, value in (("all", ""), ("me", ""), ("bookmarks", ""), ("person", "ana"), ("hashtag", "tag")):
            self.assertEqual([], self.read("bob", name, value))
        self.assertEqual((0, 0), (stream.total("author", "ana"), stream.total("hashtag", "tag")))

    def test_what_happens_is_told(self):
        told = []
        handler = adapter(Interface)(lambda event: told.append((type(event).__name__, event.object.text)))
        manager = getGlobalSiteManager()
        for wanted in (IPosted, IEdited, IWithdrawn):
            manager.registerHandler(handler, (wanted,))
            self.addCleanup(manager.unregisterHandler, handler, (wanted,))
        entry = self.post("one")
        stream.edit(entry.id, "two", userid="ana")
        stream.delete(entry.id, userid="ana")
        self.assertEqual([("Posted", "one"), ("Edited", "two"), ("Withdrawn", "two")], told)


class TestAudience(StreamCase):
    """What could leak is made first: a post for Lyon, with hashtag and mention, pinned, by somebody bob follows."""

    def setUp(self):
        super().setUp()
        self.secret = self.post("secret #tag @bob", units=("lyon",))
        with api.env.adopt_roles(["Manager"]):
            stream.pin(self.secret.id, userid="ana")
        stream.follow("bob", person="ana")
        stream.follow("bob", hashtag="tag")

    def test_the_unit_and_the_author_see_it(self):
        self.assertEqual((["secret #tag @bob"], ["secret #tag @bob"]), (self.read("ana"), self.read("zoe")))
        self.secret.author = "bob"
        self.assertEqual(["secret #tag @bob"], self.read("bob"))

    def test_nobody_else_sees_it_in_any_view_or_count(self):
        for name, value in (("all", ""), ("me", ""), ("person", "ana"), ("hashtag", "tag"), ("bookmarks", "")):
            self.assertEqual([], self.read("bob", name, value), name)
            self.assertEqual(0, stream.new_since(1, stream.view(name, value), userid="bob"), name)
        self.assertEqual([], stream.pinned(userid="bob"))
        self.assertEqual((0, 0), (stream.total("hashtag", "tag"), stream.total("author", "ana")))

    def test_nobody_else_reaches_it_by_its_number(self):
        for verb in (
            lambda: stream.entry(self.secret.id, userid="bob"),
            lambda: stream.bookmark(self.secret.id, userid="bob"),
            lambda: stream.edit(self.secret.id, "x", userid="bob"),
            lambda: stream.delete(self.secret.id, userid="bob"),
        ):
            with self.assertRaises(Missing):
                verb()

    def test_a_bookmark_ends_with_the_right_to_see(self):
        stream.bookmark(self.secret.id, userid="zoe")
        self.assertEqual(1, len(self.read("zoe", "bookmarks")))
        people.account("zoe").unit = "paris"
        self.assertEqual([], self.read("zoe", "bookmarks"))

    def test_somebody_without_an_account_sees_what_everyone_sees(self):
        self.post("open")
        self.assertEqual(["open"], self.read("admin"))

    def test_what_is_hidden_is_hidden_from_all_and_comes_back_at_its_place(self):
        first = self.post("first")
        self.post("second")
        stream.hide(first)
        stream.hide(first)
        self.assertEqual(["second", "secret #tag @bob"], self.read("ana"))
        self.assertEqual(1, stream.total("author", "ana"))
        stream.show(first)
        self.assertEqual(["second", "first", "secret #tag @bob"], self.read("ana"))
        self.assertEqual(2, stream.total("author", "ana"))


class TestReading(StreamCase):
    def test_pages_follow_each_other_without_gap_or_repetition(self):
        for number in range(7):
            self.post(str(number))
        found, cursor = [], None
        while True:
            page = stream.entries(stream.view("all"), userid="bob", cursor=cursor, size=3)
            found += [item.entry.text for item in page.items]
            if cursor == page.cursor or page.cursor is None:
                break
            self.post("in between")
            cursor = page.cursor
        self.assertEqual(list("6543210"), found)

    def test_the_last_page_has_no_next(self):
        for number in range(3):
            self.post(str(number))
        self.assertIsNone(stream.entries(stream.view("all"), userid="bob", size=3).cursor)
        self.assertIsNone(stream.entries(stream.view("all"), userid="bob", cursor=1).cursor)

    def test_for_me_is_mine_the_followed_and_mentions_each_once(self):
        self.post("by bob", author="bob")
        self.post("by zoe #plone", author="zoe")
        self.post("by zoe", author="zoe")
        self.post("mine #plone")
        self.post("to @ana", author="zoe")
        self.assertEqual(["to @ana", "mine #plone"], self.read("ana", "me"))
        stream.follow("ana", person="bob")
        stream.follow("ana", hashtag="#Plone")
        stream.follow("ana", hashtag="plone")
        self.assertEqual(["to @ana", "mine #plone", "by zoe #plone", "by bob"], self.read("ana", "me"))
        stream.unfollow("ana", person="bob")
        stream.unfollow("ana", hashtag="PLONE")
        self.assertEqual(["to @ana", "mine #plone"], self.read("ana", "me"))

    def test_a_muted_person_is_left_out_but_found(self):
        stream.follow("ana", person="bob")
        entry = self.post("by bob @ana", author="bob")
        stream.mute("ana", "bob")
        self.assertEqual(([], []), (self.read(), self.read(name="me")))
        self.assertEqual(0, stream.new_since(1, stream.view("all"), userid="ana"))
        self.assertEqual(["by bob @ana"], self.read(name="person", value="bob"))
        self.assertEqual(entry, stream.entry(entry.id, userid="ana"))
        self.assertEqual(((), ("bob",)), (stream.choices("ana").people, stream.choices("ana").muted))
        stream.unmute("ana", "bob")
        self.assertEqual(["by bob @ana"], self.read())

    def test_whom_one_cannot_follow(self):
        for person, error in (("nobody", Missing), ("carl", Missing), ("ana", Invalid), (5, Missing)):
            with self.assertRaises(error):
                stream.follow("ana", person=person)
            with self.assertRaises(error):
                stream.mute("ana", person)
        for hashtag in ("", "#", "a b", "123", "a" * 51, 5):
            with self.assertRaises(Invalid):
                stream.follow("ana", hashtag=hashtag)

    def test_new_ones_are_those_of_others(self):
        first = self.post("one")
        self.post("mine")
        self.post("two", author="bob")
        self.assertEqual(1, stream.new_since(first.id, stream.view("all"), userid="ana"))
        for _number in range(30):
            self.post("more", author="bob")
        self.assertEqual(stream.NEW + 1, stream.new_since(first.id, stream.view("all"), userid="ana"))

    def test_bookmarks_twice_is_once(self):
        entry = self.post("one")
        stream.bookmark(entry.id, userid="bob")
        stream.bookmark(entry.id, userid="bob")
        self.assertEqual(["one"], self.read("bob", "bookmarks"))
        stream.unbookmark(entry.id, userid="bob")
        stream.unbookmark(entry.id, userid="bob")
        self.assertEqual([], self.read("bob", "bookmarks"))

    def test_only_the_animator_pins_and_three_at_most(self):
        found = [self.post(str(number)) for number in range(4)]
        with api.env.adopt_roles(["Member"]), self.assertRaises(NotAllowed):
            stream.pin(found[0].id, userid="ana")
        with api.env.adopt_roles(["Animator"]):
            for entry in (*found[:3], found[0]):
                stream.pin(entry.id, userid="ana")
            with self.assertRaises(Conflict):
                stream.pin(found[3].id, userid="ana")
            stream.unpin(found[1].id, userid="ana")
        self.assertEqual(["2", "0"], [item.entry.text for item in stream.pinned(userid="bob")])

    def test_unknown_views_and_numbers(self):
        for name, value in (("everything", ""), (["all"], ""), ("person", ["ana"])):
            with self.assertRaises(Invalid):
                stream.view(name, value)
        for value in (None, "", "x", "-1", "1.5", "9" * 19, "9" * 5000, ["1"], "٣"):
            with self.assertRaises(Invalid):
                stream.checked_id(value)
        for entry_id in (0, -1, 1 << 70):
            with self.assertRaises(Missing):
                stream.entry(entry_id, userid="ana")

    def test_a_reader_who_may_see_little_gets_a_short_page_and_a_next_one(self):
        self.post("old and open")
        for _number in range(501):
            self.post("lyon", units=("lyon",))
        page = stream.entries(stream.view("all"), userid="bob")
        self.assertEqual([], page.items)
        self.assertEqual(["old and open"], self.read("bob", cursor=page.cursor))


class TestPersonalData(StreamCase):
    def data(self):
        return getAdapter(self.layer["portal"], IPersonalData, "stream")

    def test_export_is_one_s_own(self):
        mine = self.post("mine", moment=now() - timedelta(days=1))
        self.post("other", author="bob")
        stream.follow("ana", person="bob")
        stream.bookmark(mine.id, userid="ana")
        found = self.data().export("ana")
        self.assertEqual(["mine"], [post["text"] for post in found["posts"]])
        self.assertEqual((["bob"], [str(mine.id)]), (found["follows"]["people"], found["bookmarks"]))
        self.assertEqual({"posts": [], "follows": {}, "votes": [], "bookmarks": []}, self.data().export("zoe"))

    def test_erase_leaves_posts_without_the_person(self):
        mine = self.post("mine")
        other = self.post("to @ana, @ana.x and @anaïs", author="bob")
        stream.follow("bob", person="ana")
        stream.mute("zoe", "ana")
        stream.follow("ana", person="bob")
        for _twice in range(2):
            self.data().erase("ana")
        self.assertTrue(mine.author.startswith("former-"))
        self.assertEqual(["to @…, @ana.x and @anaïs", "mine"], self.read("bob"))
        self.assertEqual((), other.mentions)
        self.assertEqual(stream.Choices(), stream.choices("ana"))
        self.assertEqual(((), ()), (stream.choices("bob").people, stream.choices("zoe").muted))
        self.assertEqual([], self.read("bob", "person", "ana"))
        self.assertEqual(0, stream.total("author", "ana"))
