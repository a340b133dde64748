"""Arrivals: they start with the account, steps are ticked, questions answered, and they end by themselves.

Day 1 is the day of arrival; a step of day 7 is due six days later, at the end of that day. An arrival ends when all is
done and answered after the last question, or GRACE days after its last day, whichever comes first; or by HR; or when
the person leaves.
"""

from bluegether.core import _
from bluegether.core.journeys.api.rules import can_follow
from bluegether.core.journeys.api.rules import can_see
from bluegether.core.journeys.api.rules import can_tick
from bluegether.core.journeys.api.rules import checked_text
from bluegether.core.journeys.api.rules import known_person
from bluegether.core.journeys.api.rules import MAX_TEXT
from bluegether.core.journeys.api.steps import template_for
from bluegether.core.journeys.api.trees import among
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.api.trees import morning
from bluegether.core.journeys.api.trees import schedule
from bluegether.core.journeys.api.trees import toggle
from bluegether.core.journeys.api.trees import writable
from bluegether.core.journeys.storage import Answer
from bluegether.core.journeys.storage import Journey
from bluegether.core.journeys.storage import Step
from bluegether.core.kit.clock import local
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


QUESTIONS = (30, 90)  # days on which the newcomer is asked how it goes
GRACE = 14
SCALE = range(1, 6)
CONTACTS = 2  # of each sort


def start(userid: str) -> Journey | None:
    """Begin the arrival of an account that has a template and no arrival yet; None when there is nothing to begin.

    Nothing begins for a client, nor for who arrived longer ago than the arrival takes.
    """
    template, person, trees = template_for(userid), people.account(userid), kept()
    if template is None or userid in trees.journeys:
        return None
    journey = Journey(userid, title=template.title, started=local(person.arrived).date(), steps=template.steps)
    if today() > last_day(journey):
        return None
    trees = writable()
    trees.journeys[userid] = journey
    trees.running.insert(_running_key(journey))
    for step in journey.steps:
        trees.open_steps.insert(_step_key(journey, step))
    _plan(journey)
    _keep_contacts(journey)
    tell("journeys.welcome", thing=userid, actor="", recipients=[userid])
    tell("journeys.started", thing=userid, actor=userid, recipients=guides(userid))
    return journey


def begin(text: str, *, actor: str) -> Journey:
    """Begin the arrival of somebody (user id or full name) whose account came before the template.

    Raises NotAllowed (only HR), Invalid, Conflict when nothing can begin.
    """
    if not people.is_hr(actor):
        raise NotAllowed(_("Only HR begins an arrival."))
    found = start(known_person(text, field="person"))
    if found is None:
        message = _("There was an arrival already, no template fits, or the person came longer ago than it takes.")
        raise Conflict(message, field="person")
    return found


def people_to_know(found: Journey) -> list[tuple[str, str]]:
    """Return (manager, buddy, hr or animator; user id) of those whom the newcomer may turn to, each once."""
    near = (("manager", people.manager_of(found.userid)), ("buddy", found.buddy), *found.contacts)
    first: dict[str, str] = {}
    for role, userid in near:
        if userid and userid != found.userid and people.account(userid) is not None and people.has_access(userid):
            first.setdefault(userid, role)
    return [(role, userid) for userid, role in first.items()]


def journey(userid: str, *, actor: str) -> Journey:
    """Return this person's arrival, running or ended; raise Missing, also for who may not know of it."""
    trees = kept()
    found = trees.journeys.get(userid) if trees is not None else None
    if found is None or not can_see(found, actor):
        raise Missing(_("There is no such arrival."))
    return found


def own_journey(userid: str) -> Journey | None:
    """Return this person's own arrival while it runs, or None."""
    trees = kept()
    found = trees.journeys.get(userid) if trees is not None else None
    return found if found is not None and found.ended is None else None


def due_day(journey: Journey, day: int) -> date:
    """Return the date of this day of the arrival."""
    return journey.started + timedelta(days=day - 1)


def last_day(journey: Journey) -> date:
    """Return the date on which the last step or question is due."""
    return due_day(journey, max([*QUESTIONS, *(step.day for step in journey.steps)]))


def is_late(journey: Journey, step: Step) -> bool:
    """Return whether the step is open after the day on which it was due."""
    return journey.ended is None and step.id not in journey.done and due_day(journey, step.day) < today()


def open_questions(journey: Journey) -> list[int]:
    """Return the days whose question waits for an answer now."""
    asked = [day for day in QUESTIONS if due_day(journey, day) <= today()]
    return [day for day in asked if day not in journey.answers] if journey.ended is None else []


def running(*, actor: str, start: int = 0, size: int = 25) -> tuple[list[Journey], int]:
    """Return running arrivals, newest first, and how many: all for who follows them, else those of one's own team."""
    trees = kept()
    if trees is None:
        return [], 0
    if can_follow(actor):
        keys = list(trees.running.keys())
    else:
        own = (trees.journeys.get(userid) for userid in people.team(actor))
        keys = sorted(_running_key(one) for one in own if one is not None and one.ended is None)
    keys.reverse()
    return [trees.journeys[userid] for _day, userid in keys[start : start + size]], len(keys)


def ended(*, actor: str, start: int = 0, size: int = 25) -> tuple[list[Journey], int]:
    """Return arrivals that ended, newest first, and how many, for who follows them. Raises NotAllowed."""
    if not can_follow(actor):
        raise NotAllowed(_("Only HR and animators see arrivals that ended."))
    trees = kept()
    keys = list(trees.ended.keys()) if trees is not None else []
    keys.reverse()
    return [trees.journeys[userid] for _day, userid in keys[start : start + size]], len(keys)


def late_for_hr() -> int:
    """Return how many steps of HR are late; reads one tree."""
    trees = kept()
    return len(trees.open_steps.keys(min=("hr",), max=("hr", today().isoformat()))) if trees is not None else 0


def tick(userid: str, step_id: str, *, done: bool, actor: str) -> Journey:
    """Say that a step is done, or not after all; twice is once. Raises Missing, NotAllowed, Conflict when it ended."""
    found = journey(userid, actor=actor)
    step = next((one for one in found.steps if one.id == step_id), None)
    if step is None:
        raise Missing(_("There is no such step."))
    if not can_tick(found, step, actor):
        raise NotAllowed(_("This step is somebody else's."))
    _check_running(found)
    if done != (step_id in found.done):
        others = {key: value for key, value in found.done.items() if key != step_id}
        found.done = others | ({step_id: (now(), actor)} if done else {})
        toggle(writable().open_steps, _step_key(found, step), not done)
        _end_when_complete(found)
    return found


def answer(userid: str, day: int, *, scale: int, text: str) -> Journey:
    """Answer a question of one's own arrival, once. Raises Missing, Conflict (not asked yet, answered), Invalid."""
    found = journey(userid, actor=userid)
    _check_running(found)
    if day not in open_questions(found):
        raise Conflict(_("This question is not asked now, or was answered."))
    if isinstance(scale, bool) or scale not in SCALE:
        raise Invalid(_("Choose a number from 1 to 5."), field="scale")
    words = checked_text(text, field="text", maximum=MAX_TEXT)
    found.answers = found.answers | {day: Answer(scale, words, now())}
    tell("journeys.answered", thing=f"{userid}/{day}", actor=userid, recipients=people.hr_referents())
    _end_when_complete(found)
    return found


def stop(userid: str, *, actor: str) -> None:
    """End an arrival before its time. Raises Missing, NotAllowed (only HR), Conflict when it ended."""
    found = journey(userid, actor=actor)
    if not people.is_hr(actor):
        raise NotAllowed(_("Only HR ends an arrival."))
    _check_running(found)
    close(found, "stopped")


def close(found: Journey, outcome: str) -> None:
    """End an arrival and take it out of all lists of what runs; twice is once."""
    trees = writable()
    if found.ended is not None:
        return
    found.ended, found.outcome = now(), outcome
    toggle(trees.running, _running_key(found), False)
    trees.ended.insert((local(found.ended).date().isoformat(), found.userid))
    for step in found.steps:
        toggle(trees.open_steps, _step_key(found, step), False)
    toggle(trees.buddies, (found.buddy, found.userid), False)


def forget_journey(userid: str) -> None:
    """Erase this person's arrival."""
    trees = kept()
    found = trees.journeys.get(userid) if trees is not None else None
    if found is not None:
        close(found, "left")
        toggle(trees.ended, (local(found.ended).date().isoformat(), userid), False)
        del trees.journeys[userid]


def guides(userid: str) -> list[str]:
    """Return who looks after this arrival: the manager and the HR referents."""
    manager = people.manager_of(userid)
    return [*([manager] if manager else []), *people.hr_referents()]


def buddy_of(userid: str) -> list[str]:
    """Return the newcomers whose buddy this person is now."""
    trees = kept()
    return [newcomer for _buddy, newcomer in among(trees.buddies, userid)] if trees is not None else []


def _plan(found: Journey) -> None:
    """Plan one reminder for each day that has steps, the questions, and the end; what has passed is not reminded of."""
    for day in sorted({step.day for step in found.steps}):
        if morning(due_day(found, day)) > now():
            schedule(morning(due_day(found, day)), "steps", found.userid, str(day))
    for day in QUESTIONS:
        if morning(due_day(found, day)) > now():
            schedule(morning(due_day(found, day)), "question", found.userid, str(day))
    schedule(morning(last_day(found) + timedelta(days=GRACE)), "close", found.userid)


def _keep_contacts(found: Journey) -> None:
    """Remember whom the newcomer may turn to: pages cannot look through everybody's roles."""
    hr, animators = people.hr_referents()[:CONTACTS], people.animators()[:CONTACTS]
    found.contacts = (*(("hr", one) for one in hr), *(("animator", one) for one in animators))


def remind_steps(userid: str, day: int) -> None:
    """Tell those who have open steps of this day, once each."""
    found = own_journey(userid)
    if found is None:
        return
    _keep_contacts(found)
    waits = {step.who for step in found.steps if step.day == day and step.id not in found.done}
    doers = {"newcomer": [userid], "buddy": [found.buddy], "manager": [people.manager_of(userid)]}
    recipients = [one for who, ones in doers.items() if who in waits for one in ones if one]
    tell("journeys.steps", thing=f"{userid}/{day}", actor="", recipients=recipients)
    if "hr" in waits:
        tell("journeys.steps", thing=f"{userid}/{day}", actor="", recipients=people.hr_referents())


def ask(userid: str, day: int) -> None:
    """Tell the newcomer that a question waits."""
    found = own_journey(userid)
    if found is not None and day in open_questions(found):
        tell("journeys.question", thing=f"{userid}/{day}", actor="", recipients=[userid])


def end_in_time(userid: str) -> None:
    """End an arrival whose days are over."""
    found = own_journey(userid)
    if found is not None:
        close(found, "finished")


def _check_running(found: Journey) -> None:
    if found.ended is not None:
        raise Conflict(_("This arrival has ended."))


def _end_when_complete(found: Journey) -> None:
    if len(found.done) == len(found.steps) and all(day in found.answers for day in QUESTIONS):
        close(found, "finished")


def _running_key(found: Journey) -> tuple[str, str]:
    return found.started.isoformat(), found.userid


def _step_key(found: Journey, step: Step) -> tuple[str, str, str, str]:
    return step.who, due_day(found, step.day).isoformat(), found.userid, step.id
