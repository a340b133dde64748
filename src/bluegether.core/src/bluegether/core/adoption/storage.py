"""Where the counts are kept: one annotation of the site, created by the first write.

Who did something on a day is kept for as long as a month needs it; a month is kept as sums.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OIBTree import OIBTree
from BTrees.OLBTree import OLBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent


KEY = "bluegether.core.adoption"


class Day(Persistent):
    """What happened on one day of the site's calendar."""

    opened = contents = 0  # contents that every member may see, of how many

    def __init__(self):
        self.signed_in = OOTreeSet()  # user ids
        self.contributors = OIBTree()  # user id -> contributions
        self.exchanges = OIBTree()  # "user id>user id" -> how often the first answered or shared the second
        self.waits = ()  # seconds that questions waited, one for each that got its first answer


class Adoption(Persistent):
    """The trees."""

    counted = 0  # ordinal of the last day whose contributions are counted

    def __init__(self):
        self.days = LOBTree()  # ordinal of a day -> Day
        self.months = OOBTree()  # "2026-11" -> the month's sums, a plain dict that is replaced as a whole
        self.last = OLBTree()  # user id -> ordinal of the last day on which they took part in an exchange
        self.silent = OOTreeSet()  # (ordinal of that day, 0 for never; user id) of consultants long silent

    def day(self, ordinal: int) -> Day:
        """Return the day, made when it is missing. Only for writing."""
        if ordinal not in self.days:
            self.days[ordinal] = Day()
        return self.days[ordinal]

    def forget_days(self, before: int) -> None:
        """Forget who did something before this day."""
        for ordinal in list(self.days.keys(max=before, excludemax=True)):
            del self.days[ordinal]

    def erase(self, userid: str) -> None:
        """Forget a person; the sums that they are part of say nothing about them."""
        for day in self.days.values():
            _discard(day.signed_in, userid)
            day.contributors.pop(userid, None)
            for pair in [pair for pair in day.exchanges if userid in pair.split(">")]:
                del day.exchanges[pair]
        for entry in [entry for entry in self.silent if entry[1] == userid]:
            self.silent.remove(entry)
        self.last.pop(userid, None)


def _discard(names, userid: str) -> None:
    if userid in names:
        names.remove(userid)
