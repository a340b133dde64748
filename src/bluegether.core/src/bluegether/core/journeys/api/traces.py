"""What somebody did in the arrivals and departures of others, once they are erased: the deed stays, without its doer.

It reads every journey and departure: people are erased once.
"""

from bluegether.core.journeys.storage import Departure
from bluegether.core.journeys.storage import Journey
from bluegether.core.journeys.storage import Journeys
from dataclasses import replace


def forget_deeds(trees: Journeys, userid: str) -> None:
    """Take this person's id out of the arrivals, departures and templates that are others'."""
    for journey in trees.journeys.values():
        _change(journey, _of_journey(journey, userid))
    for departure in trees.departures.values():
        _change(departure, _of_departure(departure, userid))
    for template in trees.templates.values():
        _change(template, {"changed_by": _without(template.changed_by, userid)})


def _of_journey(found: Journey, userid: str) -> dict:
    return {
        "done": {step: (moment, _without(who, userid)) for step, (moment, who) in found.done.items()},
        "contacts": tuple(one for one in found.contacts if userid not in one),
        "declined": tuple(one for one in found.declined if one != userid),
        "buddy": _without(found.buddy, userid),
    }


def _of_departure(found: Departure, userid: str) -> dict:
    return {
        "recorded_by": _without(found.recorded_by, userid),
        "confirmed_by": _without(found.confirmed_by, userid),
        "successors": {area: to for area, to in found.successors.items() if to != userid},
        "tasks": tuple(replace(one, done_by=_without(one.done_by, userid)) for one in found.tasks),
        "handed": tuple(replace(one, to=_without(one.to, userid)) for one in found.handed),
        "history": tuple((moment, _without(who, userid), what) for moment, who, what in found.history),
    }


def _change(found, values: dict) -> None:
    """Write what differs, so that nothing else is touched."""
    for name, value in values.items():
        if getattr(found, name) != value:
            setattr(found, name, value)


def _without(found: str, userid: str) -> str:
    return "" if found == userid else found
