"""The interviews of a person in a span of time, whichever side they are on."""

from bluegether.core.career.api.careers import kept
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.circle import has_career
from bluegether.core.career.api.interviews import MAX_MINUTES
from bluegether.core.career.api.interviews import taking_part
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import microseconds
from bluegether.core.people import api as people
from datetime import datetime
from datetime import timedelta


def calendar(userid: str, *, start: datetime, end: datetime) -> list[tuple[str, Interview]]:
    """Return (owner, interview) of those in which the person takes part that touch the span, soonest first.

    Cancelled ones are left out. Its cost is the person's own interviews, what they led in the span, and their team.
    """
    found = kept()
    if found is None or not has_career(userid):
        return []
    earliest = start - timedelta(minutes=MAX_MINUTES)
    own = stored_career(userid)
    pairs = {(userid, number) for number in (own.interviews if own is not None else ())}
    pairs |= {(member, number) for member in people.team(userid) for number in found.open.get(member, ())}
    span = {"min": (microseconds(earliest), "", 0), "max": (microseconds(end), "\uffff", 0)}
    pairs |= {(owner, number) for _start, owner, number in _led(found, userid, span)}
    ones = [(owner, stored_career(owner).interviews[number]) for owner, number in pairs if has_career(owner)]
    return sorted((pair for pair in ones if _touches(pair, userid, start, end)), key=lambda pair: pair[1].start)


def _led(found, userid: str, span: dict):
    line = found.led.get(userid)
    return line.keys(**span) if line is not None else ()


def _touches(pair: tuple[str, Interview], userid: str, start: datetime, end: datetime) -> bool:
    owner, one = pair
    if one.state == "cancelled" or not taking_part(owner, one, userid):
        return False
    return one.start <= end and one.start + timedelta(minutes=one.minutes) >= start
