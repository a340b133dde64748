"""Departures: a manager proposes, HR plans; until the last day is over all of it can be taken back.

proposed -> planned -> done. A proposal that is refused and a departure that is cancelled leave nothing but notices: the
person stays. There is one departure per account, because a user id is never given again: whoever returns gets a new
account, and the portal does not tie it to the old one.
"""

from bluegether.core import _
from bluegether.core.journeys.api.rules import can_plan
from bluegether.core.journeys.api.rules import can_propose
from bluegether.core.journeys.api.rules import can_see_departure
from bluegether.core.journeys.api.tasks import first_tasks
from bluegether.core.journeys.api.tasks import index_tasks
from bluegether.core.journeys.api.tasks import move_tasks
from bluegether.core.journeys.api.trees import among
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.api.trees import schedule
from bluegether.core.journeys.api.trees import toggle
from bluegether.core.journeys.api.trees import writable
from bluegether.core.journeys.storage import Departure
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from datetime import date
from datetime import timedelta


FARTHEST = timedelta(days=730)


def departure(userid: str, *, actor: str) -> Departure:
    """Return this person's departure; raise Missing, also for who may not know of it."""
    found = departure_of(userid)
    if found is None or not can_see_departure(found, actor):
        raise Missing(_("There is no such departure."))
    return found


def departure_of(userid: str) -> Departure | None:
    """Return this person's departure, whoever asks, or None."""
    trees = kept()
    return trees.departures.get(userid) if trees is not None else None


def propose(userid: str, *, last_day: date, actor: str) -> Departure:
    """Tell HR that somebody of one's team leaves. Raises NotAllowed, Missing, Conflict (leaves already), Invalid."""
    _check_person(userid)
    if not can_propose(userid, actor):
        raise NotAllowed(_("Only the manager proposes a departure."))
    _check_new(userid, last_day)
    found = _record(userid, last_day, actor, "proposed")
    tell("departures.proposed", thing=userid, actor=actor, recipients=people.hr_referents())
    return found


def plan(userid: str, *, last_day: date, actor: str) -> Departure:
    """Record a departure, or confirm a proposed one: the access ends after the last day, the checklist is made.

    Raises NotAllowed (only HR), Missing, Invalid (day), Conflict: oneself, planned already, the last HR referent or
    administrator, an access that is over.
    """
    _check_person(userid)
    _check_hr(actor)
    found = departure_of(userid)
    if found is None or found.state != "proposed":
        _check_new(userid, last_day)
    _check_day(last_day)
    people.end_access(userid, when=end_of(last_day), actor=actor)
    if found is None:
        found = _record(userid, last_day, actor, "planned")
    _move(found, last_day)
    found.state, found.confirmed_by = "planned", actor
    found.tasks = first_tasks(found)
    index_tasks(found)
    note(found, actor, "planned")
    _expect_end(found)
    _leave_successions(userid, actor)
    tell("departures.planned", thing=userid, actor=actor, recipients=[*involved(found), *people.hr_referents()])
    return found


def refuse(userid: str, *, actor: str) -> None:
    """Turn a proposal down. Raises NotAllowed, Missing, Conflict when it is planned already."""
    found = departure(userid, actor=actor)
    _check_hr(actor)
    if found.state != "proposed":
        raise Conflict(_("This departure is planned already: cancel it instead."))
    tell("departures.refused", thing=userid, actor=actor, recipients=[found.recorded_by])
    forget_departure(userid)


def withdraw(userid: str, *, actor: str) -> None:
    """Take one's own proposal back. Raises Missing, NotAllowed, Conflict when it is planned already."""
    found = departure(userid, actor=actor)
    if found.recorded_by != actor:
        raise NotAllowed(_("Only who proposed the departure takes the proposal back."))
    if found.state != "proposed":
        raise Conflict(_("This departure is planned already: ask HR."))
    forget_departure(userid)


def move(userid: str, *, last_day: date, actor: str) -> Departure:
    """Change the last day of a planned departure. Raises as `plan` does."""
    found = planned(userid, actor=actor)
    _check_day(last_day)
    if last_day != found.last_day:
        people.end_access(userid, when=end_of(last_day), actor=actor)
        shift = last_day - found.last_day
        _move(found, last_day)
        move_tasks(found, shift)
        note(found, actor, "moved")
        _expect_end(found)
        tell("departures.moved", thing=userid, actor=actor, recipients=[*involved(found), *people.hr_referents()])
    return found


def cancel(userid: str, *, actor: str) -> None:
    """The person stays: the access does not end. What was handed over is not handed back.

    Raises NotAllowed, Missing, Conflict when the last day is over.
    """
    found = planned(userid, actor=actor)
    people.keep_access(userid, actor=actor)
    tell("departures.cancelled", thing=userid, actor=actor, recipients=[*involved(found), *people.hr_referents()])
    forget_departure(userid)


def leaving(*, actor: str, start: int = 0, size: int = 25) -> tuple[list[Departure], int]:
    """Return who is going to leave, the first first, and how many: all for HR, else of one's own team."""
    return _listed("leaving", actor, start, size)


def departed(*, actor: str, start: int = 0, size: int = 25) -> tuple[list[Departure], int]:
    """Return who left and is not erased yet, the last first, and how many: all for HR, else of one's own team."""
    return _listed("left", actor, start, size)


def proposals() -> int:
    """Return how many proposals wait for HR; wakes those who are going to leave only."""
    trees = kept()
    if trees is None:
        return 0
    return sum(trees.departures[userid].state == "proposed" for _day, userid in trees.leaving)


def involved(found: Departure) -> list[str]:
    """Return whom a departure concerns: the manager, the successors, and who leaves once it is planned."""
    manager = people.manager_of(found.userid)
    own = [found.userid] if found.state == "planned" else []
    return [*([manager] if manager else []), *found.successors.values(), *own]


def forget_departure(userid: str) -> None:
    """Take a departure out of all lists."""
    trees, found = kept(), departure_of(userid)
    if found is None:
        return
    index_tasks(found, there=False)
    for tree in (trees.leaving, trees.left):
        toggle(tree, (found.last_day.isoformat(), userid), False)
    for successor in set(found.successors.values()):
        toggle(trees.successions, (successor, userid), False)
    del trees.departures[userid]


def note(found: Departure, actor: str, what: str) -> None:
    """Add a line to the history of a departure."""
    found.history = (*found.history, (now(), actor, what))


def planned(userid: str, *, actor: str) -> Departure:
    """Return a planned departure that HR acts upon; raise NotAllowed, Missing, Conflict."""
    found = departure(userid, actor=actor)
    _check_hr(actor)
    if found.state != "planned" or people.has_ended(userid):
        raise Conflict(_("This departure is not planned, or the last day is over."))
    return found


def _listed(tree: str, actor: str, start: int, size: int) -> tuple[list[Departure], int]:
    trees = kept()
    if trees is None:
        return [], 0
    if can_plan(actor):
        keys = list(getattr(trees, tree).keys())
    else:
        own = (trees.departures.get(userid) for userid in people.team(actor))
        keys = sorted((one.last_day.isoformat(), one.userid) for one in own if one is not None)
        keys = [key for key in keys if key in getattr(trees, tree)]
    if tree == "left":
        keys.reverse()
    return [trees.departures[userid] for _day, userid in keys[start : start + size]], len(keys)


def _check_person(userid: str) -> None:
    person = people.account(userid)
    if person is None or person.kind == "client":
        raise Missing(_("There is no such member."), field="person")


def _check_hr(actor: str) -> None:
    if not can_plan(actor):
        raise NotAllowed(_("Only HR records departures."))


def _check_new(userid: str, last_day: date) -> None:
    if departure_of(userid) is not None or people.has_ended(userid):
        raise Conflict(_("This person leaves already, or has left."), field="person")
    _check_day(last_day)


def _check_day(last_day: date) -> None:
    if not isinstance(last_day, date) or last_day < today():
        raise Invalid(_("The last day cannot be in the past."), field="last_day")
    if last_day > today() + FARTHEST:
        raise Invalid(_("The last day cannot be more than two years away."), field="last_day")


def _record(userid: str, last_day: date, actor: str, what: str) -> Departure:
    trees = writable()
    found = Departure(userid, last_day=last_day, recorded_by=actor)
    trees.departures[userid] = found
    trees.leaving.insert((last_day.isoformat(), userid))
    if what == "proposed":
        note(found, actor, what)
    return found


def _move(found: Departure, last_day: date) -> None:
    leaving_tree = writable().leaving
    toggle(leaving_tree, (found.last_day.isoformat(), found.userid), False)
    found.last_day = last_day
    leaving_tree.insert((last_day.isoformat(), found.userid))


def _expect_end(found: Departure) -> None:
    schedule(end_of(found.last_day), "leave", found.userid, found.last_day.isoformat())


def _leave_successions(userid: str, actor: str) -> None:
    """Who leaves takes nothing over any more: HR is told which departures need another successor."""
    trees = writable()
    for _successor, other in among(trees.successions, userid):
        found = trees.departures[other]
        found.successors = {area: to for area, to in found.successors.items() if to != userid}
        toggle(trees.successions, (userid, other), False)
        tell("departures.unsucceeded", thing=other, actor="", recipients=people.hr_referents())
