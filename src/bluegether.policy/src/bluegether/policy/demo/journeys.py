"""Arrivals and departures of the demo: running ones, one departure to come, one announced, one person who has left."""

from bluegether.core.journeys import api as journeys
from bluegether.core.kit.clock import local
from bluegether.core.people import api as people
from bluegether.policy.demo.accounts import PERSONAS
from bluegether.policy.demo.journeys_text import ANSWERS
from bluegether.policy.demo.journeys_text import TASKS
from bluegether.policy.demo.journeys_text import TEMPLATES
from bluegether.policy.demo.past import at
from datetime import datetime
from datetime import timedelta
from random import Random


HR, MANAGER, SOFIA, LEA = "rh", "manager", "consultante", "nouvelle"
NEWCOMERS = 9
PROMPT = 0.8  # share of due steps that are done
LEFT_DAYS, LEAVES_IN, ANNOUNCED_FOR = 18, 31, 75
PAST_DAYS = 110


def build(site, random: Random, moment: datetime) -> None:
    """Write the steps, begin the arrivals of who came last, and let three people leave; once."""
    if journeys.templates(actor=HR):
        return
    with at(site, moment - timedelta(days=400)):
        for title, kinds, steps in TEMPLATES:
            rows = [dict(zip(("day", "who", "title", "text", "link"), row, strict=True)) for row in steps]
            journeys.save_template(title=title, kinds=list(kinds), units=[], steps=rows, actor=HR)
    arrive(site, random, moment)
    leave(site, moment)
    for days in range(PAST_DAYS, 0, -1):  # what the timer would have said, on its day
        with at(site, moment - timedelta(days=days)):
            journeys.sweep()
    people.sweep()


def arrive(site, random: Random, moment: datetime) -> None:
    """Begin the arrivals of the last newcomers at their own dates; most of what was due is done."""
    recent = [one for one in people.newcomers(NEWCOMERS) if one.arrived > moment - timedelta(days=100)]
    for number, person in enumerate(recent):
        if not number or person.userid == LEA or not people.manager_of(person.userid):
            people.update_account(person.userid, actor=HR, manager=MANAGER)
        with at(site, person.arrived + timedelta(hours=1)):
            begun = journeys.start(person.userid)
        if begun is not None:
            choose_buddy(site, begun, moment, number)
            tick(site, begun, random, moment)
            reply(site, begun, moment, number)


def choose_buddy(site, journey, moment: datetime, number: int) -> None:
    """Give each a buddy but the one who came last: the manager still has to choose."""
    if not number:
        return
    with at(site, min(moment, started(journey, moment) + timedelta(days=1))):
        proposed = journeys.propose_buddies(journey.userid, actor=HR)
        chosen = SOFIA if journey.userid == LEA else next((one.userid for one in proposed), SOFIA)
        journeys.choose_buddy(journey.userid, chosen, actor=HR)


def tick(site, journey, random: Random, moment: datetime) -> None:
    """Do most of what is due, in the days before it was."""
    manager = people.manager_of(journey.userid)
    doers = {"newcomer": journey.userid, "buddy": journey.buddy, "manager": manager, "hr": HR}
    for step in journey.steps:
        done = started(journey, moment) + timedelta(days=step.day - 1, hours=random.randrange(1, 8))
        if done < moment and doers[step.who] and random.random() < PROMPT:
            with at(site, done):
                journeys.tick(journey.userid, step.id, done=True, actor=doers[step.who])


def reply(site, journey, moment: datetime, number: int) -> None:
    """Answer the question of day 30; the persona still has it before her."""
    asked = started(journey, moment) + timedelta(days=31)
    if asked < moment and journey.userid != LEA:
        scale, words = ANSWERS[number % len(ANSWERS)]
        with at(site, asked):
            journeys.answer(journey.userid, 30, scale=scale, text=words)


def started(journey, moment: datetime) -> datetime:
    """Return the morning of the first day."""
    person = people.account(journey.userid)
    return min(person.arrived + timedelta(hours=2), moment)


def leave(site, moment: datetime) -> None:
    """One of the manager's team has left, one leaves next month with half of the list done, one is announced."""
    personas = {persona.userid for persona in PERSONAS}
    team = [userid for userid in people.team(MANAGER) if userid not in personas and not journeys.own_journey(userid)]
    if len(team) < 3:
        return
    gone, next_one, announced = team[:3]
    today = local(moment).date()
    with at(site, moment - timedelta(days=LEFT_DAYS + 40)):
        journeys.plan(gone, last_day=today - timedelta(days=LEFT_DAYS), actor=HR)
        journeys.set_successor(gone, SOFIA, actor=HR)
    finish(site, gone, moment - timedelta(days=LEFT_DAYS + 2))
    with at(site, moment - timedelta(days=9)):
        journeys.propose(next_one, last_day=today + timedelta(days=LEAVES_IN), actor=MANAGER)
    with at(site, moment - timedelta(days=8)):
        found = journeys.plan(next_one, last_day=today + timedelta(days=LEAVES_IN), actor=HR)
        journeys.set_successor(next_one, SOFIA, actor=HR)
        for title, days in TASKS:
            due = found.last_day - timedelta(days=days)
            journeys.add_task(found, title=title, who=next_one, due=due, actor=HR)
    finish(site, next_one, moment - timedelta(days=2), tasks=("documents", "knowledge", "interview"))
    with at(site, moment - timedelta(hours=20)):
        journeys.propose(announced, last_day=today + timedelta(days=ANNOUNCED_FOR), actor=MANAGER)


def finish(site, userid: str, moment: datetime, tasks: tuple[str, ...] = ()) -> None:
    """Do these tasks of a departure, or all of them."""
    found = journeys.departure_of(userid)
    with at(site, moment):
        for task in found.tasks:
            if not tasks or task.id in tasks:
                journeys.tick_task(found, task.id, done=True, actor=HR if task.who == journeys.HR else task.who)
