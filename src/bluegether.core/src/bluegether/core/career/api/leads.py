"""Who finds which open interview: those led by name, those that nobody leads, those that are closed."""

from bluegether.core.career.api.careers import keep
from bluegether.core.career.api.careers import kept
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.circle import lead_of
from bluegether.core.career.storage import drop
from bluegether.core.career.storage import drop_id
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import members
from bluegether.core.career.storage import microseconds
from bluegether.core.people import api as people


def index_lead(owner: str, one: Interview) -> None:
    """Let who leads by name find it; let HR find it when nobody leads."""
    trees, named = keep(), one.lead if one.held is not None else one.hr_lead
    if named:
        members(trees.leading, named).insert((owner, one.id))
        members(trees.led, named).insert((microseconds(one.start), owner, one.id))
    if not lead_of(owner, one):
        trees.without_lead.insert((owner, one.id))
    elif (owner, one.id) in trees.without_lead:
        trees.without_lead.remove((owner, one.id))


def unindex_lead(owner: str, one: Interview) -> None:
    """Undo `index_lead`, before start or lead change."""
    trees, named = keep(), one.lead if one.held is not None else one.hr_lead
    drop(trees.leading, named, (owner, one.id))
    drop(trees.led, named, (microseconds(one.start), owner, one.id))
    if (owner, one.id) in trees.without_lead:
        trees.without_lead.remove((owner, one.id))


def set_lead(owner: str, one: Interview, lead: str) -> None:
    """Let this person lead from now on; what another prepared for it and did not share stays theirs, unseen."""
    unindex_lead(owner, one)
    if one.held is not None:
        one.lead = lead
    else:
        one.hr_lead = lead
    index_lead(owner, one)


def close(owner: str, one: Interview) -> None:
    """Take the interview out of what is open, and erase what anybody but the person kept to themselves."""
    one.notes = {who: note for who, note in one.notes.items() if note.shared or who == owner}
    one.reminders = {}
    trees, named = keep(), one.lead or one.hr_lead
    drop_id(trees.open, owner, one.id)
    drop(trees.leading, named, (owner, one.id))
    if (owner, one.id) in trees.without_lead:
        trees.without_lead.remove((owner, one.id))


def follow_company(owner: str) -> None:
    """Note that the person's manager may be another one now: is there still somebody who leads what is to come?"""
    for one in open_ones(owner):
        if one.held is None and bool(lead_of(owner, one)) == ((owner, one.id) in keep().without_lead):
            index_lead(owner, one)


def lose_manager(userid: str) -> None:
    """Note that somebody goes who manages others: HR finds what they were to lead."""
    for owner in people.team(userid):
        for one in open_ones(owner):
            if one.held is None and not one.hr_lead:
                keep().without_lead.insert((owner, one.id))


def open_ones(owner: str) -> list[Interview]:
    """Return the person's interviews that are neither signed nor cancelled; checks nobody."""
    found, career = kept(), stored_career(owner)
    return [career.interviews[number] for number in found.open.get(owner, ())] if career is not None else []
