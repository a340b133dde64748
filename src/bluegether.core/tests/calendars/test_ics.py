"""The feed is valid by RFC 5545, says what it should and nothing that it should not."""

from bluegether.core.calendars import api as calendars
from bluegether.core.calendars.testing import CalendarTest
from bluegether.core.calendars.testing import interview
from bluegether.core.calendars.testing import Room
from bluegether.core.calendars.testing import SECRET
from bluegether.core.kit.agenda import Entry
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from zoneinfo import ZoneInfo
import icalendar


class Case(CalendarTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        calendars.open_feed("consultante", language="fr")

    def parsed(self):
        """Return the calendar and its events by summary, read back."""
        edition = calendars.edition("consultante")
        self.tag, self.data = edition.tag, edition.write()
        calendar = icalendar.Calendar.from_ical(self.data)
        self.assertEqual([], [part.errors for part in calendar.walk() if part.errors])
        return calendar, {str(event["summary"]): event for event in calendar.walk("VEVENT")}


class TestForm(Case):
    def test_what_the_format_requires(self):
        calendar, events = self.parsed()
        self.assertEqual("2.0", calendar["version"])
        self.assertIn("BlueGether", calendar["prodid"])
        self.assertEqual(2, len(events))
        for event in events.values():
            self.assertTrue({"UID", "DTSTAMP", "DTSTART"} <= set(event))
        self.assertTrue(self.data.endswith(b"END:VCALENDAR\r\n"))

    def test_lines_are_short_and_end_as_they_should(self):
        Room.entries = (("consultante", interview(title="é" * 300, description="ligne 1\r\nligne 2\rligne 3\x07")),)
        _calendar, events = self.parsed()
        self.assertTrue(all(len(line) <= 75 for line in self.data.split(b"\r\n")))
        self.assertNotIn(b"\n", self.data.replace(b"\r\n", b""))
        self.assertNotIn(b"\r", self.data.replace(b"\r\n", b""))
        self.assertEqual("ligne 1\nligne 2\nligne 3", str(events["é" * 300]["description"]))

    def test_signs_that_mean_something_are_escaped(self):
        title = "a;b,c\\d\nBEGIN:VEVENT\r\nSUMMARY:injected"
        Room.entries = (("consultante", interview(title=title)),)
        _calendar, events = self.parsed()
        self.assertEqual([title.replace("\r\n", "\n")], list(events))

    def test_hours_with_their_zone(self):
        summer = interview(uid="2", title="été", start=datetime(2027, 7, 1, 8, tzinfo=UTC))
        summer = interview(uid="2", title="été", start=summer.start, end=summer.start + timedelta(minutes=90))
        Room.entries += (("consultante", summer),)
        calendar, events = self.parsed()
        event = events[SECRET]
        self.assertEqual("Europe/Paris", event["dtstart"].params["TZID"])
        self.assertIn(b"DTSTART;TZID=Europe/Paris:20261110T090000\r\n", self.data)
        self.assertIn(b"DTEND;TZID=Europe/Paris:20261110T100000\r\n", self.data)
        self.assertIn(b"DTSTART;TZID=Europe/Paris:20270701T100000\r\n", self.data)
        self.assertEqual(["Europe/Paris"], [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")])

    def test_the_zone_says_when_the_clocks_change(self):
        calendar, _events = self.parsed()
        (zone,) = calendar.walk("VTIMEZONE")
        parts = {
            (part.name, part["dtstart"].dt): (part["tzoffsetfrom"].td, part["tzoffsetto"].td)
            for part in zone.subcomponents
        }
        one, two = timedelta(hours=1), timedelta(hours=2)
        # By the old offset: at two in the morning of winter time, at three of summer time.
        self.assertEqual((one, two), parts[("DAYLIGHT", datetime(2027, 3, 28, 2))])
        self.assertEqual((two, one), parts[("STANDARD", datetime(2027, 10, 31, 3))])
        self.assertEqual((two, one), parts[("STANDARD", datetime(2026, 10, 25, 3))])
        for moment in (datetime(2027, 3, 28, 0, 59), datetime(2027, 3, 28, 1), datetime(2027, 10, 31, 1)):
            aware = moment.replace(tzinfo=UTC)
            offset = aware.astimezone(ZoneInfo("Europe/Paris")).utcoffset()
            last = max((start - old, new) for (_name, start), (old, new) in parts.items() if start - old <= moment)
            self.assertEqual(offset, last[1], moment)

    def test_no_zone_without_hours(self):
        Room.entries = Room.entries[1:2]
        calendar, _events = self.parsed()
        self.assertEqual([], calendar.walk("VTIMEZONE"))

    def test_whole_days_end_on_the_day_after(self):
        _calendar, events = self.parsed()
        event = events["Absence"]
        self.assertEqual((date(2026, 11, 12), date(2026, 11, 14)), (event["dtstart"].dt, event["dtend"].dt))
        self.assertEqual("DATE", event["dtstart"].params["VALUE"])

    def test_an_end_that_is_none(self):
        moment = datetime(2026, 11, 10, 8, tzinfo=UTC)
        Room.entries = (
            ("consultante", interview(uid="1", title="point", start=moment, end=moment)),
            ("consultante", Entry("2", "jour", date(2026, 11, 12), date(2026, 11, 11))),
        )
        _calendar, events = self.parsed()
        self.assertNotIn("dtend", events["point"])
        self.assertEqual(date(2026, 11, 13), events["jour"]["dtend"].dt)

    def test_a_month_back_and_a_year_ahead(self):
        seen = []
        Room.events, kept = lambda self, userid, start, end: seen.append((start, end)) or [], Room.events
        self.addCleanup(setattr, Room, "events", kept)
        self.parsed()
        zone = ZoneInfo("Europe/Paris")
        self.assertEqual([(datetime(2026, 10, 2, tzinfo=zone), datetime(2027, 11, 3, tzinfo=zone))], seen)


class TestStable(Case):
    def test_equal_content_gives_equal_bytes(self):
        first = self.edition()
        self.clock.moment += timedelta(hours=5)
        self.assertEqual(first, self.edition())
        Room.entries = Room.entries[::-1]
        self.assertEqual(first, self.edition())

    def edition(self):
        self.parsed()
        return self.tag, self.data

    def test_the_tag_differs_whenever_the_bytes_do(self):
        seen = {self.edition()}
        different = (
            {"title": "Autre"},
            {"description": "x"},
            {"location": "x"},
            {"url": "http://localhost/x"},
            {"uid": "x"},
            {"changed": None},
            {"start": datetime(2026, 11, 10, 7, tzinfo=UTC)},
            {"end": datetime(2026, 11, 10, 10, tzinfo=UTC)},
        )
        for values in different:
            Room.entries = (("consultante", interview(**values)),)
            seen.add(self.edition())
        calendars.configure("consultante", detail="busy")
        seen.add(self.edition())
        calendars.configure("consultante", language="en")
        seen.add(self.edition())
        Room.entries = (("consultante", interview(title="hidden by busy", location="too")),)
        self.clock.pass_days(365)
        seen.add(self.edition())
        self.assertEqual(len(different) + 4, len(seen))
        self.assertEqual(len(seen), len({tag for tag, _data in seen}))
        self.assertEqual(len(seen), len({data for _tag, data in seen}))

    def test_an_entry_keeps_its_name_and_gets_a_new_revision(self):
        _calendar, events = self.parsed()
        before = events[SECRET]
        calendars.renew("consultante")
        calendars.configure("consultante", detail="busy")
        changed = datetime(2026, 11, 3, 7, tzinfo=UTC)
        Room.entries = (("consultante", interview(title="Autre", changed=changed)),)
        _calendar, events = self.parsed()
        after = events["Occupé"]
        self.assertEqual(str(before["uid"]), str(after["uid"]))
        self.assertEqual(changed, after["dtstamp"].dt)
        self.assertEqual(2 * 24 * 3600, after["sequence"] - before["sequence"])

    def test_names_differ_between_people(self):
        calendars.open_feed("rh")
        Room.entries = (("consultante", interview()), ("rh", interview()))
        mine = self.parsed()[0].walk("VEVENT")[0]["uid"]
        theirs = icalendar.Calendar.from_ical(calendars.edition("rh").write()).walk("VEVENT")[0]["uid"]
        self.assertNotEqual(str(mine), str(theirs))


class TestDetail(Case):
    def test_full(self):
        event = self.parsed()[1][SECRET]
        self.assertEqual("Objectifs\nSalaire", str(event["description"]))
        self.assertEqual("Lyon, salle 3", str(event["location"]))
        self.assertEqual("http://localhost/entretien", str(event["url"]))

    def test_busy_says_when_and_nothing_else(self):
        calendars.configure("consultante", detail="busy")
        calendar, events = self.parsed()
        self.assertEqual(["Occupé"], list(events))
        words = ("Entretien", "salaire", "Salaire", "Objectifs", "Lyon", "entretien", "interview", "Absence", "away")
        self.assertEqual([], [word for word in words if word.encode() in self.data])
        allowed = {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "TRANSP"}
        self.assertEqual([], [set(event) - allowed for event in calendar.walk("VEVENT") if set(event) - allowed])

    def test_the_language_is_the_persons(self):
        calendars.configure("consultante", detail="busy", language="en")
        self.assertEqual(["Busy"], list(self.parsed()[1]))

    def test_titles_of_people_are_not_translated(self):
        Room.entries = (("consultante", interview(title="Busy")),)
        self.assertEqual(["Busy"], list(self.parsed()[1]))
