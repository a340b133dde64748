"""Somebody who leaves: what they lead goes to a successor.

Interviews to come, goals and wishes follow the person's manager of today by themselves. What is handed over is led by
name: interviews that were held and wait for signatures, and those that an HR referent took.
"""

from bluegether.core import _
from bluegether.core.career.api.careers import kept
from bluegether.core.career.api.careers import record
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.circle import has_career
from bluegether.core.career.api.circle import is_hr
from bluegether.core.career.api.interviews import thing_of
from bluegether.core.career.api.leads import set_lead
from bluegether.core.career.api.waiting import open_interviews
from bluegether.core.career.storage import Interview
from bluegether.core.kit import notice
from bluegether.core.kit.errors import Conflict
from bluegether.core.people import api as people


def held(userid: str) -> dict[str, int]:
    """Return how many open interviews of others this person leads, and how many goals and wishes wait in their team."""
    found = kept()
    if found is None:
        return {"interviews": 0, "wishes": 0}
    team = people.team(userid)
    careers = [found.careers[member] for member in team if member in found.careers]
    return {
        "interviews": sum(
            1 for owner, one in open_interviews(userid) if owner != userid and userid not in one.signatures
        ),
        "wishes": sum(len(found.unanswered.get(member, ())) for member in team)
        + sum(1 for career in careers for wish in career.wishes.values() if wish.state == "asked"),
    }


def hand_over(userid: str, to: str, *, actor: str) -> None:
    """Let `to` lead what `userid` leads by name; twice changes nothing more. The persons and the successor are told.

    Raises Conflict when `to` cannot lead it: an HR referent's go to HR only, nobody leads their own.
    """
    found = kept()
    pairs = list(found.leading.get(userid, ())) if found is not None else []
    ones = [(owner, stored_career(owner).interviews[number]) for owner, number in pairs]
    ones = [(owner, one) for owner, one in ones if userid not in one.signatures]  # who signed has done their part
    for owner, one in ones:
        _check(owner, one, to)
    for owner, one in ones:
        _give(owner, one, to, actor)


def _check(owner: str, one: Interview, to: str) -> None:
    if not has_career(to) or owner == to:
        raise Conflict(_("This person cannot lead these interviews."))
    if one.hr_lead and not is_hr(to):
        raise Conflict(_("What HR leads is handed over to HR."))


def _give(owner: str, one: Interview, to: str, actor: str) -> None:
    if one.held is not None and one.manager == one.lead:
        one.manager = to
    set_lead(owner, one, to)
    record(owner, actor, "handed", "interview", one.id, one.kind)
    notice.tell("career.taken", thing=thing_of(owner, one), actor=actor, recipients=[owner, to])
