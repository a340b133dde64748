"""What is kept of a mission follows it: every addition and change, by form, REST or script, is settled here."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions.api import states
from bluegether.core.missions.api.alerts import over
from bluegether.core.missions.api.alerts import pending
from bluegether.core.missions.api.alerts import tell
from bluegether.core.missions.api.checks import check
from bluegether.core.missions.api.reindexing import note_manager
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.api.telling import tell_people
from bluegether.core.missions.interfaces import Period
from bluegether.core.missions.storage import EarlyEnd
from bluegether.core.missions.storage import Facts
from bluegether.core.missions.storage import FACTS_KEY
from bluegether.core.missions.storage import KEY
from bluegether.core.missions.storage import Missions
from bluegether.core.missions.storage import Record
from bluegether.core.skills import api as skills
from dataclasses import replace
from plone import api
from plone.uuid.interfaces import IUUID


def record_of(mission) -> Record | None:
    """Return what lists know of this mission, None before it was settled."""
    trees = kept()
    return trees.records.get(IUUID(mission)) if trees is not None else None


def facts(mission) -> Facts | None:
    """Return what happened to the mission, or None. Never writes."""
    return stored(mission, FACTS_KEY)


def early_ends(mission) -> tuple[EarlyEnd, ...]:
    """Return the facts that periods ended early."""
    found = facts(mission)
    return found.early_ends if found is not None else ()


def settle(mission, *, actor: str, what: str = "changed", values: dict | None = None) -> Record:
    """Check a mission that was added or changed, keep what lists know of it, move it, note it.

    Raises Conflict for a change made from an old revision, and what `checks.check` raises: the caller must see to it
    that nothing of the change is kept then.
    """
    trees = store(api.portal.get(), KEY, Missions)
    before = trees.records.get(IUUID(mission))
    if before is not None and mission.revision != before.revision:
        raise Conflict(_("This was changed meanwhile, in another window or by somebody else. Reload the page."))
    record = _made(mission, before)
    check(record, before, accepted=bool(mission.overload_accepted))
    mission.revision, mission.overload_accepted = record.revision, False
    _put(trees, record)
    for userid in record.userids:
        note_manager(userid)
    follow(mission, record, actor=actor)
    tell(record, before, what=what, actor=actor, values=values or {})
    note(mission, what if before is not None else "created", actor=actor, values=values)
    return record


def follow(mission, record: Record, *, actor: str) -> None:
    """Move the mission as its dates ask for, and say when it is looked at next."""
    trees = store(api.portal.get(), KEY, Missions)
    state = states.move(mission, record, actor=actor)
    if state != record.state:
        _put(trees, replace(record, state=state))
    now_due = pending(record) or over(record)
    trees.plan(record.uid, today().toordinal() if now_due else states.next_day(record, today()))
    tell_people(record.userids)


def forget_mission(mission) -> None:
    """Forget a mission that is deleted."""
    trees = kept()
    if trees is not None:
        before = trees.records.get(IUUID(mission))
        trees.forget(IUUID(mission))
        _tell(before, None)


def note(mission, what: str, *, actor: str, values: dict | None = None) -> None:
    """Add a line to the mission's history; `values` are plain and hold no amount."""
    history = store(mission, FACTS_KEY, Facts).history
    key = int(now().timestamp() * 1_000_000)
    while key in history:
        key += 1
    history[key] = (actor, what, dict(values or {}))


def _put(trees: Missions, record: Record) -> None:
    before = trees.records.get(record.uid)
    trees.put(record)
    _tell(before, record)


def _tell(before: Record | None, after: Record | None) -> None:
    """Let others know whose periods changed."""
    changed = set(before.periods if before is not None else ()) ^ set(after.periods if after is not None else ())
    tell_people(userid for userid, _period in changed)


def _made(mission, before: Record | None) -> Record:
    uid = IUUID(mission)
    rows = tuple(_agreed(row, uid) for row in mission.consultants or ())
    return Record(
        uid,
        mission.title or "",
        mission.client or "",
        before.state if before is not None else states.PLANNED,
        mission.place or "",
        rows,
        _periods(rows, early_ends(mission)),
        tuple(dict.fromkeys(skills.current(skill_id) or skill_id for skill_id in mission.skills or ())),
        before.revision + 1 if before is not None else 1,
    )


def _agreed(row: dict, uid: str) -> tuple[str, Period]:
    if not (row.get("userid") and row.get("start") and row.get("end")):
        raise Invalid(_("Each row needs a consultant, a first and a last day."), field="consultants")
    share = 100 if row.get("share") is None else row["share"]
    return row["userid"], Period(row["start"], row["end"], share, bool(row.get("confirmed")), uid)


def _periods(rows: tuple, ends: tuple[EarlyEnd, ...]) -> tuple[tuple[str, Period], ...]:
    """Return the rows as they are: cut by early ends, without those that were to begin later."""
    found = [(row, _effective(row, ends)) for row in rows]
    return tuple(cut for row, cut in found if cut == row or cut[1].end >= cut[1].start)


def _effective(row: tuple[str, Period], ends: tuple[EarlyEnd, ...]) -> tuple[str, Period]:
    userid, period = row
    for fact in reversed(ends):
        if (fact.userid, fact.start) == (userid, period.start):
            return userid, replace(period, end=fact.day)
    return row
