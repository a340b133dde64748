"""What is counted, what is told, and what is never told: nothing about fewer than five people."""

from bluegether.core.adoption import api as adoption
from bluegether.core.adoption.api.months import named_units
from bluegether.core.adoption.storage import KEY
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.access import acting_as
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.contribution import Contribution
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import IContributions
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.testing import space_values
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from dataclasses import asdict
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.PlonePAS.events import UserLoggedInEvent
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.component import provideAdapter
from zope.event import notify
from zope.interface import implementer
import json
import unittest


NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
UNITS = {"lyon": "Lyon", "paris": "Paris", "lille": "Lille"}
ENABLED = "plone.app.discussion.interfaces.IDiscussionSettings.globally_enabled"


@implementer(IClock)
class FakeClock:
    moment = NOW

    def now(self):
        return self.moment


def at(day: int, hour: int = 12, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


class AdoptionCase(unittest.TestCase):
    """Lyon has six consultants (l1 to l6), Paris five (p1 to p5), Lille two (n1, n2); cleo is a client."""

    layer = INTEGRATION

    def setUp(self):
        self.clock = FakeClock()
        real, sites = getUtility(IClock), getGlobalSiteManager()
        sites.registerUtility(self.clock, IClock)
        self.addCleanup(sites.registerUtility, real, IClock)
        self.portal = self.layer["portal"]
        api.portal.set_registry_record("bluegether.people.units", UNITS)
        with stream.silence():
            for unit, letter, count in (("lyon", "l", 6), ("paris", "p", 5), ("lille", "n", 2)):
                for number in range(1, count + 1):
                    self.person(f"{letter}{number}x", unit)
            self.person("cleo", "", "client")
            self.person("anim", "lyon", "staff")
        api.user.grant_roles("anim", roles=["Animator"])

    def person(self, userid, unit, kind="consultant"):
        employment = "employee" if kind == "consultant" else ""
        people.create_account(
            userid,
            fullname=f"{userid.title()} Test",
            email=f"{userid}@example.com",
            kind=kind,
            employment=employment,
            unit=unit,
            arrived=at(1, month=8),
        )

    def told(self, *contributions):
        """Let a room tell these, and count."""

        @implementer(IContributions)
        class Room:
            def __init__(self, site):
                pass

            def contributions(self, start, end):
                return iter([one for one in contributions if start <= one.happened < end])

        provideAdapter(Room, (IPloneSiteRoot,), IContributions, name="test")
        self.addCleanup(getGlobalSiteManager().unregisterAdapter, Room, (IPloneSiteRoot,), IContributions, name="test")
        while adoption.catch_up():
            pass
        return adoption.month("2026-11")


class TestCounting(AdoptionCase):
    def test_each_day_once(self):
        one = Contribution("l1x", at(10), to="p1x")
        found = self.told(*(Contribution(f"l{number}x", at(11), to="p2x") for number in range(1, 7)), one)
        self.assertEqual((7, 100), (found.exchanges, found.crossing))
        self.assertFalse(adoption.catch_up())
        self.assertEqual(found, adoption.month("2026-11"))

    def test_a_day_is_counted_when_it_is_over(self):
        found = self.told(*(Contribution(f"l{number}x", at(24, 9)) for number in range(1, 7)))
        self.assertIsNone(found.contributors)
        self.clock.moment = NOW + timedelta(days=1)
        self.assertFalse(adoption.catch_up())
        self.assertEqual(6, adoption.month("2026-11").contributors)

    def test_nothing_due_writes_nothing(self):
        self.told()
        jar = self.portal._p_jar
        before = len(jar._registered_objects)
        self.assertFalse(adoption.catch_up())
        self.assertEqual(before, len(jar._registered_objects))

    def test_signing_in_makes_active(self):
        self.clock.moment = at(20)
        for userid in ("l1x", "l2x", "l3x", "p1x", "p2x", "cleo", "l1x"):
            notify(UserLoggedInEvent(api.user.get(userid=userid).getUser()))
        self.clock.moment = NOW
        found = self.told()
        self.assertEqual((5, None), (found.active, found.contributors))
        self.assertEqual(36, found.active_share)  # of 14 members; the client is none

    def test_clients_former_members_and_oneself_are_no_exchange(self):
        rows = [("l1x", "cleo"), ("cleo", "l1x"), ("l1x", "l1x"), ("l1x", "gone"), ("gone", "l1x")]
        found = self.told(
            *(Contribution(one, at(3), to=other) for one, other in rows),
            *(Contribution(f"l{number}x", at(4), to=f"l{number % 6 + 1}x") for number in range(1, 7)),
        )
        self.assertEqual((6, 0, 6), (found.exchanges, found.crossing, found.contributors))

    def test_open_content_and_waits(self):
        rows = [Contribution(f"p{number}x", at(5), open=number > 1) for number in range(1, 6)]
        rows += [Contribution(f"l{hours}x", at(6), to="p1x", waited=timedelta(hours=hours)) for hours in range(1, 6)]
        found = self.told(*rows)
        self.assertEqual((80, 5, 3.0), (found.opened, found.answers, found.answer_hours))

    def test_a_long_silence_of_the_timer_is_made_up_for_in_steps(self):
        early = [Contribution(f"l{number}x", at(10, month=9)) for number in range(1, 7)]
        self.told(*early)
        self.assertEqual(["2026-11", "2026-10", "2026-09", "2026-08"], [month.name for month in adoption.months()])
        self.assertEqual(6, adoption.month("2026-09").contributors)
        self.assertIsNone(adoption.month("2026-10").contributors)


class TestRooms(AdoptionCase):
    """What the rooms tell."""

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record(ENABLED, True)

    def rooms(self, name):
        room = getAdapter(self.portal, IContributions, name=name)
        return list(room.contributions(at(1), at(30)))

    def test_posts_and_what_is_said_below_them(self):
        self.clock.moment = at(9)
        question = stream.post("Who knows Ansible?", author="l1x", kind="question")
        stream.post("For Lyon alone", author="l1x", units=("lyon",))
        for userid in ("l1x", "p1x", "p2x"):
            with acting_as(userid):
                discussion.write(stream.publication(question.id), f"says {userid}", userid=userid)
        found = self.rooms("stream")
        self.assertEqual({True, False}, {one.open for one in found if one.userid == "l1x" and not one.to})
        answers = [(one.userid, one.to, one.waited is not None) for one in found if one.to]
        self.assertEqual(
            [("l1x", "l1x", False), ("p1x", "l1x", True), ("p2x", "l1x", False)], sorted(answers), "one first answer"
        )

    def test_what_an_open_space_holds_is_open(self):
        kinds = (("open", "free"), ("listed", "request"), ("secret", "invitation"))
        for day, (visibility, joining) in enumerate(kinds, 9):
            values = space_values(title=visibility, visibility=visibility, joining=joining, reason="A test of it")
            space = spaces.create_space(actor="l1x", furnished=False, **values)
            self.clock.moment = at(day)
            stream.post(f"Inside {visibility}", author="l1x", space=space.UID())
        told = sorted((one.happened, one.open) for one in self.rooms("stream"))
        self.assertEqual([True, False, False], [opened for _moment, opened in told])

    def test_what_moderation_hid_is_not_counted(self):
        self.clock.moment = at(9)
        entry = stream.post("Hidden soon", author="l1x")
        self.assertEqual(1, len(self.rooms("stream")))
        stream.hide(entry)
        self.assertEqual([], self.rooms("stream"))

    def test_contents_and_comments_on_them(self):
        with api.env.adopt_roles(["Manager"]):
            page = api.content.create(self.portal, "Document", "page", title="Page", creators=("p1x",))
            api.content.create(self.portal, "Document", "closed", title="Closed", creators=("p2x",))
            page.allow_discussion = True
            page.manage_permission("Access contents information", ["Member", "Manager"], acquire=False)
            page.reindexObject(idxs=["allowedRolesAndUsers"])
            self.portal["closed"].manage_permission("Access contents information", ["Manager"], acquire=False)
            self.portal["closed"].reindexObject(idxs=["allowedRolesAndUsers"])
            with acting_as("l1x"):
                discussion.write(page, "Thank you", userid="l1x")
        start, end = at(1), datetime.now(UTC) + timedelta(days=3650)

        def told(name):
            return list(getAdapter(self.portal, IContributions, name=name).contributions(start, end))

        self.assertEqual({("p1x", True), ("p2x", False)}, {(one.userid, one.open) for one in told("contents")})
        self.assertEqual([("l1x", "p1x")], [(one.userid, one.to) for one in told("discussion")])


class TestFewest(AdoptionCase):
    def test_no_figure_about_fewer_than_five(self):
        four = [Contribution(f"l{number}x", at(9), to="l1x", open=False) for number in range(1, 5)]
        found = self.told(*four)
        self.assertEqual(14, found.members)
        hidden = ("active", "contributors", "exchanges", "crossing", "opened", "answers", "answer_hours")
        self.assertEqual({None}, {getattr(found, name) for name in hidden})

    def test_a_small_unit_is_not_named_nor_to_be_found_by_subtraction(self):
        found = self.told(*(Contribution(f"n{number}x", at(9)) for number in (1, 2)))
        self.assertEqual(["lyon"], [unit.id for unit in found.units if unit.id])
        rest = found.units[-1]
        self.assertEqual(("", 7, 2), (rest.id, rest.members, rest.contributors))
        self.assertEqual(found.members, sum(unit.members for unit in found.units))
        self.assertNotIn("lille", json.dumps(asdict(found)))

    def test_named_units(self):
        for counts, expected in (
            ({"a": 9, "b": 5}, [("a", 9), ("b", 5)]),
            ({"a": 9, "b": 4}, [("", 13)]),
            ({"a": 9, "b": 6, "c": 4}, [("a", 9), ("", 10)]),
            ({"a": 9, "b": 3, "c": 3}, [("a", 9), ("", 6)]),
            ({"a": 3}, []),
            ({"a": 6, "": 2}, [("", 8)]),
            ({"a": 6, "": 5}, [("a", 6), ("", 5)]),
        ):
            units = {f"{name}{number}": name for name, count in counts.items() for number in range(count)}
            found = named_units(units, set(), set())
            self.assertEqual(expected, [(unit.id, unit.members) for unit in found], counts)

    def test_who_lost_access_is_no_member(self):
        self.told()
        with api.env.adopt_roles(["Manager"]):
            people.suspend("l1x", until=NOW + timedelta(days=90), reason="A test of it", actor="admin")
        self.clock.moment = NOW + timedelta(days=1)
        adoption.catch_up()
        self.assertEqual(13, adoption.month("2026-11").members)


class TestSilence(AdoptionCase):
    def silent(self, **options):
        rows, after = adoption.silent(userid="anim", **options)
        return [row.userid for row in rows], after

    def test_four_weeks_without_an_exchange(self):
        everyone = [f"{letter}{number}x" for letter, count in (("l", 6), ("p", 5)) for number in range(1, count + 1)]
        self.told(
            *(Contribution(userid, at(20), to="anim") for userid in everyone if userid != "l1x"),
            Contribution("l1x", at(5, month=10), to="p1x"),
            Contribution("n1x", at(20)),  # wrote, and nobody was meant
        )
        self.assertEqual((["n1x", "n2x", "l1x"], None), self.silent())

    def test_pages(self):
        self.told()
        first, after = self.silent(size=5)
        rest, end = self.silent(size=50, after=after)
        self.assertEqual((5, None, 13), (len(first), end, len({*first, *rest})))

    def test_for_animators_alone(self):
        self.told()
        api.user.grant_roles("p1x", roles=["Director", "Site Administrator", "Sponsor"])
        for userid in ("p1x", "l1x", "cleo", "admin", ""):
            with self.assertRaises(NotAllowed):
                adoption.silent(userid=userid)

    def test_who_answers_meanwhile_or_has_left_is_not_named(self):
        self.told()
        with api.env.adopt_roles(["Manager"]):
            people.suspend("l2x", until=NOW + timedelta(days=9), reason="A test of it", actor="admin")
        self.assertNotIn("l2x", self.silent()[0])
        self.assertIn("l1x", self.silent()[0])

    def test_newcomers_have_time(self):
        with stream.silence():
            people.create_account(
                "newx",
                fullname="New",
                email="new@example.com",
                kind="consultant",
                employment="employee",
                arrived=at(10),
            )
        self.told()
        self.assertNotIn("newx", self.silent()[0])


class TestThresholds(AdoptionCase):
    def test_each(self):
        for name, low in (
            ("active_share", {"active": 5}),
            ("contributors_share", {"contributors": 5}),
            ("crossing_share", {"crossing": 10}),
            ("open_share", {"opened": 10}),
            ("answer_hours", {"answer_hours": 30.0}),
            ("unit_share", {"units": [adoption.Unit("lyon", 100, 90, 9)]}),
        ):
            good = {"days": 20, "members": 100, "active": 90, "contributors": 50, "crossing": 50, "opened": 90}
            good |= {"answer_hours": 3.0, "units": [adoption.Unit("lyon", 100, 90, 50)]}
            self.assertEqual([], adoption.shortfalls(adoption.Month("2026-11", **good)), name)
            bad = adoption.Month("2026-11", **(good | low))
            self.assertEqual([name], [one.name for one in adoption.shortfalls(bad)])
            api.portal.set_registry_record(f"bluegether.adoption.{name}", 0)
            self.assertEqual([], adoption.shortfalls(bad), f"{name}: 0 asks for nothing")

    def test_a_month_that_has_just_begun_and_what_is_hidden_say_nothing(self):
        self.assertEqual([], adoption.shortfalls(adoption.Month("2026-11", days=13, members=100, active=5)))
        self.assertEqual([], adoption.shortfalls(adoption.Month("2026-11", days=20)))


class TestPersonal(AdoptionCase):
    def test_export_and_erase(self):
        self.told(Contribution("l1x", at(9), to="p1x"), Contribution("p1x", at(10), to="l1x"))
        data = getAdapter(self.portal, IPersonalData, name="adoption")
        self.assertEqual({"signed_in": [], "contributions": {"2026-11-09": 1}}, data.export("l1x"))
        data.erase("l1x")
        data.erase("l1x")
        self.assertEqual({"signed_in": [], "contributions": {}}, data.export("l1x"))
        self.assertEqual({"2026-11-10": 1}, data.export("p1x")["contributions"])
        kept = stored(self.portal, KEY)
        self.assertNotIn("l1x", repr([list(day.exchanges) for day in kept.days.values()] + list(kept.last)))

    def test_who_did_something_is_forgotten_after_two_months(self):
        self.told(Contribution("l1x", at(9), to="p1x"))
        self.clock.moment = NOW + timedelta(days=70)
        while adoption.catch_up():
            pass
        self.assertEqual({}, adoption.export("l1x")["contributions"])
        self.assertEqual(date(2026, 11, 9), date.fromordinal(stored(self.portal, KEY).last["l1x"]))
