"""What time brings: missions that begin, near their end, end; alerts. Only those that are due are woken."""

from bluegether.core.kit import found
from bluegether.core.kit.clock import today
from bluegether.core.missions.api.alerts import alert
from bluegether.core.missions.api.alerts import ask
from bluegether.core.missions.api.keeping import follow
from bluegether.core.missions.api.keeping import note
from bluegether.core.missions.api.rules import kept
from itertools import islice


LIMIT = 50


def run_due(limit: int = LIMIT) -> bool:
    """Do what is due, at most for `limit` missions; return whether there is more."""
    trees = kept()
    if trees is None:
        return False
    uids = [uid for _day, uid in islice(trees.due.keys(max=(today().toordinal() + 1, "")), limit + 1)]
    for uid in uids[:limit]:
        _do(trees, uid)
    return len(uids) > limit


def plan_all() -> None:
    """Look at every mission that has not ended again: the weeks of the settings are others."""
    trees = kept()
    for uid in list(trees.due_of) if trees is not None else ():
        trees.plan(uid, today().toordinal())


def _do(trees, uid: str) -> None:
    mission, record = found.anything(uid), trees.records.get(uid)
    if mission is None or record is None:
        trees.plan(uid, None)
        return
    alert(record)
    ask(record)
    follow(mission, record, actor="")
    if trees.records[uid].state != record.state:
        note(mission, "moved", actor="", values={"state": trees.records[uid].state})
        mission.reindexObject()
