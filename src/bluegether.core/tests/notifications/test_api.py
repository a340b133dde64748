"""What reaches whom, and what must not: delivery, grouping, the centre, counts, choices, urgent messages, erasure."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.kit.notice import Said
from bluegether.core.kit.notice import tell
from bluegether.core.kit.notice import tell_audience
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications import storage
from bluegether.core.notifications.testing import clear_texts
from bluegether.core.notifications.testing import Clock
from bluegether.core.notifications.testing import create_page
from bluegether.core.notifications.testing import create_people
from bluegether.core.notifications.testing import english
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.component import getAdapter
from zope.interface import implementer
import unittest


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class ForClients:
    """A kind that clients are told of."""

    category = "message"
    for_clients = True

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid, actors):
        return Said(f"{thing} {','.join(actors)}", self.site.absolute_url())


class NetworkOnly(ForClients):
    """The same for the network."""

    for_clients = False


class NoticeCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.clock, registry = Clock(), self.portal.getSiteManager()
        registry.registerUtility(self.clock, IClock)
        self.addCleanup(registry.unregisterUtility, self.clock, IClock)
        for factory, name in ((ForClients, "test.clients"), (NetworkOnly, "test.network")):
            registry.registerAdapter(factory, name=name)
            self.addCleanup(registry.unregisterAdapter, factory, name=name)
        with stream.silence():
            create_people()

    def page(self, **values):
        return create_page(self.portal, **values)

    def as_(self, userid):
        return api.env.adopt_user(username=userid)

    def comment(self, page, text, userid, reply_to=None):
        self.clock.moment += timedelta(seconds=1)
        with self.as_(userid):
            return discussion.write(page, text, userid=userid, reply_to=reply_to)

    def tell(self, *recipients, kind="test.network", thing="x", actor="bob", **values):
        self.clock.moment += timedelta(seconds=1)
        tell(kind, thing=thing, actor=actor, recipients=recipients, **values)

    def texts(self, userid, **values):
        return clear_texts(userid, **values)

    def number(self, userid):
        return notifications.count(userid).number


class TestRooms(NoticeCase):
    """What discussion, stream and charter tell."""

    def test_each_person_is_told_once_of_a_comment_by_what_concerns_them_most(self):
        page = self.page()
        with self.as_("zoe"):
            discussion.follow(page, userid="zoe")
        first = self.comment(page, "Bonjour", "bob")
        self.assertEqual(["Bob Martin commented on “Plan de charge”"], self.texts("ana"))
        self.assertEqual(self.texts("ana"), self.texts("zoe"))
        self.assertEqual([], self.texts("bob"))
        self.comment(page, "Merci @ana et @zoe", "ana", reply_to=first)
        self.assertEqual(["Ana Diaz answered your comment on “Plan de charge”"], self.texts("bob"))
        self.assertEqual("Ana Diaz mentioned you in a comment on “Plan de charge”", self.texts("zoe")[0])
        self.assertEqual(1, self.number("ana"))
        item = notifications.notices("bob").items[0]
        self.assertEqual("Merci @ana et @zoe", item.excerpt)
        self.assertRegex(item.url, r"/plan-de-charge#\d+$")

    def test_following_ends(self):
        page = self.page()
        with self.as_("zoe"):
            discussion.follow(page, userid="zoe")
            discussion.unfollow(page, userid="zoe")
            self.assertFalse(discussion.follows(page, "zoe"))
        self.comment(page, "Bonjour", "bob")
        self.assertEqual(0, self.number("zoe"))
        with self.as_("carl"), self.assertRaises(NotAllowed):
            discussion.follow(page, userid="carl")

    def test_reactions_are_one_notice_until_it_is_read(self):
        page = self.page()
        comment_id = self.comment(page, "Bonjour", "bob")
        comment = IConversation(page)[comment_id]
        for userid in ("ana", "zoe"):
            self.clock.moment += timedelta(seconds=1)
            with self.as_(userid):
                discussion.react(comment, "like", userid=userid)
        self.assertEqual(["Zoé Petit and Ana Diaz have reacted to your comment on “Plan de charge”"], self.texts("bob"))
        self.assertEqual(1, self.number("bob"))
        with self.as_("zoe"):
            discussion.unreact(comment, userid="zoe")
            discussion.react(comment, "thank", userid="zoe")
        self.assertEqual(1, len(self.texts("bob")))
        notifications.read(notifications.notices("bob").items[0].id, "bob")
        for userid in ("ana", "zoe"):
            with self.as_(userid):
                discussion.unreact(comment, userid=userid)
        self.assertEqual([], self.texts("bob"))

    def test_one_does_not_hear_of_oneself(self):
        page = self.page()
        self.comment(page, "Je me réponds, @ana", "ana")
        with self.as_("ana"):
            discussion.react(page, "like", userid="ana")
            stream.post("Moi, @ana", author="ana")
        self.assertEqual([], self.texts("ana"))

    def test_mentions_and_followers_of_the_stream(self):
        entry = stream.post("Bonjour @ana et @zoe", author="bob")
        self.assertEqual(["Bob Martin mentioned you in a publication"], self.texts("ana"))
        stream.edit(entry.id, "Bonjour @ana et @carl", userid="bob")
        self.assertEqual(1, len(self.texts("ana")))
        self.assertEqual([], self.texts("zoe"))
        stream.follow("zoe", person="bob")
        stream.follow("zoe", person="bob")
        self.assertEqual(["Zoé Petit follows you now"], self.texts("bob"))
        stream.unfollow("zoe", person="bob")
        self.assertEqual([], self.texts("bob"))
        self.assertEqual(0, self.number("bob"))

    def test_names(self):
        for actor in ("bob", "zoe", "rien"):
            self.tell("ana", actor=actor)
        self.assertEqual("x Former member,Zoé Petit,Bob Martin", self.texts("ana")[0])


class TestLeaks(NoticeCase):
    """A notice is made first, then the right is taken away: page, count and opening know nothing of it any more."""

    def silent(self, userid, notice_id):
        self.assertEqual([], notifications.notices(userid).items)
        self.assertEqual(notifications.Count(), notifications.count(userid))
        with self.assertRaises(Missing):
            notifications.notice(notice_id, userid)
        with self.assertRaises(Missing):
            notifications.read(notice_id, userid)

    def only(self, userid):
        (item,) = notifications.notices(userid).items
        self.assertEqual(1, self.number(userid))
        return item.id

    def test_who_may_not_see_the_thing_is_not_told(self):
        page = self.page()
        with api.env.adopt_roles(["Manager"]):
            page.manage_setLocalRoles("ana", ["Owner"])
            page.manage_permission("View", ["Manager", "Owner"])
            page.manage_permission("Access contents information", ["Manager", "Owner"])
            page.reindexObjectSecurity()
        self.comment(page, "Pour @bob et @carl", "ana")
        for userid in ("bob", "carl"):
            self.assertEqual([], notifications.notices(userid).items)
            self.assertIsNone(storage.mailbox(userid))

    def test_content_that_is_closed_deleted_or_reopened(self):
        page = self.page()
        self.comment(page, "Bonjour @zoe", "bob")
        notice_id = self.only("zoe")
        page.manage_permission("View", ["Manager"])
        page.reindexObjectSecurity()
        self.silent("zoe", notice_id)
        page.manage_permission("View", ["Manager", "Member"])
        page.reindexObjectSecurity()
        self.assertEqual(notice_id, self.only("zoe"))
        with api.env.adopt_roles(["Manager"]):
            api.content.delete(page)
        self.silent("zoe", notice_id)

    def test_a_comment_that_is_hidden_or_withdrawn(self):
        page = self.page()
        comment_id = self.comment(page, "Bonjour @zoe", "bob")
        notice_id = self.only("zoe")
        comment = IConversation(page)[comment_id]
        discussion.hide(comment)
        self.silent("zoe", notice_id)
        discussion.show(comment)
        self.only("zoe")
        with self.as_("bob"):
            discussion.rewrite(comment, "Bonjour", userid="bob")
        self.silent("zoe", notice_id)

    def test_a_post_that_changes_its_audience_is_hidden_or_deleted(self):
        entry = stream.post("Bonjour @zoe", author="bob")
        notice_id = self.only("zoe")
        entry.audience = Audience(units=("paris",))
        self.silent("zoe", notice_id)
        entry.audience = Audience()
        stream.hide(entry)
        self.silent("zoe", notice_id)
        stream.show(entry)
        stream.delete(entry.id, userid="bob")
        self.silent("zoe", notice_id)

    def test_who_is_muted_before_and_after(self):
        stream.post("Bonjour @zoe", author="bob")
        notice_id = self.only("zoe")
        stream.mute("zoe", "bob")
        self.silent("zoe", notice_id)
        stream.post("Encore @zoe", author="bob")
        stream.unmute("zoe", "bob")
        self.assertEqual(notice_id, self.only("zoe"))

    def test_muting_one_of_several_leaves_the_others(self):
        for actor in ("bob", "ana"):
            self.tell("zoe", actor=actor)
        stream.mute("zoe", "bob")
        self.assertEqual(["x Ana Diaz"], self.texts("zoe"))

    def test_an_account_that_is_gone(self):
        self.tell("zoe")
        notice_id = self.only("zoe")
        with api.env.adopt_roles(["Manager"]):
            people.forget("zoe")
        self.silent("zoe", notice_id)
        self.tell("zoe", thing="y")
        self.assertEqual(1, storage.mailbox("zoe").size())

    def test_clients_are_told_of_what_is_for_them_only(self):
        self.tell("carl", kind="test.clients")
        self.tell("carl", kind="test.network")
        stream.post("Bonjour @carl", author="bob")
        self.assertEqual(["x Bob Martin"], self.texts("carl"))
        self.assertEqual(1, storage.mailbox("carl").size())
        ForClients.for_clients = False
        self.addCleanup(setattr, ForClients, "for_clients", True)
        self.silent("carl", next(iter(storage.mailbox("carl").groups)) * -1)

    def test_a_notice_is_its_recipients_alone(self):
        self.tell("zoe")
        with self.assertRaises(Missing):
            notifications.notice(self.only("zoe"), "ana")
        with self.assertRaises(NotAllowed):
            notifications.notices("")

    def test_a_room_that_is_gone(self):
        self.tell("zoe")
        notice_id = self.only("zoe")
        registry = self.portal.getSiteManager()
        registry.unregisterAdapter(NetworkOnly, name="test.network")
        self.silent("zoe", notice_id)
        with self.assertLogs("bluegether.core.notifications.api.delivery", "WARNING"):
            self.tell("zoe")
        registry.registerAdapter(NetworkOnly, name="test.network")


class TestCentre(NoticeCase):
    def test_newest_first_by_cursor(self):
        for number in range(7):
            self.tell("ana", thing=str(number))
        first = notifications.notices("ana", size=3)
        second = notifications.notices("ana", size=3, cursor=first.cursor)
        third = notifications.notices("ana", size=3, cursor=second.cursor)
        found = [item.thing for page in (first, second, third) for item in page.items]
        self.assertEqual(list("6543210"), found)
        self.assertIsNone(third.cursor)
        self.tell("ana", thing="0", actor="zoe")
        self.assertEqual(["0 Zoé Petit,Bob Martin"], self.texts("ana", size=1))

    def test_reading_never_writes(self):
        self.tell("ana")
        self.portal._p_jar.cacheMinimize()
        before = len(self.portal._p_jar._registered_objects)
        notifications.notices("ana")
        notifications.count("ana")
        notifications.notices("zoe")
        notifications.settings("zoe")
        self.assertEqual(before, len(self.portal._p_jar._registered_objects))

    def test_read_unread_and_all(self):
        for thing in ("x", "y"):
            self.tell("ana", thing=thing)
        newest = notifications.notices("ana").items[0]
        self.assertEqual("y", notifications.read(newest.id, "ana").thing)
        self.assertEqual(["x Bob Martin"], self.texts("ana", unread=True))
        self.assertEqual(1, self.number("ana"))
        notifications.unread(newest.id, "ana")
        self.assertEqual(2, self.number("ana"))
        notifications.read_all("ana")
        self.assertEqual(0, self.number("ana"))
        self.assertEqual(2, len(self.texts("ana")))
        self.tell("ana", thing="y", actor="zoe")
        self.assertEqual(["y Zoé Petit"], self.texts("ana", unread=True))

    def test_a_count_stops_at_nine(self):
        for number in range(9):
            self.tell("ana", thing=str(number))
        self.assertEqual(notifications.Count(9), notifications.count("ana"))
        self.tell("ana", thing="9")
        self.assertEqual(notifications.Count(9, more=True), notifications.count("ana"))

    def test_what_a_person_sends_is_checked(self):
        for value in (None, "", "x", "-1", "9" * 20, 5, "٣"):
            with self.assertRaises(Missing):
                notifications.checked_id(value)
        with self.assertRaises(Invalid):
            notifications.checked_cursor("x")
        self.assertIsNone(notifications.checked_cursor(""))

    def test_at_most_so_many_are_kept_and_for_so_long(self):
        api.portal.set_registry_record("bluegether.notifications.kept_most", 10)
        for number in range(12):
            self.tell("ana", thing=str(number))
        box = storage.mailbox("ana")
        self.assertEqual(10, box.size())
        self.assertEqual("11", notifications.notices("ana").items[0].thing)
        self.assertEqual("2", notifications.notices("ana").items[-1].thing)
        for tree in (box.groups, box.order, box.open, box.unread):
            self.assertEqual(10, len(tree))
        self.clock.moment += timedelta(days=89)
        self.tell("ana", thing="new")
        self.assertEqual(0, notifications.prune())
        self.clock.moment += timedelta(days=2)
        self.assertEqual(1, notifications.prune())
        self.assertEqual(["new Bob Martin"], self.texts("ana"))
        self.assertEqual(1, box.size())
        self.clock.moment += timedelta(days=90)
        notifications.prune()
        self.assertEqual(0, box.size())
        self.assertEqual([], list(storage.trees().oldest))


class TestMany(NoticeCase):
    """Notices for many are kept once."""

    def everyone(self, audience=None, **values):
        self.clock.moment += timedelta(seconds=1)
        tell_audience("test.network", thing="all", actor="bob", audience=audience or Audience(), **values)

    def test_an_audience_costs_the_writer_nothing_and_all_of_it_see_it(self):
        self.everyone()
        self.assertEqual([], list(storage.trees().mailboxes))
        self.assertEqual([[], ["all Bob Martin"], []], [self.texts(userid) for userid in ("bob", "zoe", "carl")])
        self.assertEqual(1, self.number("zoe"))
        self.assertEqual(0, self.number("bob"))

    def test_the_audience_is_asked_when_it_is_read(self):
        self.everyone(Audience(units=("lyon",)))
        self.assertEqual(["all Bob Martin"], self.texts("zoe"))
        people.account("zoe").unit = "paris"
        self.assertEqual([], self.texts("zoe"))
        self.assertEqual(0, self.number("zoe"))

    def test_who_comes_later_is_not_told(self):
        self.everyone()
        self.clock.moment += timedelta(days=1)
        people.create_account("neo", fullname="Neo", email="neo@example.com", kind="staff")
        self.assertEqual([], self.texts("neo"))

    def test_reading_one_by_one_and_all(self):
        self.everyone()
        self.everyone()
        self.tell("zoe")
        older, newer = (item.id for item in notifications.notices("zoe").items[2:0:-1])
        notifications.read(newer, "zoe")
        self.assertEqual(2, self.number("zoe"))
        self.assertEqual(2, self.number("ana"))
        notifications.read_all("zoe")
        self.assertEqual(0, self.number("zoe"))
        notifications.unread(older, "zoe")
        self.assertEqual([older], [item.id for item in notifications.notices("zoe", unread=True).items])
        self.everyone()
        self.assertEqual(2, self.number("zoe"))

    def test_many_recipients_are_kept_once(self):
        names = [f"u{number}" for number in range(notifications.FEW)]
        self.tell("zoe", *names)
        self.assertEqual([], list(storage.trees().mailboxes))
        self.assertEqual(["x Bob Martin"], self.texts("zoe"))
        self.assertEqual([], self.texts("ana"))

    def test_copies_follow_in_steps_grouped_and_read_ones_stay_read(self):
        names = [f"u{number}" for number in range(notifications.FEW)]
        self.tell("zoe", "ana", *names)
        notifications.read(notifications.notices("zoe").items[0].id, "zoe")
        self.tell("zoe", "ana", *names, actor="carl")
        while notifications.spread():
            pass
        self.assertEqual([], list(storage.trees().for_many))
        self.assertEqual([], list(storage.trees().to_spread))
        self.assertEqual(["x Carl Client,Bob Martin"], self.texts("ana"))
        self.assertEqual(["x Carl Client", "x Bob Martin"], self.texts("zoe"))
        self.assertEqual(["x Carl Client"], self.texts("zoe", unread=True))
        self.assertEqual(["ana", "zoe"], list(storage.trees().mailboxes))

    def test_own_and_common_ones_are_merged_by_time(self):
        self.tell("zoe", thing="1")
        self.everyone()
        self.tell("zoe", thing="3")
        found = ["3 Bob Martin", "all Bob Martin", "1 Bob Martin"]
        self.assertEqual(found, self.texts("zoe"))
        cursor, paged = None, []
        for _page in range(3):
            page = notifications.notices("zoe", size=1, cursor=cursor)
            cursor, paged = page.cursor, paged + [english(item.text) for item in page.items]
        self.assertEqual(found, paged)

    def test_old_ones_go(self):
        self.everyone()
        self.clock.moment += timedelta(days=91)
        notifications.prune()
        self.assertEqual([], list(storage.trees().for_many))


class TestChoices(NoticeCase):
    def test_defaults_choices_and_what_cannot_be_switched_off(self):
        self.assertFalse(notifications.is_on("ana", "reaction", "mail"))
        notifications.choose("ana", channels={"reaction": {"mail": True, "portal": False}}, rhythm="weekly", hour=7)
        self.assertTrue(notifications.is_on("ana", "reaction", "mail"))
        self.assertFalse(notifications.is_on("ana", "reaction", "portal"))
        self.assertEqual(("weekly", 7, 0), notifications.settings("ana")[:3])
        self.assertTrue(notifications.is_on("bob", "reaction", "portal"))
        for category, channel in (("mention", "portal"), ("reply", "portal"), ("announcement", "mail")):
            with self.assertRaises(Invalid):
                notifications.choose("ana", channels={category: {channel: False}})
        api.portal.set_registry_record("bluegether.notifications.portal_off", {"mention", "comment"})
        self.assertTrue(notifications.is_on("ana", "mention", "portal"))
        self.assertFalse(notifications.is_on("ana", "comment", "portal"))

    def test_what_is_off_is_not_shown(self):
        self.tell("ana")
        notifications.choose("ana", channels={"message": {"portal": False}})
        self.assertEqual([], self.texts("ana"))
        self.assertEqual(0, self.number("ana"))
        notifications.choose("ana", channels={"message": {"mail": False, "push": False}})
        self.tell("ana", thing="y")
        self.assertEqual(1, storage.mailbox("ana").size())

    def test_nonsense_is_refused_and_nothing_is_kept(self):
        for values in (
            {"rhythm": "yearly"},
            {"hour": 24},
            {"hour": True},
            {"hour": "8"},
            {"weekday": 7},
            {"discreet": 1},
            {"devices": {}},
            {"channels": []},
            {"channels": {"nothing": {"mail": True}}},
            {"channels": {"mention": {"fax": True}}},
            {"channels": {"mention": {"mail": "yes"}}},
            {"quiet_from": 20},
            {"quiet_from": 20, "quiet_until": 25},
        ):
            with self.assertRaises(Invalid, msg=str(values)):
                notifications.choose("ana", **values)
        self.assertIsNone(storage.choices("ana"))
        with self.assertRaises(NotAllowed):
            notifications.choose("nobody", rhythm="never")

    def test_categories_come_from_the_kinds(self):
        mine = ["mention", "reply", "comment", "message", "reaction", "follow", "charter", "announcement"]
        self.assertEqual(mine, [name for name in notifications.categories() if name in mine])
        NetworkOnly.category = "brand-new"
        self.addCleanup(delattr, NetworkOnly, "category")
        self.assertIn("other", notifications.categories())
        self.tell("ana")
        self.assertEqual("other", notifications.notices("ana").items[0].category)


class TestUrgent(NoticeCase):
    def announce(self, **values):
        with api.env.adopt_roles(["Animator"]):
            return notifications.announce(
                **({"title": "Panne", "text": "Le site\nest fermé", "userid": "ana"} | values)
            )

    def test_only_who_may(self):
        with self.as_("bob"), self.assertRaises(NotAllowed):
            notifications.announce(title="Panne", text="Panne", userid="bob")
        with self.as_("bob"), self.assertRaises(NotAllowed):
            notifications.announcements()
        for values in ({"title": " "}, {"text": ""}, {"title": "x" * 121}, {"kinds": ("king",)}, {"units": ("oslo",)}):
            with self.assertRaises(Invalid):
                self.announce(**values)
        self.assertIsNone(storage.trees())

    def test_it_reaches_its_audience_and_says_who_sent_it(self):
        found_id = self.announce(units=("paris",))
        (item,) = notifications.notices("bob").items
        self.assertEqual(("Panne", "Le site est fermé", True), (item.text, item.excerpt, item.urgent))
        self.assertEqual("Le site\nest fermé", notifications.announcement(found_id, "bob").text)
        for userid in ("zoe", "carl"):
            self.assertEqual([], self.texts(userid))
            with self.assertRaises(Missing):
                notifications.announcement(found_id, userid)
        self.assertEqual("ana", notifications.announcement(found_id, "ana").author)
        with api.env.adopt_roles(["Animator"]):
            ((listed, message),) = notifications.announcements()
        self.assertEqual((found_id, "ana", ("paris",)), (listed, message.author, message.audience.units))

    def test_clients_only_when_they_are_meant(self):
        self.announce(kinds=("client",))
        self.assertEqual(["Panne"], self.texts("carl"))
        self.assertEqual([], self.texts("bob"))


class TestErasure(NoticeCase):
    def room(self):
        return getAdapter(self.portal, IPersonalData, "notifications")

    def test_export(self):
        self.tell("ana")
        notifications.choose("ana", rhythm="weekly")
        found = self.room().export("ana")
        self.assertEqual("x", found["notifications"][0]["thing"])
        self.assertFalse(found["notifications"][0]["read"])
        self.assertEqual("weekly", found["choices"]["rhythm"])
        self.assertEqual([], self.room().export("zoe")["notifications"])

    def test_erasure_twice(self):
        stream.follow("bob", person="zoe")
        self.tell("zoe", actor="ana")
        self.tell("zoe", actor="bob")
        self.tell("bob")
        notifications.choose("bob", rhythm="weekly")
        with api.env.adopt_roles(["Animator"]):
            notifications.announce(title="Panne", text="Panne", userid="bob")
        tell_audience("test.network", thing="all", actor="bob", audience=Audience())
        for _time in range(2):
            self.room().erase("bob")
            kept = storage.trees()
            self.assertEqual(["x Ana Diaz"], [text for text in self.texts("zoe") if text != "Panne"])
            self.assertEqual(["Panne"], [found.title for found in kept.announcements.values()])
            whole = str([*map(list, (kept.mailboxes, kept.choices, kept.caused, kept.due["mail"].line))])
            whole += str([group for box in kept.mailboxes.values() for group in box.groups.values()])
            whole += str([many.group for many in kept.for_many.values()])
            whole += str([found.author for found in kept.announcements.values()])
            self.assertNotIn("bob", whole)


class TestDevices(NoticeCase):
    GOOD = {
        "endpoint": "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "p256dh": "B" * 87,
        "auth": "A" * 22,
        "name": "Firefox · Linux",
    }

    def test_only_known_services_with_usable_keys(self):
        for values in (
            {"endpoint": "http://updates.push.services.mozilla.com/x"},
            {"endpoint": "https://push.services.mozilla.com.evil.example/x"},
            {"endpoint": "https://evilpush.services.mozilla.com@10.0.0.1/x"},
            {"endpoint": "http://127.0.0.1:8080/"},
            {"endpoint": "file:///etc/passwd"},
            {"endpoint": None},
            {"endpoint": "https://web.push.apple.com/" + "x" * 1000},
            {"p256dh": "B"},
            {"p256dh": None},
            {"auth": "é"},
        ):
            with self.assertRaises(Invalid, msg=str(values)):
                notifications.subscribe("ana", **(self.GOOD | values))
        self.assertEqual({}, notifications.devices("ana"))
        with self.assertRaises(NotAllowed):
            notifications.subscribe("nobody", **self.GOOD)

    def test_devices_are_revoked_and_bounded(self):
        key = notifications.subscribe("ana", **self.GOOD)
        self.assertEqual(key, notifications.subscribe("ana", **self.GOOD))
        self.assertEqual(["Firefox · Linux"], [device.name for device in notifications.devices("ana").values()])
        notifications.unsubscribe("bob", key)
        notifications.unsubscribe("ana", key)
        notifications.unsubscribe("ana", key)
        self.assertEqual({}, notifications.devices("ana"))
        with self.assertRaises(Conflict):
            for number in range(11):
                notifications.subscribe("ana", **(self.GOOD | {"endpoint": f"{self.GOOD['endpoint']}{number}"}))

    def test_keys_are_out_of_the_site(self):
        notifications.ensure_secrets()
        public = notifications.public_key()
        notifications.ensure_secrets()
        self.assertEqual(public, notifications.public_key())
        self.assertEqual(87, len(public))
        kept = storage.stored_secrets()
        self.assertIn(b"PRIVATE KEY", kept.push_key)
        registry = self.portal.portal_registry
        self.assertFalse(any("PRIVATE" in str(record.value) for record in registry.records.values()))
        self.assertNotIn(storage.ROOT_KEY, self.portal.__annotations__)
        self.assertNotIn("secrets", str(list(vars(storage.made()))))
