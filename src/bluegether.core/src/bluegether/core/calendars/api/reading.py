"""What is in a person's calendar: asked of every room, as that person."""

from bluegether.core import _
from bluegether.core.calendars.storage import Feed
from bluegether.core.kit.agenda import Entry
from bluegether.core.kit.clock import start_of
from bluegether.core.kit.interfaces import ICalendarSource
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from plone import api
from zope.component import getAdapters


MOST = 1000


@dataclass(frozen=True)
class Source:
    """A room's part of calendars: its name, a translatable title, whether a person has to choose it."""

    name: str
    title: str
    opt_in: bool
    room: ICalendarSource


@dataclass(frozen=True)
class Found:
    """An entry, whence it comes, and when it begins as an aware moment."""

    entry: Entry
    source: Source
    begins: datetime


def sources() -> list[Source]:
    """Return every source, those that everybody has first, then by name."""
    known = [
        Source(name, getattr(room, "title", name), bool(getattr(room, "opt_in", False)), room)
        for name, room in getAdapters((api.portal.get(),), ICalendarSource)
    ]
    return sorted(known, key=lambda source: (source.opt_in, source.name))


def is_chosen(source: Source, feed: Feed | None) -> bool:
    """Return whether this source is in the person's calendar."""
    decided = feed.chosen if feed is not None else {}
    return decided.get(source.name, not source.opt_in)


def found(userid: str, start: datetime, end: datetime, *, feed: Feed | None = None) -> list[Found]:
    """Return what the chosen sources hold of this person between two aware moments, in order; at most MOST."""
    with api.env.adopt_user(user=api.user.get(userid=userid)):
        entries = [
            Found(entry, source, _moment(entry.start))
            for source in sources()
            if is_chosen(source, feed)
            for entry in source.room.events(userid, start, end)
        ]
    entries.sort(key=lambda one: (one.begins, one.source.name, one.entry.uid))
    return entries[:MOST]


def title_of(one: Found, detail: str):
    """Return what to show as the title: nothing of the entry itself when the person wants only "busy"."""
    return one.entry.title if detail == "full" else _("Busy")


def _moment(when: date) -> datetime:
    return when if isinstance(when, datetime) else start_of(when)
