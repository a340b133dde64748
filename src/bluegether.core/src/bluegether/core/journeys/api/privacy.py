"""What this room holds about a person, and how it forgets them."""

from bluegether.core.journeys.api.arrivals import buddy_of
from bluegether.core.journeys.api.arrivals import forget_journey
from bluegether.core.journeys.api.buddies import release_buddy
from bluegether.core.journeys.api.departures import departure_of
from bluegether.core.journeys.api.departures import forget_departure
from bluegether.core.journeys.api.tasks import HR
from bluegether.core.journeys.api.traces import forget_deeds
from bluegether.core.journeys.api.trees import among
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.storage import Departure
from bluegether.core.journeys.storage import Journey
from dataclasses import replace


def export(userid: str) -> dict:
    """Return this person's arrival, departure, newcomers and tasks as JSON-compatible data.

    A departure that a manager only proposed is not the person's yet. Why they leave cannot be told apart any more.
    """
    trees, found = kept(), departure_of(userid)
    if trees is None:
        return {}
    journey = trees.journeys.get(userid)
    return {
        "arrival": _journey(journey) if journey is not None else None,
        "departure": _departure(found) if found is not None and found.state != "proposed" else None,
        "buddy_of": buddy_of(userid),
        "successor_of": [leaver for _successor, leaver in among(trees.successions, userid)],
        "tasks": [{"departure": leaver, "due": day} for _who, day, leaver, _task in among(trees.tasks, userid)],
    }


def forget(userid: str) -> None:
    """Erase this person's arrival and departure, and their part in those of others; twice changes nothing more."""
    trees = kept()
    if trees is None:
        return
    forget_journey(userid)
    forget_departure(userid)
    release_buddy(userid)
    for _successor, leaver in among(trees.successions, userid):
        found = trees.departures[leaver]
        found.successors = {area: to for area, to in found.successors.items() if to != userid}
        trees.successions.remove((userid, leaver))
    for who, day, leaver, task_id in among(trees.tasks, userid):
        _give_to_hr(trees.departures[leaver], task_id)
        trees.tasks.remove((who, day, leaver, task_id))
        trees.tasks.insert((HR, day, leaver, task_id))
    for moment in [moment for moment, (_what, whose, _detail) in trees.due.items() if whose == userid]:
        del trees.due[moment]
    forget_deeds(trees, userid)


def _give_to_hr(found: Departure, task_id: str) -> None:
    found.tasks = tuple(replace(one, who=HR) if one.id == task_id else one for one in found.tasks)


def _journey(found: Journey) -> dict:
    return {
        "title": found.title,
        "started": found.started.isoformat(),
        "ended": found.ended.isoformat() if found.ended else None,
        "buddy": found.buddy,
        "steps": [{"day": step.day, "title": step.title, "done": step.id in found.done} for step in found.steps],
        "answers": {
            str(day): {"scale": one.scale, "text": one.text, "given": one.given.isoformat()}
            for day, one in found.answers.items()
        },
    }


def _departure(found: Departure) -> dict:
    return {
        "last_day": found.last_day.isoformat(),
        "state": found.state,
        "successors": dict(found.successors),
        "history": [{"at": moment.isoformat(), "what": what} for moment, _who, what in found.history],
    }
