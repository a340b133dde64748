"""Kinds of posts, attachments, shares, order by activity, blocks, trends, suggestions: every rule, refusals first."""

from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.kit.notice import ignores
from bluegether.core.kit.picture import MAX_BYTES
from bluegether.core.kit.picture import picture
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.stream import api as stream
from bluegether.core.stream.interfaces import IAsked
from bluegether.core.stream.storage import KEY
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from io import BytesIO
from PIL import Image
from plone import api
from zope.component import adapter
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
import unittest
import zlib


def image(size=(40, 30), form="PNG", **values):
    written = BytesIO()
    Image.new("RGB", size, "navy").save(written, form, **values)
    return written.getvalue()


def bomb():
    """Return a small PNG that says it is 20,000 by 20,000."""
    data = bytearray(image())
    data[16:24] = (20_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


class KindCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
        with stream.silence():
            for userid, kind, unit in (
                ("ana", "staff", "lyon"),
                ("bob", "consultant", "paris"),
                ("zoe", "partner", "lyon"),
                ("eve", "consultant", "lyon"),
                ("carl", "client", ""),
            ):
                people.create_account(
                    userid, fullname=userid.title(), email=f"{userid}@example.com", kind=kind, unit=unit
                )

    def post(self, text="Bonjour", author="ana", **values):
        return stream.post(text, author=author, **values)

    def read(self, userid="ana", name="all", value="", order="newest"):
        page = stream.entries(stream.view(name, value, order), userid=userid)
        return [item.entry.text for item in page.items]

    def heard(self, contract):
        found = []

        @adapter(contract)
        def listen(event):
            found.append(event)

        getGlobalSiteManager().registerHandler(listen)
        self.addCleanup(getGlobalSiteManager().unregisterHandler, listen)
        return found


class TestPictures(KindCase):
    def test_what_is_no_picture_or_too_large_is_refused(self):
        svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
        for data in (b"", svg, b"<html></html>", image()[:20], bomb(), b"\xff\xd8" + b"0" * MAX_BYTES):
            with self.assertRaises(Invalid) as caught:
                picture(data)
            self.assertEqual("pictures", caught.exception.field)

    def test_a_picture_is_made_anew_small_and_without_what_the_camera_wrote(self):
        exif = Image.Exif()
        exif[0x010E] = "Lyon 45.76 N"
        made = picture(image((3000, 1500), "JPEG", exif=exif), alt="Une salle")
        again = Image.open(BytesIO(made.data))
        self.assertEqual(("JPEG", (1600, 800), 0), (again.format, again.size, len(again.getexif())))
        self.assertNotIn(b"45.76", made.data)
        for form in ("GIF", "WEBP"):
            self.assertEqual((40, 30), Image.open(BytesIO(picture(image(form=form)).data)).size)

    def test_four_go_with_a_post_and_are_seen_by_who_sees_it(self):
        made = [picture(image(), alt=str(number)) for number in range(5)]
        for pictures in (made, [picture(image(), alt="x" * 301)]):
            with self.assertRaises(Invalid):
                self.post(pictures=pictures)
        self.assertEqual([], self.read())
        found = self.post(pictures=made[:4], units=("lyon",))
        self.assertEqual([("0", 40, 30), ("1", 40, 30), ("2", 40, 30), ("3", 40, 30)], list(found.pictures))
        self.assertEqual(made[3].data, stream.picture_file(found.id, 3, userid="zoe").data)
        for userid, place in (("bob", 0), ("zoe", 4), ("zoe", -1)):
            with self.assertRaises(Missing):
                stream.picture_file(found.id, place, userid=userid)
        stream.hide(found)
        with self.assertRaises(Missing):
            stream.picture_file(found.id, 0, userid="ana")


class TestDocuments(KindCase):
    def setUp(self):
        super().setUp()
        portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]), stream.silence():
            self.open = api.content.create(portal, "Document", "ouvert", "Document ouvert")
            self.secret = api.content.create(portal, "Document", "secret", "Plan secret")
            for permission in ("View", "Access contents information"):
                self.secret.manage_permission(permission, ["Manager"])
            self.secret.manage_setLocalRoles("eve", ["Manager"])
            self.secret.reindexObjectSecurity()

    def test_what_may_not_be_seen_is_refused_as_what_is_not_there(self):
        with api.env.adopt_user("ana"):
            for wanted in (self.secret.UID(), self.secret.absolute_url(), "http://example.com/rien", "/", "../.."):
                with self.assertRaises(Invalid) as caught:
                    self.post(documents=[wanted])
                self.assertEqual("documents", caught.exception.field)
                self.assertIn("There is no document at", str(caught.exception.message))
            for wrong in ("text", [1], ["/ouvert"] * 6):
                with self.assertRaises(Invalid):
                    self.post(documents=wrong)

    def test_a_title_is_shown_to_who_may_see_the_document_only(self):
        with api.env.adopt_user("eve"):
            addresses = [self.secret.UID(), f"{self.open.absolute_url()}/view", self.open.UID()]
            found = self.post(documents=addresses, author="eve")
        self.assertEqual((self.secret.UID(), self.open.UID()), found.documents)
        with api.env.adopt_user("bob"):
            titles = [brain.Title for brain in stream.shown(found.id, userid="bob").documents]
            self.assertEqual(["Document ouvert"], titles)
            self.assertEqual(1, len(stream.shares_of_document(self.open.UID(), userid="bob")))
            with self.assertRaises(Missing):
                stream.document(self.secret.UID())


class TestSharing(KindCase):
    def test_what_one_may_not_see_cannot_be_shared(self):
        hidden = self.post("Pour Lyon", units=("lyon",))
        for entry_id in (hidden.id, 12345):
            with self.assertRaises(Missing):
                self.post("Lisez", author="bob", quote=entry_id)
        self.assertEqual([], self.read("bob"))

    def test_the_original_is_shown_to_who_may_see_it_and_no_longer_once_it_is_gone(self):
        told = self.heard(INotice)
        original = self.post("Pour Lyon", units=("lyon",))
        share = self.post("", author="zoe", quote=original.id)
        self.assertIn(("stream.share", ("ana",)), [(one.kind, one.recipients) for one in told])
        self.assertIsNone(stream.shown(share.id, userid="bob").quoted)
        self.assertEqual("Pour Lyon", stream.shown(share.id, userid="eve").quoted.entry.text)
        self.assertEqual(1, stream.times_shared(original.id))
        stream.delete(original.id, userid="ana")
        self.assertIsNone(stream.shown(share.id, userid="eve").quoted)

    def test_who_shared_it_is_told_of_shares_that_one_sees(self):
        original = self.post("Pour tous")
        self.post("à Lyon", author="zoe", quote=original.id, units=("lyon",))
        self.assertEqual([], stream.shares_of_entry(original.id, userid="bob"))
        self.assertEqual(["à Lyon"], [one.entry.text for one in stream.shares_of_entry(original.id, userid="eve")])
        self.assertEqual(0, stream.times_shared(original.id))


class TestPraise(KindCase):
    def test_refusals(self):
        for praised in ("bob", [], ["ana"], ["nobody"], ["carl"], [f"x{number}" for number in range(11)]):
            with self.assertRaises((Invalid, Missing)) as caught:
                self.post("Bravo", kind="praise", praised=praised)
            self.assertEqual("praised", caught.exception.field)
        with self.assertRaises(Invalid) as caught:
            self.post("Bravo", kind="praise", praised=["bob"], value="charter:99")
        self.assertEqual("value", caught.exception.field)

    def test_it_names_people_tells_them_and_has_a_quota(self):
        told = self.heard(INotice)
        api.portal.set_registry_record("bluegether.stream.praises_per_month", 2)
        self.post("Il y a longtemps", kind="praise", praised=["zoe"], moment=now() - timedelta(days=40))
        found = self.post("Bravo", kind="praise", praised=["bob", "@zoe"])
        self.assertEqual((("bob", "zoe"), "praise"), (found.praised, found.kind))
        self.assertIn(("stream.praise", ("bob", "zoe")), [(one.kind, one.recipients) for one in told])
        self.post("Encore", kind="praise", praised=["bob"])
        with self.assertRaises(Conflict):
            self.post("Trop", kind="praise", praised=["bob"])
        self.assertEqual("Ok", self.post("Ok", author="bob", kind="praise", praised=["ana"]).text)


class TestPoll(KindCase):
    def poll(self, **values):
        return self.post("Quel jour ?", kind="poll", **({"options": ["Lundi", "Mardi", "Jeudi"]} | values))

    def test_refusals(self):
        many = [str(number) for number in range(7)]
        for options in (["Lundi"], many, ["a", "A"], ["a", 1], "ab", ["a", "x" * 121]):
            with self.assertRaises(Invalid) as caught:
                self.poll(options=options)
            self.assertEqual("options", caught.exception.field)
        for ends in ("demain", 5, now() - timedelta(days=1), now() + timedelta(days=400)):
            with self.assertRaises(Invalid) as caught:
                self.poll(ends=ends)
            self.assertEqual("ends", caught.exception.field)
        found = self.poll(units=("lyon",))
        for chosen in ([3], [-1], ["0"], [True], "0", None, [0, 1]):
            with self.assertRaises(Invalid):
                stream.vote(found.id, chosen, userid="zoe")
        for entry_id, userid in ((found.id, "bob"), (self.post().id, "zoe")):
            with self.assertRaises(Missing):
                stream.vote(entry_id, [0], userid=userid)
        with self.assertRaises(NotAllowed):
            stream.vote(found.id, [0], userid="carl")
        self.assertEqual(0, stream.results(found, "zoe").voters)

    def test_one_vote_each_changeable_results_after_voting(self):
        found = self.poll()
        stream.vote(found.id, [0], userid="bob")
        stream.vote(found.id, [1], userid="zoe")
        stream.vote(found.id, [1], userid="bob")
        self.assertEqual([None] * 3, [one.count for one in stream.results(found, "ana").options])
        seen = stream.results(found, "bob")
        self.assertEqual(([0, 2, 0], 2), ([one.count for one in seen.options], seen.voters))
        self.assertEqual([False, True, False], [one.mine for one in seen.options])
        stream.vote(found.id, [], userid="bob")
        self.assertEqual((1, False), (stream.results(found, "zoe").voters, stream.results(found, "bob").voted))

    def test_several_answers_and_the_end(self):
        found = self.poll(several=True, ends=now() + timedelta(days=1))
        stream.vote(found.id, [0, 2, 2], userid="bob")
        self.assertEqual([1, 0, 1], [one.count for one in stream.results(found, "bob").options])
        found.poll.ends = now() - timedelta(seconds=1)
        with self.assertRaises(Conflict):
            stream.vote(found.id, [1], userid="bob")
        self.assertEqual([1, 0, 1], [one.count for one in stream.results(found, "ana").options])

    def test_votes_are_exported_and_stay_without_a_name(self):
        found = self.poll()
        stream.vote(found.id, [2], userid="bob")
        data = getAdapter(self.layer["portal"], IPersonalData, name="stream")
        self.assertEqual([{"id": str(found.id), "options": ["Jeudi"]}], data.export("bob")["votes"])
        data.erase("bob")
        data.erase("bob")
        self.assertEqual((1, False), (stream.results(found, "ana").voters, stream.results(found, "bob").voted))
        self.assertNotIn("bob", found.poll.votes)


class TestQuestion(KindCase):
    def test_it_says_so(self):
        asked = self.heard(IAsked)
        self.post("Qui connaît Plone ?", kind="question")
        self.post("Bonjour")
        self.assertEqual(["Qui connaît Plone ?"], [event.object.text for event in asked])


class TestActivityOrder(KindCase):
    def test_what_was_commented_last_comes_first(self):
        for name, order in (("bookmarks", "activity"), ("all", "best")):
            with self.assertRaises(Invalid):
                stream.view(name, "", order)
        first, _second = self.post("un", author="bob"), self.post("deux", author="zoe")
        self.post("pour Paris", author="bob", units=("paris",))
        self.assertEqual(["deux", "un"], self.read(order="activity"))
        first.comments = -1  # one more than noted
        stream.note_talk(stream.publication(first.id))
        self.assertEqual((["un", "deux"], ["deux", "un"]), (self.read(order="activity"), self.read()))
        self.assertEqual([], self.read(name="me", order="activity"))
        stream.follow("ana", person="zoe")
        self.assertEqual(["deux"], self.read(name="me", order="activity"))
        wanted = stream.view("all", "", "activity")
        page = stream.entries(wanted, userid="ana", size=1)
        rest = stream.entries(wanted, userid="ana", size=1, cursor=page.cursor)
        self.assertEqual(["un", "deux"], [page.items[0].entry.text, rest.items[0].entry.text])
        stream.delete(first.id, userid="bob")
        self.assertEqual(["deux"], self.read(order="activity"))

    def test_read_up_to_here_never_goes_back(self):
        first, second = self.post("un", author="bob"), self.post("deux", author="bob")
        self.assertEqual(0, stream.seen("ana"))
        for until in (second.id, first.id, 1 << 61):
            stream.note_seen(until, userid="ana")
            self.assertEqual(second.id, stream.seen("ana"))
        with self.assertRaises(NotAllowed):
            stream.note_seen(second.id, userid="carl")


class TestBlocking(KindCase):
    def test_neither_sees_mentions_follows_or_hears_of_the_other(self):
        stream.follow("bob", person="ana")
        stream.block("ana", "bob")
        self.post("de bob pour @ana", author="bob")
        self.post("de ana pour @bob")
        self.assertEqual((["de ana pour @bob"], ["de bob pour @ana"]), (self.read("ana"), self.read("bob")))
        self.assertEqual(((), ()), (stream.choices("bob").people, self.post("@bob").mentions))
        for one, other in (("ana", "bob"), ("bob", "ana")):
            with self.assertRaises(NotAllowed):
                stream.follow(one, person=other)
            self.assertTrue(ignores(one, other))
        stream.unblock("bob", "ana")  # only who blocked undoes it
        self.assertTrue(ignores("bob", "ana"))
        stream.unblock("ana", "bob")
        self.assertFalse(ignores("bob", "ana") or ignores("ana", "bob"))
        self.assertEqual(("bob",), self.post("@bob").mentions)
        with self.assertRaises(Invalid):
            stream.block("ana", "ana")


class TestHashtags(KindCase):
    def test_trends_count_what_everyone_sees_this_week(self):
        for text in ("#plone", "#plone #zope", "#Plone"):
            self.post(text)
        self.post("#secret", units=("lyon",))
        self.post("#vieux", moment=now() - timedelta(days=8))
        stream.hide(self.post("#parti"))
        self.assertEqual([("plone", 3), ("zope", 1)], [(one.hashtag, one.count) for one in stream.trends()])

    def test_only_the_animator_renames(self):
        self.post("#k8s")
        with api.env.adopt_user("ana"), self.assertRaises(NotAllowed):
            stream.rename_hashtag("k8s", "kubernetes")
        with api.env.adopt_roles(["Animator"]):
            for old, new in (("k8s", "k8s"), ("", "x2"), ("k8s", "un mot"), (None, "x2")):
                with self.assertRaises(Invalid):
                    stream.rename_hashtag(old, new)
        self.assertEqual(["#k8s"], self.read(name="hashtag", value="k8s"))

    def test_entries_followers_and_later_posts_go_with_it(self):
        self.post("#k8s ici", author="bob")
        self.post("#kubernetes là", author="bob")
        stream.follow("ana", hashtag="k8s")
        with api.env.adopt_roles(["Animator"]):
            stream.rename_hashtag("#K8s", "kubernetes")
        self.assertEqual(("kubernetes",), self.post("#k8s encore", author="bob").hashtags)
        every = ["#k8s encore", "#kubernetes là", "#k8s ici"]
        for name, value in (("hashtag", "kubernetes"), ("hashtag", "K8S"), ("me", "")):
            self.assertEqual(every, self.read(name=name, value=value))
        self.assertEqual(3, stream.total("hashtag", "kubernetes"))
        with api.env.adopt_roles(["Animator"]):
            stream.rename_hashtag("kubernetes", "k8s")  # and back
        self.assertEqual(every, self.read(name="hashtag", value="kubernetes"))
        self.assertEqual({"kubernetes": "k8s"}, stream.aliases())
        self.assertFalse(stream.move_hashtags())


class TestSuggestions(KindCase):
    def found(self, userid):
        return [(one.userid, one.reason) for one in stream.suggestions(userid)]

    def test_a_reason_each_never_who_is_followed_blocked_or_a_client(self):
        with self.assertRaises(NotAllowed):
            stream.suggestions("carl")
        for author in ("bob", "zoe", "eve"):
            self.post("Bonjour", author=author)
        self.assertEqual([("eve", "unit"), ("zoe", "unit")], self.found("ana"))
        stream.follow("ana", person="eve")
        stream.follow("eve", person="bob")
        self.assertEqual([("bob", "friends"), ("zoe", "unit")], self.found("ana"))
        stream.block("zoe", "ana")
        self.assertEqual([("bob", "friends")], self.found("ana"))

    def test_a_skill_counts_where_it_may_be_seen_only(self):
        self.post()
        python = skills.add({"fr": "Python", "en": "Python"}, actor="")
        rows = [{"skill": python, "level": 3, "years": 2, "last_used": 2026, "again": False}]
        for userid, audience in (("ana", "everyone"), ("bob", "everyone"), ("zoe", "me")):
            person = people.person(userid)
            people.update_profile(person, "skills", {"skills": rows}, actor=userid, audience=audience)
        with api.env.adopt_user("ana"):
            found = [(one.userid, one.reason) for one in stream.suggestions("ana", by_skill=True)]
        self.assertIn(("bob", "skill"), found)
        self.assertNotIn(("zoe", "skill"), found)


class TestSharedBy(KindCase):
    def shared(self, reader, by="ana"):
        return self.read(reader, name="shared", value=by)

    def older(self):
        """Return the trees as an older database has them: no line of sharers, no order by activity."""
        trees = stored(api.portal.get(), KEY)
        for entry in trees.all.values():
            entry.active = 0
        for name in ("sharer", "active", "filed"):
            setattr(trees, name, None)
        for key in [key for key in trees.counts if key[0] == "sharer"]:
            del trees.counts[key]
        return trees

    def test_all_that_a_person_shared_and_one_may_see(self):
        original = self.post("original", author="bob")
        self.post("sans partage")
        open_share = self.post("pour tous", quote=original.id)
        self.post("à Lyon", quote=original.id, units=("lyon",))
        self.assertEqual(["à Lyon", "pour tous"], self.shared("eve"))
        self.assertEqual(["pour tous"], self.shared("bob"))
        self.assertEqual([], self.shared("eve", by="bob"))
        with self.assertRaises(NotAllowed):
            self.shared("carl")
        stream.hide(open_share)
        self.assertEqual([], self.shared("bob"))
        stream.erase("ana")
        self.assertEqual([], self.shared("eve"))
        self.assertNotIn("ana", stored(api.portal.get(), KEY).sharer)

    def test_entries_of_older_databases_are_filed_some_at_a_time(self):
        original = self.post("un", author="bob")
        self.post("deux", quote=original.id)
        gone = self.post("trois", quote=original.id)
        trees = self.older()
        trees.remove(gone)  # before it is filed
        by_activity = stream.view("all", order="activity")
        self.assertEqual([], stream.entries(by_activity, userid="bob").items)
        self.assertEqual([True, True, False], [stream.file_older(limit=1) for _turn in range(3)])
        self.assertFalse(stream.file_older())
        found = [item.entry.text for item in stream.entries(by_activity, userid="bob").items]
        self.assertEqual((["deux", "un"], ["deux"]), (found, self.shared("bob")))
        self.assertEqual(1, trees.count("sharer", "ana"))
