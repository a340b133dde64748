"""What waits for somebody: to prepare, hold, write, sign, answer, plan. Its cost is the reader's own interviews, their
team and, for HR, what waits for HR; never the number of people."""

from bluegether.core.career.api.careers import kept
from bluegether.core.career.api.careers import setting
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.circle import has_career
from bluegether.core.career.api.circle import is_hr
from bluegether.core.career.api.circle import lead_of
from bluegether.core.career.api.circle import manager_of
from bluegether.core.career.api.circle import nothing
from bluegether.core.career.api.due import due
from bluegether.core.career.api.due import due_in_team
from bluegether.core.career.api.interviews import taking_part
from bluegether.core.career.api.preparation import has_prepared
from bluegether.core.career.interfaces import BEFORE
from bluegether.core.career.storage import Goal
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import Wish
from bluegether.core.kit.clock import now
from bluegether.core.people import api as people
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from itertools import islice


MANY = 100


@dataclass(frozen=True)
class Task:
    """One thing that waits: `what` is prepare, hold, write or sign an interview of `owner`."""

    what: str
    owner: str
    interview: Interview

    @property
    def due(self) -> datetime:
        """Return by when: its beginning, or for report and signature so many days after it."""
        days = 0 if self.what in ("prepare", "hold") else setting("remind_days")
        return self.interview.start + timedelta(days=days)


def leads_people(userid: str) -> bool:
    """Return whether this person has a team, or is HR: who has a page of others' careers."""
    return has_career(userid) and (is_hr(userid) or bool(people.team(userid)))


def open_interviews(userid: str) -> list[tuple[str, Interview]]:
    """Return (owner, interview) of the open ones in which this person takes part, soonest first."""
    found = kept()
    if found is None or not userid:
        return []
    pairs = {(userid, number) for number in found.open.get(userid, ())}
    pairs |= {(member, number) for member in people.team(userid) for number in found.open.get(member, ())}
    pairs |= set(found.leading.get(userid, ()))
    ones = [(owner, stored_career(owner).interviews[number]) for owner, number in pairs]
    return sorted(
        [(owner, one) for owner, one in ones if taking_part(owner, one, userid)], key=lambda pair: pair[1].start
    )


def tasks(userid: str) -> list[Task]:
    """Return what this person has to do in interviews, soonest first."""
    found = [(_task(owner, one, userid), owner, one) for owner, one in open_interviews(userid)]
    return [Task(what, owner, one) for what, owner, one in found if what]


def _task(owner: str, one: Interview, userid: str) -> str:
    if one.state in BEFORE:
        if one.start <= now():
            return "hold" if userid == lead_of(owner, one) else ""
        return "" if has_prepared(one, userid) else "prepare"
    if not one.report:
        return "write" if userid == one.lead else ""
    return "" if userid in one.signatures else "sign"


def goals_to_answer(userid: str) -> list[tuple[str, Goal]]:
    """Return (owner, goal) of the team's goals that nobody answered, oldest first."""
    found = kept()
    if found is None:
        return []
    pairs = [
        (member, stored_career(member).goals[number])
        for member in people.team(userid)
        if manager_of(member) == userid
        for number in found.unanswered.get(member, ())
    ]
    return sorted(pairs, key=lambda pair: pair[1].id)


def wishes_to_answer(userid: str, *, limit: int = MANY) -> list[tuple[str, Wish]]:
    """Return (owner, wish) of what HR has not answered, oldest first, one's own left out; raise Missing for others."""
    if not is_hr(userid):
        raise nothing()
    found = kept()
    asked = (pair for pair in (found.asked if found is not None else ()) if pair[1] != userid)
    return [(owner, stored_career(owner).wishes[number]) for number, owner in islice(asked, limit)]


def without_lead(userid: str, *, limit: int = MANY) -> list[tuple[str, Interview]]:
    """Return (owner, interview) of those that nobody leads, one's own left out; raise Missing for others than HR."""
    if not is_hr(userid):
        raise nothing()
    found = kept()
    pairs = (pair for pair in (found.without_lead if found is not None else ()) if pair[0] != userid)
    ones = [(owner, stored_career(owner).interviews[number]) for owner, number in islice(pairs, limit)]
    return [(owner, one) for owner, one in ones if not lead_of(owner, one)]


def counts(userid: str) -> dict[str, int]:
    """Return how much waits of what is answered or planned for others: at most MANY of each; no thing is woken twice.

    goals and plan: a manager's; wishes, leads and plan: HR's.
    """
    if not has_career(userid):
        return {}
    found, hr = kept(), is_hr(userid)
    if found is None:
        return {}
    waiting = {"goals": sum(len(found.unanswered.get(member, ())) for member in people.team(userid))}
    waiting["plan"] = len(due_in_team(userid))
    if hr:
        waiting["wishes"] = sum(1 for pair in islice(found.asked, MANY) if pair[1] != userid)
        waiting["leads"] = sum(1 for pair in islice(found.without_lead, MANY) if pair[0] != userid)
        waiting["plan"] = len(due(userid=userid, size=MANY))
    return waiting


def led_before(userid: str, *, limit: int = 20) -> list[tuple[str, Interview]]:
    """Return (owner, interview) of those that this person led and that are closed, newest first."""
    found = kept()
    line = found.led.get(userid, ()) if found is not None else ()
    pairs = list(line)[::-1][:limit]
    ones = [
        (owner, stored_career(owner).interviews.get(number)) for _start, owner, number in pairs if has_career(owner)
    ]
    return [(owner, one) for owner, one in ones if one is not None and one.held is not None]
