"""The end of somebody's mission: what both sides say of it, objectives marked, what has to be done.

Seen by the consultant, their manager, the client's account manager and HR, and by nobody else whatever their role.
Each side reads the other's words once it has given its own; when both have, they stay.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.text import cleaned
from bluegether.core.missions.api.keeping import note
from bluegether.core.missions.api.keeping import record_of
from bluegether.core.missions.api.keeping import settle
from bluegether.core.missions.api.rules import account_manager
from bluegether.core.missions.api.states import weeks
from bluegether.core.missions.interfaces import MARKS
from bluegether.core.missions.storage import Closing
from bluegether.core.missions.storage import Facts
from bluegether.core.missions.storage import FACTS_KEY
from bluegether.core.missions.storage import KEY
from bluegether.core.missions.storage import last_days
from bluegether.core.missions.storage import Missions
from bluegether.core.missions.storage import Record
from bluegether.core.people import api as people
from plone import api


CONSULTANT, MANAGER, ACCOUNT, HR = "consultant", "manager", "account", "hr"
# Side that evaluates -> what it marks from 1 to 5
MARKED = {CONSULTANT: ("content", "support", "conditions"), ACCOUNT: ("client", "work")}
CHECKLIST = ("documents", "equipment", "cv", "feedback")
MAX_TEXT = 4000


def sides(record: Record, userid: str, reader: str) -> frozenset[str]:
    """Return what the reader is to the end of this consultant's mission; empty: they may not know of it."""
    if userid not in last_days(record) or not reader:
        return frozenset()
    roles, manager = people.roles_of(reader), account_manager(record.client)
    found = {
        CONSULTANT: reader == userid,
        MANAGER: reader == people.manager_of(userid),
        ACCOUNT: reader == manager or (not manager and "Sales Referent" in roles and reader != userid),
        HR: "HR Referent" in roles and reader != userid,
    }
    return frozenset(side for side, holds in found.items() if holds)


def is_open(record: Record, userid: str) -> bool:
    """Return whether the end is near enough, or past, to be spoken of."""
    end = last_days(record).get(userid)
    return end is not None and end - today().toordinal() < 7 * weeks().ending


def closing(mission, userid: str, *, reader: str) -> Closing:
    """Return what is kept of the end of this consultant's mission; raise Missing for who may not know of it."""
    _sides(mission, userid, reader)
    facts = stored(mission, FACTS_KEY)
    return facts.closings.get(userid) or Closing() if facts is not None else Closing()


def evaluations(mission, userid: str, *, reader: str) -> dict[str, dict]:
    """Return side -> what it said, as far as the reader may know it yet. Raises Missing."""
    mine, said = _sides(mission, userid, reader), closing(mission, userid, reader=reader).evaluations
    if mine & {MANAGER, HR} or len(said) == len(MARKED):
        return dict(said)
    return {side: values for side, values in said.items() if side in mine}


def evaluate(mission, userid: str, side: str, marks: dict[str, int], text: str, *, actor: str, revision: int) -> None:
    """Say how the mission went, as the consultant or as the account manager; until both sides have.

    Raises Missing, NotAllowed, Invalid, Conflict (too early, changed meanwhile, both have spoken).
    """
    if side not in _sides(mission, userid, actor) or side not in MARKED:
        raise NotAllowed(_("Each side speaks for itself."))
    kept = _writable(mission, userid, revision)
    if len(kept.evaluations) == len(MARKED):
        raise Conflict(_("Both sides have said how it went: it stays so."))
    for name in MARKED[side]:
        if type(marks.get(name)) is not int or not 1 <= marks[name] <= 5:
            raise Invalid(_("Give a mark from 1 to 5."), field=name)
    said = cleaned(text)
    if len(said) > MAX_TEXT:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": MAX_TEXT}), field="text")
    values = {name: marks[name] for name in MARKED[side]} | {"text": said, "by": actor, "at": now()}
    kept.evaluations = kept.evaluations | {side: values}
    kept.revision += 1
    store(api.portal.get(), KEY, Missions).evaluated.insert((record_of(mission).uid, userid, side))
    note(mission, "evaluated", actor=actor, values={"userid": userid})


def tick(mission, userid: str, key: str, done: bool, *, actor: str) -> None:
    """Note that something of the checklist is done, or not; whoever is concerned. Raises Missing, Invalid, Conflict."""
    _sides(mission, userid, actor)
    if key not in CHECKLIST:
        raise Invalid(_("${name} cannot be read.", mapping={"name": key[:40]}), field="key")
    kept = _writable(mission, userid, None)
    if (key in kept.done) == done:
        return
    left = {name: value for name, value in kept.done.items() if name != key}
    kept.done = left | ({key: (actor, now())} if done else {})


def mark_objectives(mission, userid: str, marks: list[str], *, actor: str, revision: int) -> None:
    """Mark the objectives, one mark or "" for each in their order: the manager or the account manager.

    `revision` is the mission's. Raises Missing, NotAllowed, Invalid, Conflict.
    """
    if not _sides(mission, userid, actor) & {MANAGER, ACCOUNT}:
        raise NotAllowed(_("The manager or the account manager marks the objectives."))
    rows = mission.objectives or []
    if record_of(mission).revision != revision:
        raise Conflict(_("This was changed meanwhile, in another window or by somebody else. Reload the page."))
    if len(marks) != len(rows) or any(mark and mark not in MARKS for mark in marks):
        raise Invalid(_("Give each objective one of the marks."), field="objectives")
    mission.objectives = [row | {"mark": mark or None} for row, mark in zip(rows, marks, strict=True)]
    settle(mission, actor=actor, what="marked", values={})


def waiting(userid: str) -> list[tuple[Record, str, str]]:
    """Return (mission, consultant, side) whose end waits for what this person has to say; wakes no mission."""
    trees = stored(api.portal.get(), KEY)
    if trees is None:
        return []
    mine = {period.mission_uid for period in trees.people.get(userid, ())}
    found = [(trees.records[uid], userid, CONSULTANT) for uid in mine]
    for client_uid in trees.of_manager.get(userid, ()):
        records = [trees.records[uid] for uid in trees.of_client.get(client_uid, ())]
        found += [(record, one, ACCOUNT) for record in records for one in last_days(record)]
    return [one for one in found if _waits(trees, *one)]


LATE = 90  # days after the end during which people are asked


def _waits(trees: Missions, record: Record, userid: str, side: str) -> bool:
    end, day = last_days(record).get(userid), today().toordinal()
    return end is not None and day - LATE <= end < day and (record.uid, userid, side) not in trees.evaluated


def _sides(mission, userid: str, reader: str) -> frozenset[str]:
    record = record_of(mission)
    found = sides(record, userid, reader) if record is not None else frozenset()
    if not found:
        raise Missing(_("There is nothing at this address."))
    return found


def _writable(mission, userid: str, revision: int | None) -> Closing:
    """Return what is kept, made when it is missing, after the checks that all changes begin with."""
    if not is_open(record_of(mission), userid):
        raise Conflict(_("It is too early: the end of this mission is not near."))
    closings = store(mission, FACTS_KEY, Facts).closings
    kept = closings.get(userid)
    if revision is not None and revision != (kept.revision if kept is not None else 0):
        raise Conflict(_("This was changed meanwhile, in another window or by somebody else. Reload the page."))
    if kept is None:
        kept = closings[userid] = Closing()
    return kept
