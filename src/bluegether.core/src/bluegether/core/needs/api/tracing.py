"""What happened to a need, who did it and when: kept with the need, read by who may know each line."""

from bluegether.core.kit.clock import now
from bluegether.core.needs import storage
from bluegether.core.needs.api import clients
from bluegether.core.needs.api import rules
from bluegether.core.needs.storage import Step
from dataclasses import dataclass
from datetime import datetime
from plone import api
from plone.uuid.interfaces import IUUID


# What is nobody's business but that of sales; the rest, everyone who sees the need reads.
OF_SALES = frozenset({"candidate", "mission"})
AMOUNTS = frozenset({"rate_min", "rate_max"})
CLIENT = frozenset({"client", "client_name", "client_hidden"})


@dataclass(frozen=True)
class Line:
    """One step as it is read."""

    moment: datetime
    userid: str
    what: str
    values: dict


def note(need, what: str, userid: str, **values) -> None:
    """Add a line to the need's history."""
    room = storage.write_one(need)
    room.steps[storage.free(room.steps, storage.micros(now()))] = tuple(Step(what, userid, values))
    storage.write_all(api.portal.get()).trace(userid, IUUID(need))


def history(need, *, reader: str) -> list[Line]:
    """Return what this reader may know of it, the latest first: never a candidate, a reason or a rate too much."""
    room = storage.read_one(need)
    handles, amounts = rules.can_handle(reader), clients.sees_amounts(reader)
    knows_all = rules.sees_all(reader)
    hidden = {(one.userid, one.skill) for one in room.suggestions.values() if one.hidden}
    found = []
    for key in reversed(list(room.steps)):
        step = Step(*room.steps[key])
        if (step.what in OF_SALES and not handles) or _is_hidden(step, hidden):
            continue
        values = _shown(step, knows_all=knows_all, amounts=amounts)
        if values is not None:
            found.append(Line(storage.moment_of(key), step.userid, step.what, values))
    return found


def _is_hidden(step: Step, hidden: set) -> bool:
    """Return whether moderation hides what this line says."""
    return step.what == "suggested" and (step.userid, step.values.get("skill")) in hidden


def _shown(step: Step, *, knows_all: bool, amounts: bool) -> dict | None:
    values = dict(step.values)
    if not knows_all:
        values.pop("reason", None)
        values.pop("word", None) if step.what == "state" else None
    if step.what == "changed":
        hidden = (frozenset() if amounts else AMOUNTS) | (frozenset() if knows_all else CLIENT)
        values["fields"] = [name for name in values["fields"] if name not in hidden]
        return values if values["fields"] else None
    return values
