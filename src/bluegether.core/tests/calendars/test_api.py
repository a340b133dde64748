"""Feeds: who may have one, what their secret opens, what is in them."""

from bluegether.core.calendars import api as calendars
from bluegether.core.calendars.storage import KEY
from bluegether.core.calendars.testing import CalendarTest
from bluegether.core.calendars.testing import Room
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from pytz import timezone
from unittest import mock
import hashlib
import transaction


class Case(CalendarTest):
    layer = INTEGRATION

    def window(self):
        return self.clock.moment, self.clock.moment + timedelta(days=30)


class TestWho(Case):
    def test_the_network_has_calendars(self):
        for userid, may in (("consultante", True), ("rh", True), ("cliente", False), ("nobody", False), ("", False)):
            self.assertEqual(may, calendars.can_own(userid), userid)

    def test_others_open_none(self):
        for userid in ("cliente", "nobody", "admin"):
            self.assertRaises(NotAllowed, calendars.open_feed, userid)
            self.assertRaises(NotAllowed, calendars.renew, userid)
            self.assertRaises(NotAllowed, calendars.configure, userid, detail="busy")
        self.assertIsNone(stored(self.portal, KEY))

    def test_bad_values(self):
        for values in ({"detail": "all"}, {"chosen": ["interviews", "salaries"]}):
            self.assertRaises(Invalid, calendars.open_feed, "consultante", **values)
        self.assertRaises(Missing, calendars.renew, "consultante")
        self.assertRaises(Missing, calendars.revoke, "consultante")
        self.assertRaises(Missing, calendars.configure, "consultante", detail="busy")

    def test_one_each(self):
        calendars.open_feed("consultante")
        self.assertRaises(Conflict, calendars.open_feed, "consultante")


class TestToken(Case):
    def setUp(self):
        super().setUp()
        self.token = calendars.open_feed("consultante")

    def assertDead(self, token):
        with self.assertRaises(Missing) as caught:
            calendars.owner(token)
        self.assertEqual("There is no such calendar.", caught.exception.message)

    def test_it_names_its_owner(self):
        self.assertEqual("consultante", calendars.owner(self.token))
        self.assertRegex(self.token, r"\A[0-9a-f]{64}\Z")

    def test_anything_else_is_unknown(self):
        digest = hashlib.sha256(self.token.encode()).hexdigest()
        for token in ("", "0" * 64, self.token[:-1], self.token.upper(), digest, "\udcff", "é"):
            self.assertDead(token)

    def test_only_its_digest_is_kept(self):
        kept = stored(self.portal, KEY)
        self.assertEqual([hashlib.sha256(self.token.encode()).hexdigest()], list(kept.tokens))
        self.assertNotIn(self.token, repr(vars(kept.feeds["consultante"])))

    def test_a_new_one_kills_the_old_one(self):
        salt = calendars.feed("consultante").salt
        self.clock.pass_days(1)
        token = calendars.renew("consultante")
        self.assertDead(self.token)
        self.assertEqual("consultante", calendars.owner(token))
        self.assertEqual(salt, calendars.feed("consultante").salt)

    def test_a_form_sent_twice_renews_once(self):
        known = calendars.feed("consultante").renewed
        self.clock.pass_days(1)
        token = calendars.renew("consultante", known=known)
        self.assertRaises(Conflict, calendars.renew, "consultante", known=known)
        self.assertEqual("consultante", calendars.owner(token))

    def test_revoked(self):
        calendars.revoke("consultante")
        self.assertDead(self.token)
        self.assertEqual(({}, []), (calendars.export("consultante"), list(stored(self.portal, KEY).tokens)))
        self.assertNotEqual(self.token, calendars.open_feed("consultante"))

    def test_it_dies_with_the_account(self):
        people.erase("consultante", actor="rh")
        self.assertDead(self.token)
        self.assertEqual([], list(stored(self.portal, KEY).feeds))

    def test_it_dies_with_the_access_and_comes_back_after_a_suspension(self):
        people.suspend("consultante", until=self.clock.moment + timedelta(2), reason="Enquête", actor="rh")
        self.assertDead(self.token)
        self.clock.pass_days(3)
        self.assertEqual("consultante", calendars.owner(self.token))
        people.end_access("consultante", when=self.clock.moment + timedelta(1), actor="rh")
        self.assertEqual("consultante", calendars.owner(self.token))
        self.clock.pass_days(1)
        self.assertDead(self.token)

    def test_it_dies_when_the_network_is_left(self):
        self.portal.acl_users.userFolderEditUser("consultante", None, ["Client"], [])
        self.assertDead(self.token)

    def test_personal_data_holds_no_secret(self):
        data = people.personal_data("consultante", actor="consultante")["calendars"]
        self.assertEqual("full", data["detail"])
        self.assertEqual({"created", "renewed", "used", "language", "detail", "chosen"}, set(data))


class TestContent(Case):
    def found(self, userid="consultante"):
        return [one.entry.uid for one in calendars.found(userid, *self.window(), feed=calendars.feed(userid))]

    def test_one_sees_ones_own(self):
        self.assertEqual(["interview-7", "away-1"], self.found())
        self.assertEqual(["interview-8"], self.found("rh"))

    def test_rooms_are_asked_as_that_person(self):
        self.found()
        self.assertEqual("consultante", Room.asked_as)

    def test_sources_left_out_are_not_asked(self):
        calendars.open_feed("consultante", chosen=[])
        Room.asked_as = None
        self.assertEqual([], self.found())
        self.assertIsNone(Room.asked_as)
        calendars.configure("consultante", chosen=["interviews"])
        self.assertEqual(["interview-7", "away-1"], self.found())

    def test_a_new_source_is_there_unless_opt_in(self):
        calendars.open_feed("consultante")
        chosen = {one.name: calendars.is_chosen(one, calendars.feed("consultante")) for one in calendars.sources()}
        self.assertTrue(chosen["interviews"])
        self.assertFalse(chosen["events"])


class TestOwnSources(Case):
    def tell(self, group, **values):
        people.update_profile(people.person("consultante"), group, values, actor="consultante")

    def found(self, userid="consultante"):
        Room.entries = ()
        return [one.entry for one in calendars.found(userid, *self.window())]

    def test_an_absence_with_who_replaces(self):
        days = {"away_from": date(2026, 10, 30), "away_until": date(2026, 11, 2)}
        self.tell("absence", away_replacement="rh", **days)
        (entry,) = self.found()
        self.assertEqual((days["away_from"], days["away_until"]), (entry.start, entry.end))
        self.assertEqual({"name": "Rh Test"}, entry.description.mapping)
        self.assertEqual([], self.found("rh"))
        self.clock.pass_days(1)
        self.assertEqual([], self.found())

    def test_certifications_that_expire(self):
        rows = [
            {"title": "CKA", "issuer": "CNCF", "obtained": date(2024, 1, 1), "expires": date(2026, 11, 20)},
            {"title": "TOGAF", "issuer": "", "obtained": date(2024, 1, 1), "expires": date(2028, 1, 1)},
            {"title": "ITIL", "issuer": "", "obtained": date(2024, 1, 1), "expires": None},
        ]
        self.tell("skills", certifications=rows)
        self.assertEqual(["CKA"], [entry.title.mapping["title"] for entry in self.found()])
        self.assertEqual([], self.found("rh"))


class TestPortalEvents(Case):
    def setUp(self):
        super().setUp()
        api.portal.get_tool("portal_workflow").setChainForPortalTypes(["Event"], ["simple_publication_workflow"])
        self.published = self.event("conference", datetime(2026, 12, 31, 22, 30, tzinfo=UTC), hours=2)
        self.draft = self.event("brouillon", datetime(2026, 12, 3, 9, tzinfo=UTC), publish=False)
        calendars.open_feed("consultante", chosen=["events"])

    def event(self, name, start, *, hours=1, publish=True, **values):
        with api.env.adopt_roles(["Manager"]):
            event = api.content.create(
                self.portal, "Event", name, title=name, start=start, end=start + timedelta(hours=hours), **values
            )
            if publish:
                api.content.transition(event, "publish")
        return event

    def found(self, userid="consultante", days=90):
        start = self.clock.moment
        feed = calendars.feed("consultante")
        return [one.entry for one in calendars.found(userid, start, start + timedelta(days), feed=feed)]

    def test_only_what_the_person_may_see(self):
        self.assertEqual(["conference"], [entry.title for entry in self.found()])
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(self.published, "retract")
        self.assertEqual([], self.found())

    def test_hours_are_the_sites(self):
        (entry,) = self.found()
        self.assertEqual("2026-12-31T23:30:00+01:00", entry.start.isoformat())
        self.assertEqual("2027-01-01T01:30:00+01:00", entry.end.isoformat())

    def test_whole_days(self):
        self.event("fete", datetime(2026, 12, 25, tzinfo=UTC), hours=30, whole_day=True)
        entry = next(entry for entry in self.found() if entry.title == "fete")
        self.assertEqual((date(2026, 12, 25), date(2026, 12, 26)), (entry.start, entry.end))

    def test_each_time_of_a_repeated_one_in_local_time(self):
        start = timezone("Europe/Paris").localize(datetime(2026, 10, 12, 9))
        self.event("point", start, recurrence="RRULE:FREQ=WEEKLY;COUNT=12")
        found = calendars.found("consultante", start, start + timedelta(90), feed=calendars.feed("consultante"))
        entries = [one.entry for one in found if one.entry.title == "point"]
        self.assertEqual([start.date() + timedelta(7 * week) for week in range(12)], [e.start.date() for e in entries])
        self.assertEqual({9}, {entry.start.hour for entry in entries})
        self.assertEqual(12, len({entry.uid for entry in entries}))

    def test_none_is_woken(self):
        with mock.patch("Products.ZCatalog.CatalogBrains.AbstractCatalogBrain.getObject", side_effect=AssertionError):
            self.assertEqual(1, len(self.found()))

    def test_nothing_outside_the_time(self):
        self.event("hier", datetime(2026, 11, 1, 9, tzinfo=UTC))
        self.event("loin", datetime(2027, 11, 1, 9, tzinfo=UTC))
        self.assertEqual(["conference"], [entry.title for entry in self.found()])


class TestUses(Case):
    def setUp(self):
        super().setUp()
        calendars.open_feed("consultante")

    def test_a_fetch_is_written_by_the_timer_once_a_day(self):
        transaction.savepoint()
        calendars.used("consultante")
        self.assertIsNone(calendars.feed("consultante").used)
        calendars.record_uses()
        self.assertEqual(date(2026, 11, 2), calendars.feed("consultante").used)
        transaction.savepoint(optimistic=True)
        before = len(self.portal._p_jar._registered_objects)
        calendars.used("consultante")
        calendars.record_uses()
        self.assertEqual(before, len(self.portal._p_jar._registered_objects))

    def test_a_feed_closed_meanwhile(self):
        calendars.used("consultante")
        calendars.revoke("consultante")
        calendars.record_uses()
        self.assertIsNone(calendars.feed("consultante"))
