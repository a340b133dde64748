"""Goals: the person writes them and their progress; the manager and HR answer in the thread."""

from bluegether.core import _
from bluegether.core.career.api.careers import choice
from bluegether.core.career.api.careers import found_in
from bluegether.core.career.api.careers import keep
from bluegether.core.career.api.careers import own_career
from bluegether.core.career.api.careers import record
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.careers import words
from bluegether.core.career.api.circle import enter
from bluegether.core.career.api.circle import hr_people
from bluegether.core.career.api.circle import manager_of
from bluegether.core.career.api.circle import only_the_person
from bluegether.core.career.api.circle import side_name
from bluegether.core.career.interfaces import GOAL_STATES
from bluegether.core.career.interfaces import HORIZONS
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.career.interfaces import PERSON
from bluegether.core.career.storage import add_id
from bluegether.core.career.storage import drop_id
from bluegether.core.career.storage import free_key
from bluegether.core.career.storage import Goal
from bluegether.core.career.storage import Said
from bluegether.core.career.storage import Wish
from bluegether.core.kit import notice
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict


TREES = {"goal": "goals", "wish": "wishes"}


def goals(owner: str, *, userid: str) -> list[Goal]:
    """Return the person's goals: open ones first, newest first. Raises Missing for readers outside the circle."""
    enter(owner, userid)
    career = stored_career(owner)
    found = reversed(list(career.goals.values())) if career is not None else ()
    return sorted(found, key=lambda goal: goal.state != "open")


def goal(owner: str, goal_id: int, *, userid: str) -> Goal:
    """Return one goal; raise Missing when it is not there or not for this reader."""
    return found_in("goals", owner, goal_id, userid)


def add_goal(owner: str, *, title: str, why: str = "", horizon: str = "year", userid: str) -> Goal:
    """Write a goal. Raises NotAllowed for anybody but the person, Invalid. The manager is told."""
    only_the_person(owner, userid)
    values = _checked(title=title, why=why, horizon=horizon)
    career = own_career(owner)
    goal_id = free_key(career.goals, now())
    career.goals[goal_id] = found = Goal(goal_id, **values)
    add_id(keep().unanswered, owner, goal_id)
    record(owner, userid, "added", "goal", goal_id, found.title)
    notice.tell("career.goal", thing=f"{owner}/goal/{goal_id}", actor=userid, recipients=_manager(owner))
    return found


def change_goal(owner: str, goal_id: int, *, userid: str, **values: str) -> Goal:
    """Change title, why or horizon of one's goal. Raises Missing, NotAllowed, Invalid, Conflict once it is closed."""
    only_the_person(owner, userid)
    found = goal(owner, goal_id, userid=userid)
    if found.state != "open":
        raise Conflict(_("This goal is closed: open it again first."))
    before = {name: getattr(found, name) for name in ("title", "why", "horizon")}
    after = _checked(**(before | values))
    if after != before:
        for name, value in after.items():
            setattr(found, name, value)
        record(owner, userid, "changed", "goal", goal_id, found.title)
    return found


def set_goal_state(owner: str, goal_id: int, state: str, *, userid: str) -> Goal:
    """Say that one's goal is reached, dropped, or open again. Raises Missing, NotAllowed, Invalid."""
    only_the_person(owner, userid)
    found = goal(owner, goal_id, userid=userid)
    choice(state, GOAL_STATES, field="state")
    if state != found.state:
        found.state = state
        if state != "open":
            drop_id(keep().unanswered, owner, goal_id)
        record(owner, userid, state if state != "open" else "reopened", "goal", goal_id, found.title)
        notice.tell("career.goal", thing=f"{owner}/goal/{goal_id}", actor=userid, recipients=_manager(owner))
    return found


def say(owner: str, subject: str, thing: int, text: str, *, userid: str) -> Said:
    """Add to the thread of a goal or wish: progress by the person, an answer by the manager or HR.

    Raises Missing for readers outside the circle and for what is not there, Invalid for an empty or long text.
    """
    side = side_name(enter(owner, userid))
    found = found_in(TREES[subject], owner, thing, userid)
    said = Said(now(), userid, side, words(text, field="text", required=True))
    found.thread = (*found.thread, said)
    record(owner, userid, "noted" if side == PERSON else "answered", subject, thing, found.title)
    if side != PERSON and subject == "goal":
        drop_id(keep().unanswered, owner, thing)
    _tell_thread(owner, subject, found, userid)
    return said


def _tell_thread(owner: str, subject: str, found: Goal | Wish, userid: str) -> None:
    """The person hears of answers; of what the person writes hear the manager and who answered before."""
    present = {said.author for said in found.thread if said.side != PERSON}
    circle = [*_manager(owner), *(one for one in hr_people() if one in present)] if userid == owner else [owner]
    notice.tell("career.answer", thing=f"{owner}/{subject}/{found.id}", actor=userid, recipients=circle)


def _manager(owner: str) -> list[str]:
    found = manager_of(owner)
    return [found] if found else []


def _checked(*, title: str, why: str, horizon: str) -> dict:
    return {
        "title": words(title, field="title", maximum=MAX_TITLE, required=True, lines=False),
        "why": words(why, field="why"),
        "horizon": choice(horizon, HORIZONS, field="horizon"),
    }
