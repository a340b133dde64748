"""The verbs and questions of the launch: who does which step by when, how far it is, what proves it.

Every change names the `revision` that its author was looking at: a step that changed since is not overwritten.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.onboarding.api import checks
from bluegether.core.onboarding.api.facts import candidates
from bluegether.core.onboarding.api.facts import Fact
from bluegether.core.onboarding.api.facts import fact
from bluegether.core.onboarding.api.facts import name
from bluegether.core.onboarding.api.privacy import forget
from bluegether.core.onboarding.api.privacy import held
from bluegether.core.onboarding.api.steps import BY_ID
from bluegether.core.onboarding.api.steps import Definition
from bluegether.core.onboarding.api.steps import STEPS
from bluegether.core.onboarding.events import LaunchStepDone
from bluegether.core.onboarding.storage import EMPTY
from bluegether.core.onboarding.storage import KEY
from bluegether.core.onboarding.storage import Launch
from bluegether.core.onboarding.storage import Record
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from zope.event import notify


__all__ = [
    "Entry",
    "Progress",
    "Step",
    "StepChanged",
    "assign",
    "can_lead",
    "can_report",
    "candidates",
    "forget",
    "held",
    "history",
    "name",
    "owned",
    "plan",
    "progress",
    "report",
    "save",
    "step",
    "steps",
]
PERMISSION = "BlueGether: Lead Launch"
LEADERS = ("owner", "target")  # only who leads the launch changes these; the rest is the owner's too
SETTLED = ("done", "not_needed")


@dataclass(frozen=True)
class Step:
    """One step as it stands: what people said of it, and what the portal sees."""

    definition: Definition
    fact: Fact | None
    revision: int
    owner: str
    target: date | None
    state: str
    done: date | None
    evidence: str
    note: str
    reason: str
    answers: dict

    @property
    def id(self) -> str:
        return self.definition.id

    @property
    def settled(self) -> bool:
        return self.state in SETTLED

    @property
    def late(self) -> bool:
        return not self.settled and self.target is not None and self.target < local(now()).date()


@dataclass(frozen=True)
class Progress:
    """How far the launch is: `next` is the id of the first step that is not settled, empty when all are."""

    settled: int
    total: int
    late: int
    next: str
    begun: bool

    @property
    def percent(self) -> int:
        return round(100 * self.settled / self.total)


@dataclass(frozen=True)
class Entry:
    """Who changed what when; `changes` are (name of the value, before, after)."""

    happened: datetime
    actor: str
    step: str
    revision: int
    changes: tuple


class StepChanged(Conflict):
    """Somebody changed the step since it was read; `changes` are their entries, oldest first."""

    def __init__(self, step_id: str, changes: list[Entry]):
        super().__init__(_("Somebody changed this step in the meantime. See what changed, then save again."))
        self.step_id = step_id
        self.changes = changes


def steps() -> list[Step]:
    """Return every step as it stands, in the order of a launch."""
    launch = stored(api.portal.get(), KEY)
    return [_step(definition, launch) for definition in STEPS]


def step(step_id: str) -> Step:
    """Return one step as it stands; raise Missing for an unknown id."""
    return _step(_definition(step_id), stored(api.portal.get(), KEY))


def progress() -> Progress:
    """Return how far the launch is."""
    found = steps()
    waiting = [each for each in found if not each.settled]
    return Progress(
        settled=len(found) - len(waiting),
        total=len(found),
        late=sum(each.late for each in found),
        next=waiting[0].id if waiting else "",
        begun=any(each.revision or each.settled for each in found),
    )


def history(limit: int = 20, *, step_id: str = "") -> list[Entry]:
    """Return the latest changes, newest first: of one step when it is named."""
    launch = stored(api.portal.get(), KEY)
    found = []
    for moment in reversed(launch.history.keys() if launch is not None else ()):
        entry = _entry(moment, launch.history[moment])
        if not step_id or entry.step == step_id:
            found.append(entry)
        if len(found) == limit:
            break
    return found


def owned(userid: str) -> list[Step]:
    """Return the steps that wait for this person."""
    launch = stored(api.portal.get(), KEY)
    mine = [name for name, record in launch.records.items() if record.values["owner"] == userid] if launch else []
    return [each for each in map(step, mine) if not each.settled]


def can_lead(userid: str) -> bool:
    """Return whether the person leads the launch: sponsor, animator, administrator."""
    current = api.user.get_current()
    if current.getId() == userid:
        return api.user.has_permission(PERMISSION, user=current)
    user = api.user.get(userid=userid)
    return user is not None and api.user.has_permission(PERMISSION, user=user)


def can_report(step_id: str, userid: str) -> bool:
    """Return whether the person may say how far the step is: its owner, and who leads the launch."""
    return step(step_id).owner == userid or can_lead(userid)


def assign(step_id: str, *, owner: str, revision: int, actor: str) -> Step:
    """Give the step to a member (empty: to nobody). Raises as `save` does."""
    return save(step_id, {"owner": owner}, revision=revision, actor=actor)


def plan(step_id: str, *, target: str, revision: int, actor: str) -> Step:
    """Set the day on which the step should be done, as an ISO text (empty: none). Raises as `save` does."""
    return save(step_id, {"target": target}, revision=revision, actor=actor)


def report(step_id: str, *, revision: int, actor: str, **values) -> Step:
    """Say how far the step is: `state`, `done`, `evidence`, `note`, `reason`, `answers`. Raises as `save` does."""
    return save(step_id, values, revision=revision, actor=actor)


def save(step_id: str, values: dict, *, revision: int, actor: str) -> Step:
    """Change several values of a step at once and return it as it then stands.

    Raises Missing (no such step), NotAllowed, StepChanged (somebody else changed it since `revision`), Invalid
    (a bad value; done without its required answers; not needed without a reason) and Conflict (done, although
    the portal sees that it is not).
    """
    definition, before = _definition(step_id), step(step_id)
    _check_allowed(before, values, actor)
    if revision != before.revision:
        changes = [entry for entry in history(100, step_id=step_id) if entry.revision > revision]
        raise StepChanged(step_id, changes[::-1])
    after = _cleaned(definition, before, values)
    changes = tuple(
        (name, getattr(before, name), after[name]) for name in after if after[name] != getattr(before, name)
    )
    if changes:
        _write(step_id, after, changes, actor)
        if ("state", before.state, "done") in changes:
            notify(LaunchStepDone(api.portal.get(), step=step_id, actor=actor))
    return step(step_id)


def _definition(step_id: str) -> Definition:
    if step_id not in BY_ID:
        raise Missing(_("There is no such step of the launch."), field="step")
    return BY_ID[step_id]


def _step(definition: Definition, launch: Launch | None) -> Step:
    record = launch.records.get(definition.id) if launch is not None else None
    values = dict(record.values if record is not None else dict(EMPTY, answers={}))
    found = fact(definition.id)
    if definition.checked:
        values["state"] = _seen(found, values["state"])
    return Step(definition, found, record.revision if record is not None else 0, **values)


def _seen(found: Fact, said: str) -> str:
    """Return the state of a step that the portal checks: what it sees goes before what people said."""
    if found.holds:
        return "done"
    return "under_way" if said == "done" else said


def _entry(moment: int, kept: dict) -> Entry:
    return Entry(datetime.fromtimestamp(moment / 1_000_000, UTC), **kept)


def _check_allowed(before: Step, values: dict, actor: str) -> None:
    if can_lead(actor):
        return
    if before.owner != actor:
        raise NotAllowed(_("Only the owner of a step and those who lead the launch change it."))
    if any(name in values for name in LEADERS):
        raise NotAllowed(_("Only those who lead the launch choose the owner and the date."))


def _cleaned(definition: Definition, before: Step, values: dict) -> dict:
    """Return the values with their rules checked, each alone, then together."""
    unknown = set(values) - {*EMPTY, "answers"}
    if unknown:
        raise Invalid(_("There is no value called ${name}.", mapping={"name": sorted(unknown)[0]}))
    single = {
        "owner": checks.owner,
        "target": checks.day,
        "state": checks.state,
        "done": checks.done,
        "evidence": checks.evidence,
        "note": checks.text,
        "reason": checks.text,
    }
    found = {name: single[name](value, name) for name, value in values.items() if name in single}
    if "answers" in values:
        given = before.answers | checks.answers(definition, values["answers"])
        found["answers"] = {name: answer for name, answer in given.items() if answer is not None}
    whole = {name: getattr(before, name) for name in (*EMPTY, "answers")} | found
    return checks.together(definition, whole, holds=before.fact is not None and before.fact.holds)


def _write(step_id: str, values: dict, changes: tuple, actor: str) -> None:
    launch = store(api.portal.get(), KEY, Launch)
    record = launch.records.get(step_id)
    if record is None:
        record = launch.records[step_id] = Record()
    record.values = values
    record.revision += 1
    moment = int(now().timestamp() * 1_000_000)
    while moment in launch.history:
        moment += 1
    launch.history[moment] = {"actor": actor, "step": step_id, "revision": record.revision, "changes": changes}
