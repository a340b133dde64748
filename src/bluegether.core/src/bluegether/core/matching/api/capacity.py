"""When somebody works on missions, as matching reads it: the seam to `missions`."""

from typing import NamedTuple


class Busy(NamedTuple):
    """A period of a mission; days are ordinals, both included."""

    start: int
    end: int
    share: int
    confirmed: bool


def busy(userid: str) -> tuple[Busy, ...]:
    """Return the periods of this person, past and to come."""
    return ()


def free_day(periods: tuple[Busy, ...], share: int, start: int, end: int) -> int:
    """Return the first day, from `start` on, after which this share stays without confirmed work until `end`."""
    ahead = [one for one in periods if one.confirmed and one.end >= start and one.start <= end]
    for one in sorted(ahead, key=lambda period: period.end, reverse=True):
        if sum(other.share for other in ahead if other.start <= one.end <= other.end) > 100 - share:
            return one.end + 1
    return start
