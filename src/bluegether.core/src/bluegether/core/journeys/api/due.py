"""What time brings to arrivals and departures. Each entry is met once; what it was planned for may no longer hold."""

from bluegether.core.journeys.api.arrivals import ask
from bluegether.core.journeys.api.arrivals import end_in_time
from bluegether.core.journeys.api.arrivals import remind_steps
from bluegether.core.journeys.api.goodbye import erase
from bluegether.core.journeys.api.goodbye import leave
from bluegether.core.journeys.api.tasks import remind_task
from bluegether.core.journeys.api.trees import kept
from bluegether.core.kit.clock import now
from itertools import islice


SWEEP = 100
MEET = {
    "steps": lambda userid, day: remind_steps(userid, int(day)),
    "question": lambda userid, day: ask(userid, int(day)),
    "close": lambda userid, _detail: end_in_time(userid),
    "task": remind_task,
    "leave": leave,
    "erase": erase,
}


def sweep(limit: int = SWEEP) -> int:
    """Do what is due, at most `limit` things, and return how many."""
    trees = kept()
    if trees is None:
        return 0
    due = list(islice(trees.due.items(max=int(now().timestamp() * 1_000_000)), limit))
    for key, (what, userid, detail) in due:
        trees.due.pop(key)
        MEET[what](userid, detail)
    return len(due)
