"""What is scored, small enough to look at everybody: one annotation of the site.

Records are plain tuples inside the trees' own buckets, so that ten thousand people are some hundred objects. All of it
can be rebuilt from people's profiles (`api.rebuild`), but for the days of refreshing and for the needs, which tell
themselves.
"""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from typing import NamedTuple


KEY = "bluegether.core.matching"


class Record(NamedTuple):
    """What one person says, by group of fields; days are ordinals, 0 for none; words are folded.

    `audiences`: who sees skills, availability, wishes and contact: `everyone`, `unit:<id>`, `business` or `me:<id>`.
    """

    kind: str
    audiences: tuple[str, str, str, str]
    skills: tuple[tuple[str, int, bool], ...] = ()  # (skill id, level, wants to use it again)
    refreshed: int = 0
    free: int = 0
    share: int = -1  # in percent, -1 for nothing said
    places: tuple[str, ...] = ()
    remote: str = ""
    wish_skills: tuple[str, ...] = ()
    wish_sectors: tuple[str, ...] = ()
    wish_places: tuple[str, ...] = ()
    wish_day: int = 0
    city: str = ""
    periods: tuple[tuple[int, int, int, bool], ...] = ()  # of missions: (first day, last day, share, confirmed)


class Matching(Persistent):
    """The room's trees."""

    def __init__(self):
        self.people = OOBTree()  # user id -> Record, of everybody but clients and who has no access
        self.refreshed = OOBTree()  # user id -> ordinal of the day when skills or experiences changed or were confirmed
        self.needs = OOBTree()  # UID of a need -> Requirement
