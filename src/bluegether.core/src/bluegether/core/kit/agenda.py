"""One entry of a person's calendar, as rooms tell it."""

from dataclasses import dataclass
from datetime import date
from datetime import datetime


@dataclass(frozen=True)
class Entry:
    """`uid` never changes for one thing. `start` and `end`: aware datetimes, or dates for whole days (end included).

    `title` and `description` are translatable; `changed` is when the thing last changed (aware datetime), if known.
    """

    uid: str
    title: str
    start: datetime | date
    end: datetime | date
    url: str = ""
    description: str = ""
    location: str = ""
    changed: datetime | None = None
