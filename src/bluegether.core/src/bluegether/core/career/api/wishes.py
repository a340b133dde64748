"""Training wishes: the person asks, HR answers with a date, "later" or a reason; the person sees where it stands."""

from bluegether.core import _
from bluegether.core.career.api.careers import choice
from bluegether.core.career.api.careers import found_in
from bluegether.core.career.api.careers import keep
from bluegether.core.career.api.careers import own_career
from bluegether.core.career.api.careers import record
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.careers import words
from bluegether.core.career.api.circle import enter
from bluegether.core.career.api.circle import only_the_person
from bluegether.core.career.interfaces import ANSWERS
from bluegether.core.career.interfaces import HR
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.career.interfaces import PERSON
from bluegether.core.career.interfaces import URGENCIES
from bluegether.core.career.storage import free_key
from bluegether.core.career.storage import Wish
from bluegether.core.kit import notice
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.skills import api as skills
from datetime import date


OPEN = ("asked", "accepted", "later")


def wishes(owner: str, *, userid: str) -> list[Wish]:
    """Return the person's wishes: open ones first, newest first. Raises Missing for readers outside the circle."""
    enter(owner, userid)
    career = stored_career(owner)
    found = reversed(list(career.wishes.values())) if career is not None else ()
    return sorted(found, key=lambda wish: wish.state not in OPEN)


def wish(owner: str, wish_id: int, *, userid: str) -> Wish:
    """Return one wish; raise Missing when it is not there or not for this reader."""
    return found_in("wishes", owner, wish_id, userid)


def add_wish(owner: str, *, title: str, why: str = "", skill: str = "", urgency: str = "normal", userid: str) -> Wish:
    """Ask for a training. `skill`: id or any spelling. Raises NotAllowed for anybody but the person, Invalid."""
    only_the_person(owner, userid)
    values = _checked(title=title, why=why, skill=skill, urgency=urgency)
    career = own_career(owner)
    wish_id = free_key(career.wishes, now())
    career.wishes[wish_id] = found = Wish(wish_id, **values)
    keep().asked.insert((wish_id, owner))
    record(owner, userid, "added", "wish", wish_id, found.title)
    return found


def change_wish(owner: str, wish_id: int, *, userid: str, **values: str) -> Wish:
    """Change one's wish while HR has not accepted or refused it. Raises Missing, NotAllowed, Invalid, Conflict."""
    only_the_person(owner, userid)
    found = wish(owner, wish_id, userid=userid)
    if found.state not in ("asked", "later"):
        raise Conflict(_("HR has answered this wish: write another one."))
    before = {name: getattr(found, name) for name in ("title", "why", "skill", "urgency")}
    after = _checked(**(before | values))
    if after != before:
        for name, value in after.items():
            setattr(found, name, value)
        record(owner, userid, "changed", "wish", wish_id, found.title)
    return found


def withdraw_wish(owner: str, wish_id: int, *, userid: str) -> Wish:
    """No longer wish it. Raises Missing, NotAllowed, Conflict when it is closed."""
    only_the_person(owner, userid)
    return _close(owner, wish_id, "withdrawn", OPEN, userid)


def finish_wish(owner: str, wish_id: int, *, userid: str) -> Wish:
    """Say that the training took place: the person or HR. Raises Missing, NotAllowed, Conflict if never accepted."""
    if not enter(owner, userid) & {PERSON, HR}:
        raise NotAllowed(_("The person or HR says that."))
    return _close(owner, wish_id, "done", ("accepted",), userid)


def answer_wish(owner: str, wish_id: int, answer: str, *, on=None, reason: str = "", userid: str) -> Wish:
    """Answer as HR: accepted with a date, later, or refused with a reason; an answer can be changed until it is done.

    Raises Missing, NotAllowed for anybody but HR (nobody answers their own), Invalid, Conflict for a closed wish.
    """
    if HR not in enter(owner, userid):
        raise NotAllowed(_("HR answers training wishes."))
    found = wish(owner, wish_id, userid=userid)
    if found.state in ("done", "withdrawn"):
        raise Conflict(_("This wish is closed."))
    choice(answer, ANSWERS, field="answer")
    planned = _planned(answer, on)
    reason = words(reason, field="reason", required=answer == "refused")
    _unask(owner, wish_id)
    found.state, found.planned_on, found.reason = answer, planned, reason
    found.decided_by, found.decided = userid, now()
    record(owner, userid, answer, "wish", wish_id, found.title)
    notice.tell("career.decided", thing=f"{owner}/wish/{wish_id}", actor=userid, recipients=[owner])
    return found


def _planned(answer: str, on) -> date | None:
    if answer != "accepted":
        return None
    if not isinstance(on, date):
        raise Invalid(_("Say when the training takes place."), field="on")
    if on < local(now()).date():
        raise Invalid(_("This day is past."), field="on")
    return on


def _close(owner: str, wish_id: int, state: str, before: tuple[str, ...], userid: str) -> Wish:
    found = wish(owner, wish_id, userid=userid)
    if found.state not in before:
        raise Conflict(_("This wish is closed."))
    found.state = state
    _unask(owner, wish_id)
    record(owner, userid, state, "wish", wish_id, found.title)
    return found


def _unask(owner: str, wish_id: int) -> None:
    asked = keep().asked
    if (wish_id, owner) in asked:
        asked.remove((wish_id, owner))


def _checked(*, title: str, why: str, skill: str, urgency: str) -> dict:
    return {
        "title": words(title, field="title", maximum=MAX_TITLE, required=True, lines=False),
        "why": words(why, field="why"),
        "skill": _skill(words(skill, field="skill", maximum=MAX_TITLE, lines=False)),
        "urgency": choice(urgency, URGENCIES, field="urgency"),
    }


def _skill(spelling: str) -> str:
    """Return the id of a skill of the taxonomy by its id or any spelling; an empty one for none."""
    found = skills.resolve(spelling) if spelling else ""
    if spelling and not found:
        raise Invalid(_("No skill has this name."), field="skill")
    return found
