"""The verbs and questions of calendars: one's feed, what is in it, who a token belongs to."""

from bluegether.core.calendars.api.feeds import can_own
from bluegether.core.calendars.api.feeds import configure
from bluegether.core.calendars.api.feeds import export
from bluegether.core.calendars.api.feeds import feed
from bluegether.core.calendars.api.feeds import forget
from bluegether.core.calendars.api.feeds import open_feed
from bluegether.core.calendars.api.feeds import owner
from bluegether.core.calendars.api.feeds import renew
from bluegether.core.calendars.api.feeds import revoke
from bluegether.core.calendars.api.ics import edition
from bluegether.core.calendars.api.reading import Found
from bluegether.core.calendars.api.reading import found
from bluegether.core.calendars.api.reading import is_chosen
from bluegether.core.calendars.api.reading import Source
from bluegether.core.calendars.api.reading import sources
from bluegether.core.calendars.api.uses import record_uses
from bluegether.core.calendars.api.uses import used
from bluegether.core.calendars.interfaces import DETAILS


__all__ = [
    "DETAILS",
    "Found",
    "Source",
    "can_own",
    "configure",
    "edition",
    "export",
    "feed",
    "forget",
    "found",
    "is_chosen",
    "open_feed",
    "owner",
    "record_uses",
    "renew",
    "revoke",
    "sources",
    "used",
]
