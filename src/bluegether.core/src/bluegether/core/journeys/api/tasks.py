"""The checklist of a departure: what has to be done, by whom, by when."""

from bluegether.core import _
from bluegether.core.journeys.api.rules import can_plan
from bluegether.core.journeys.api.rules import checked_text
from bluegether.core.journeys.api.rules import known_person
from bluegether.core.journeys.api.rules import MAX_TITLE
from bluegether.core.journeys.api.trees import among
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.api.trees import morning
from bluegether.core.journeys.api.trees import schedule
from bluegether.core.journeys.api.trees import toggle
from bluegether.core.journeys.api.trees import writable
from bluegether.core.journeys.storage import Departure
from bluegether.core.journeys.storage import Task
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from dataclasses import replace
from datetime import date
from datetime import timedelta
import secrets


HR = "hr"
# Id -> (who, days before the last day); who is the person themselves, their manager or HR.
FIRST = {
    "knowledge": ("self", 5),
    "documents": ("self", 3),
    "interview": (HR, 3),
    "equipment": ("manager", 0),
}
MAX_TASKS = 30


def first_tasks(found: Departure) -> tuple[Task, ...]:
    """Return the checklist that every departure begins with; without a manager HR does the manager's part."""
    doers = {"self": found.userid, "manager": people.manager_of(found.userid) or HR, HR: HR}
    return tuple(
        Task(name, "", doers[who], max(found.last_day - timedelta(days=days), today()))
        for name, (who, days) in FIRST.items()
    )


def index_tasks(found: Departure, *, there: bool = True) -> None:
    """Put the open tasks where those who do them find them, with a reminder on the day; or take all away."""
    for task in found.tasks:
        _index(found, task, there=there and task.done is None)


def tick_task(found: Departure, task_id: str, *, done: bool, actor: str) -> None:
    """Say that a task is done, or not after all. Raises Missing, NotAllowed: who does it, and HR."""
    task = _task(found, task_id)
    if actor != task.who and not can_plan(actor):
        raise NotAllowed(_("This task is somebody else's."))
    if found.state == "proposed":
        raise Conflict(_("This departure is not planned yet."))
    if done != (task.done is not None):
        changed = replace(task, done=now() if done else None, done_by=actor if done else "")
        _exchange(found, task, changed)


def add_task(found: Departure, *, title: str, who: str, due: date, actor: str) -> Task:
    """Add a task for a colleague (user id or full name) or for HR (empty). Raises NotAllowed, Invalid, Conflict."""
    _check_hr(actor)
    if found.state != "planned" or len(found.tasks) >= MAX_TASKS:
        raise Conflict(_("Tasks are added to planned departures, at most ${count}.", mapping={"count": MAX_TASKS}))
    text = checked_text(title, field="title", maximum=MAX_TITLE, required=True)
    doer = known_person(who, field="who") if who.strip() else HR
    if not today() <= due <= found.last_day + timedelta(days=60):
        raise Invalid(_("Choose a date to come, at most two months after the last day."), field="due")
    task = Task(secrets.token_hex(4), text, doer, due)
    found.tasks = (*found.tasks, task)
    _index(found, task, there=True)
    if doer != HR:
        tell("departures.task", thing=f"{found.userid}/{task.id}", actor=actor, recipients=[doer])
    return task


def remove_task(found: Departure, task_id: str, *, actor: str) -> None:
    """Remove a task that does not apply. Raises NotAllowed, Missing."""
    _check_hr(actor)
    task = _task(found, task_id)
    _index(found, task, there=False)
    found.tasks = tuple(one for one in found.tasks if one.id != task_id)


def move_tasks(found: Departure, shift: timedelta) -> None:
    """Move the open tasks by as much as the last day moved."""
    for task in [one for one in found.tasks if one.done is None]:
        _exchange(found, task, replace(task, due=max(task.due + shift, today())))


def pass_tasks_on(found: Departure) -> None:
    """Give the open tasks of somebody who has left to the manager, or to HR."""
    heir = people.manager_of(found.userid)
    for task in [one for one in found.tasks if one.done is None and one.who == found.userid]:
        _exchange(found, task, replace(task, who=heir if heir and people.has_access(heir) else HR))


def tasks_of(userid: str) -> list[tuple[str, str, Task]]:
    """Return (user id of who leaves, day due, task) of the open tasks of this person, or of "hr", by day."""
    trees = kept()
    rows = among(trees.tasks, userid) if trees is not None else []
    return [(leaver, day, _task(trees.departures[leaver], task_id)) for _who, day, leaver, task_id in rows]


def remind_task(userid: str, detail: str) -> None:
    """Tell who does a task on the day when it is due, unless it is done or was moved."""
    trees = kept()
    found = trees.departures.get(userid) if trees is not None else None
    task_id, _sep, day = detail.partition("/")
    task = next((one for one in found.tasks if one.id == task_id), None) if found is not None else None
    if task is None or task.done is not None or task.due.isoformat() != day:
        return
    recipients = people.hr_referents() if task.who == HR else [task.who]
    tell("departures.task", thing=f"{userid}/{task_id}", actor="", recipients=recipients)


def _task(found: Departure, task_id: str) -> Task:
    task = next((one for one in found.tasks if one.id == task_id), None)
    if task is None:
        raise Missing(_("There is no such task."))
    return task


def _check_hr(actor: str) -> None:
    if not can_plan(actor):
        raise NotAllowed(_("Only HR changes the checklist."))


def _exchange(found: Departure, old: Task, new: Task) -> None:
    _index(found, old, there=False)
    found.tasks = tuple(new if one.id == old.id else one for one in found.tasks)
    if new.done is None:
        _index(found, new, there=True)


def _index(found: Departure, task: Task, *, there: bool) -> None:
    toggle(writable().tasks, (task.who, task.due.isoformat(), found.userid, task.id), there)
    if there and morning(task.due) > now():
        schedule(morning(task.due), "task", found.userid, f"{task.id}/{task.due.isoformat()}")
