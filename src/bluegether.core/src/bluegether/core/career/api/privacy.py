"""What the room exports and erases of a person.

Who reads decides. Oneself gets one's own page and what one wrote elsewhere. HR, who handles the data of others, gets
what HR sees on the pages: no notes that were not shared. Everybody else, administrators included, gets the same
sentence, whether there is anything or not.
"""

from bluegether.core import _
from bluegether.core.career.api.careers import FORMER
from bluegether.core.career.api.careers import keep
from bluegether.core.career.api.careers import kept
from bluegether.core.career.api.careers import setting
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.circle import is_hr
from bluegether.core.career.api.circle import nothing
from bluegether.core.career.api.circle import sees_interview
from bluegether.core.career.api.due import unwatch
from bluegether.core.career.api.leads import index_lead
from bluegether.core.career.api.leads import lose_manager
from bluegether.core.career.api.leads import unindex_lead
from bluegether.core.career.api.mission import mission_of
from bluegether.core.career.api.preparation import notes
from bluegether.core.career.api.report import signed_document
from bluegether.core.career.interfaces import BEFORE
from bluegether.core.career.storage import Archived
from bluegether.core.career.storage import Career
from bluegether.core.career.storage import free_key
from bluegether.core.career.storage import Goal
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import Wish
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from datetime import datetime
from datetime import UTC
from dateutil.relativedelta import relativedelta


PRIVATE = {"private": "Only this person and HR may read what the career page holds, if it holds anything."}


def exported_data(userid: str, *, reader: str) -> dict:
    """Return what the room holds about this person, as far as this reader may have it."""
    if reader != userid and not is_hr(reader):
        return dict(PRIVATE)
    career = stored_career(userid)
    found = _career_data(userid, career, reader) if career is not None else {}
    return found | {"written_for_others": _written(userid, reader)}


def _career_data(userid: str, career: Career, reader: str) -> dict:
    shown = [one for one in career.interviews.values() if sees_interview(userid, one, reader)]
    return {
        "next": career.wants,
        "goals": [goal_data(goal) for goal in career.goals.values()],
        "wishes": [wish_data(wish) for wish in career.wishes.values()],
        "interviews": [interview_data(userid, one, reader) for one in shown],
        "history": [
            {"at": step.at.isoformat(), "by": step.actor, "what": step.verb, "subject": step.subject}
            | {"title": step.title}
            for step in reversed(list(career.history.values()))
        ],
    }


def goal_data(goal: Goal) -> dict:
    """Return a goal as JSON-compatible data."""
    values = {name: getattr(goal, name) for name in ("title", "why", "horizon", "state")}
    return {"id": str(goal.id)} | values | {"thread": _thread(goal)}


def wish_data(wish: Wish) -> dict:
    """Return a wish as JSON-compatible data."""
    values = {name: getattr(wish, name) for name in ("title", "why", "skill", "urgency", "state", "reason")}
    return (
        {"id": str(wish.id)}
        | values
        | {
            "on": wish.planned_on.isoformat() if wish.planned_on else None,
            "answered_by": wish.decided_by,
            "answered": wish.decided.isoformat() if wish.decided else None,
            "thread": _thread(wish),
        }
    )


def interview_data(owner: str, one: Interview, reader: str) -> dict:
    """Return an interview as this reader sees it, as JSON-compatible data; the caller has checked that they do."""
    values = {name: getattr(one, name) for name in ("kind", "state", "minutes", "place", "link", "reason", "revision")}
    return (
        {"id": str(one.id), "person": owner, "start": one.start.isoformat()}
        | values
        | {
            "agenda": list(one.agenda),
            "agenda_revision": one.agenda_revision,
            "planned_by": one.planned_by,
            "mission": mission_of(owner, one, userid=reader),
            "preparation": [
                {"author": note.author, "side": note.side, "text": note.text, "shared": note.shared is not None}
                for note in notes(owner, one.id, userid=reader)
            ],
        }
        | signed_document(owner, one)
    )


def _thread(thing: Goal | Wish) -> list[dict]:
    return [
        {"at": said.at.isoformat(), "by": said.author, "side": said.side, "text": said.text} for said in thing.thread
    ]


def _written(userid: str, reader: str) -> list[dict]:
    """Return what this person wrote in the careers of others; their unshared notes only to themselves."""
    found = kept()
    owners = list(found.touched.get(userid, ())) if found is not None else []
    return [line for owner in owners if owner in found.careers for line in _written_for(owner, userid, reader)]


def _written_for(owner: str, userid: str, reader: str) -> list[dict]:
    career = stored_career(owner)
    things = [*career.goals.values(), *career.wishes.values()]
    said = [
        {"for": owner, "at": line.at.isoformat(), "text": line.text}
        for thing in things
        for line in thing.thread
        if line.author == userid
    ]
    own = [(one, one.notes[userid]) for one in career.interviews.values() if userid in one.notes]
    return said + [
        {"for": owner, "at": note.saved.isoformat(), "text": note.text}
        for _one, note in own
        if reader == userid or note.shared is not None
    ]


def erase(userid: str) -> None:
    """Erase a person's career; signed interviews stay for HR until the legal time since the last signature is over.

    What the person wrote in the careers of others stays there without their name; their unshared notes go, and
    signatures of theirs under a signed text stay: it is the other side's document too. Twice changes nothing more.
    """
    found = kept()
    if found is None:
        return
    trees = keep()
    unwatch(userid)
    lose_manager(userid)
    led = {owner for owner, _number in trees.leading.get(userid, ())}  # what was handed over to them as well
    for owner in led.union(trees.touched.pop(userid, ())):
        if owner in trees.careers and owner != userid:
            _forget_actor(owner, trees.careers[owner], userid)
    for owners in trees.touched.values():
        if userid in owners:
            owners.remove(userid)
    career = trees.careers.get(userid)
    if career is not None:
        _archive(userid, career)
        _drop_career(userid, career)
    for tree in (trees.leading, trees.led):
        tree.pop(userid, None)


def _archive(userid: str, career: Career) -> None:
    trees, account = keep(), people.account(userid)
    for one in career.interviews.values():
        if one.state == "signed" and setting("kept_years"):
            data = signed_document(userid, one) | {"signed": one.signed.isoformat()}
            key = free_key(trees.archive, one.signed)
            trees.archive[key] = Archived(userid, account.fullname if account is not None else userid, data)


def _drop_career(userid: str, career: Career) -> None:
    trees = keep()
    for one in career.interviews.values():
        unindex_lead(userid, one)
    for wish_id in career.wishes:
        if (wish_id, userid) in trees.asked:
            trees.asked.remove((wish_id, userid))
    for tree in (trees.open, trees.unanswered, trees.careers):
        tree.pop(userid, None)
    for key in [key for key, value in trees.reminders.items() if value[0] == userid]:
        del trees.reminders[key]


def _forget_actor(owner: str, career: Career, userid: str) -> None:
    """Take a person's id out of what they did in somebody else's career."""
    for thing in (*career.goals.values(), *career.wishes.values()):
        thing.thread = tuple(said._replace(author=_other(said.author, userid)) for said in thing.thread)
    for wish in career.wishes.values():
        wish.decided_by = _other(wish.decided_by, userid)
    for one in career.interviews.values():
        _forget_in_interview(owner, one, userid)
    for key, step in list(career.history.items()):
        if step.actor == userid:
            career.history[key] = step._replace(actor=FORMER)


def _forget_in_interview(owner: str, one: Interview, userid: str) -> None:
    for name in ("planned_by", "edited_by", "shared_with"):
        setattr(one, name, _other(getattr(one, name), userid))
    one.notes = {_nobody(one, who, userid): note for who, note in one.notes.items() if who != userid or note.shared}
    if one.state == "signed" or userid not in (one.hr_lead, one.lead, one.manager):
        return
    unindex_lead(owner, one)
    for name in ("hr_lead", "lead", "manager"):
        setattr(one, name, _other(getattr(one, name), userid))
    if one.state in (*BEFORE, "held", "half"):
        index_lead(owner, one)


def _other(found: str, userid: str) -> str:
    return FORMER if found == userid else found


def _nobody(one: Interview, who: str, userid: str) -> str:
    """Return the author of a note, for somebody who goes a key that is no user id."""
    return who if who != userid else "-" * (1 + sum(1 for other in one.notes if other.startswith("-")))


def archive(*, userid: str, start: int = 0, size: int = 25) -> list[tuple[int, Archived, datetime]]:
    """Return (id, what is kept, until when) of people who are gone, first to be erased first; Missing for non-HR."""
    if not is_hr(userid):
        raise nothing()
    found = kept()
    keys = list(found.archive.keys())[start : start + size] if found is not None else []
    return [(key, found.archive[key], _until(key)) for key in keys]


def archived(key: int, *, userid: str) -> Archived:
    """Return one of them; raise Missing for anybody but HR and for what is not there."""
    if not is_hr(userid):
        raise nothing()
    found = kept()
    one = found.archive.get(key) if found is not None else None
    if one is None:
        raise Missing(_("There is nothing here that you may see."))
    return one


def _until(key: int) -> datetime:
    return datetime.fromtimestamp(key / 1_000_000, UTC) + relativedelta(years=setting("kept_years"))
