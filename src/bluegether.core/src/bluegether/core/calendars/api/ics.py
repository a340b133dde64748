"""A feed as iCalendar (RFC 5545): the same entries always give the same bytes.

Nothing in it is the present: the stamp of an entry is when it last changed, or when the feed was opened. Identifiers
are derived with a secret of the feed, so that one entry keeps its own through a renewed address, and none tells what
kind of thing it is to somebody with whom the person shares times alone.
"""

from bluegether.core.calendars.api.feeds import feed as feed_of
from bluegether.core.calendars.api.reading import Found
from bluegether.core.calendars.api.reading import found
from bluegether.core.calendars.api.reading import title_of
from bluegether.core.calendars.storage import Feed
from bluegether.core.kit.clock import start_of
from bluegether.core.kit.clock import today
from bluegether.core.kit.clock import zone
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
from plone import api
from zoneinfo import ZoneInfo
from zope.i18n import translate
import hashlib
import hmac
import icalendar
import unicodedata


PAST_DAYS = 31
AHEAD_DAYS = 366
FORM = 1  # goes up when the same entries are written otherwise
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # revisions of an entry are counted in seconds from here


@dataclass(frozen=True)
class Edition:
    """What a feed says on one day: its tag is known before it is written out, which costs several times as much."""

    feed: Feed
    entries: list[Found]
    day: date

    @property
    def tag(self) -> str:
        """Return a short text that differs whenever the written feed does."""
        settings = (FORM, api.portal.get().Title(), zone().key, self.day.year, self.feed.salt, self.feed.detail)
        said = [
            (self.feed.created, one.entry.uid, one.entry.start, one.entry.end, one.entry.changed, *self._words(one))
            for one in self.entries
        ]
        return hashlib.sha256(repr((settings, said)).encode("utf-8", "replace")).hexdigest()[:32]

    def _words(self, one: Found) -> tuple[str, ...]:
        told = (title_of(one, self.feed.detail), one.source.title, one.entry.description, one.entry.location)
        return (one.source.name, one.entry.url, *(_text(words, self.feed) for words in told))

    def write(self) -> bytes:
        """Return the feed as a file of iCalendar."""
        calendar = _calendar(api.portal.get().Title())
        if any(isinstance(one.entry.start, datetime) for one in self.entries):
            calendar.add_component(_zone(self.day.year - 1, self.day.year + 2))
        for one in self.entries:
            calendar.add_component(_event(one, self.feed))
        return calendar.to_ical()


def edition(userid: str) -> Edition:
    """Return what the person's feed says now, from a month ago to a year ahead."""
    feed, day = feed_of(userid), today()
    entries = found(userid, start_of(day - timedelta(PAST_DAYS)), start_of(day + timedelta(AHEAD_DAYS)), feed=feed)
    return Edition(feed, entries, day)


def _calendar(name: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//BlueGether//Calendars//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _clean(name))
    calendar.add("x-wr-timezone", zone().key)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    return calendar


def _event(one: Found, feed: Feed) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{_identifier(one, feed)}@bluegether")
    changed = (one.entry.changed or feed.created).astimezone(UTC).replace(microsecond=0)
    event.add("dtstamp", changed)
    if one.entry.changed:
        event.add("last-modified", changed)
        event.add("sequence", max(0, int((changed - EPOCH).total_seconds())))
    _add_times(event, one.entry.start, one.entry.end)
    event.add("summary", _text(title_of(one, feed.detail), feed))
    event.add("transp", "OPAQUE")
    if feed.detail == "full":
        _add_words(event, one, feed)
    return event


def _add_times(event: icalendar.Event, start: date, end: date) -> None:
    if not isinstance(start, datetime):
        event.add("dtstart", start)
        event.add("dtend", max(start, end) + timedelta(1))  # ours is the last day, theirs the first day after
        return
    event.add("dtstart", start.astimezone(zone()))
    if end > start:
        event.add("dtend", end.astimezone(zone()))


def _add_words(event: icalendar.Event, one: Found, feed: Feed) -> None:
    event.add("categories", [_text(one.source.title, feed)])
    for name in ("description", "location"):
        text = _text(getattr(one.entry, name), feed)
        if text:
            event.add(name, text)
    if one.entry.url:
        event.add("url", one.entry.url)


def _identifier(one: Found, feed: Feed) -> str:
    text = f"{one.source.name}\n{one.entry.uid}"
    return hmac.new(feed.salt.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]


def _text(message, feed: Feed) -> str:
    return _clean(translate(message, target_language=feed.language or "fr"))


def _clean(text: str) -> str:
    """Return the text without what the format forbids; line ends are kept and escaped by the library."""
    text = "\n".join(text.splitlines())
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))


def _zone(first: int, last: int) -> icalendar.Timezone:
    """Return the site's zone with its changes in these years; the library's own generator mistakes their hours."""
    found = icalendar.Timezone()
    found.add("tzid", zone().key)
    for before, after in _changes(zone(), first, last):
        part = icalendar.TimezoneDaylight() if after.dst() else icalendar.TimezoneStandard()
        part.add("dtstart", (after.astimezone(UTC) + before.utcoffset()).replace(tzinfo=None))
        part.add("tzoffsetfrom", before.utcoffset())
        part.add("tzoffsetto", after.utcoffset())
        part.add("tzname", after.tzname())
        found.add_component(part)
    return found


@lru_cache(maxsize=8)
def _changes(place: ZoneInfo, first: int, last: int) -> tuple[tuple[datetime, datetime], ...]:
    """Return the beginning of the years as (moment, itself), then each change as (minute before, minute of it)."""
    day = datetime(first, 1, 1, tzinfo=UTC)
    found = [(day.astimezone(place), day.astimezone(place))]
    while day.year < last:
        minute = _minute_of_change(place, day)
        if minute is not None:
            found.append(((minute - timedelta(minutes=1)).astimezone(place), minute.astimezone(place)))
        day += timedelta(1)
    return tuple(found)


def _minute_of_change(place: ZoneInfo, day: datetime) -> datetime | None:
    """Return the first minute of another offset in these 24 hours, or None."""

    def offset(minutes: int) -> timedelta:
        return (day + timedelta(minutes=minutes)).astimezone(place).utcoffset()

    before, after = 0, 24 * 60
    if offset(before) == offset(after):
        return None
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (before, middle) if offset(middle) != offset(before) else (middle, after)
    return day + timedelta(minutes=after)
