"""The mission that a mid-mission interview is about: chosen among those that run, said as each reader may know it."""

from bluegether.core import _
from bluegether.core.career.api.circle import enter
from bluegether.core.career.storage import Interview
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions import api as missions
from bluegether.core.missions.interfaces import Shown


def running_missions(owner: str, *, userid: str) -> list[tuple[str, str]]:
    """Return (UID, words) of the person's missions that run, as this reader knows them; raise Missing outside the
    circle."""
    enter(owner, userid)
    return [(one.uid, _words(one)) for one in missions.missions_of(owner, reader=userid) if one.running]


def mission_of(owner: str, one: Interview, *, userid: str) -> str:
    """Return what this reader may know of the interview's mission; empty without one, and for who may not know it."""
    record = missions.record(one.mission) if one.mission else None
    shown = missions.shown(record, userid, userid=owner) if record is not None else None
    return _words(shown) if shown is not None else ""


def checked_mission(owner: str, kind: str, uid, *, userid: str) -> str:
    """Return the UID of the mission that is to be talked of, empty for none; raise Invalid."""
    if uid in (None, ""):
        return ""
    if kind != "mission":
        raise Invalid(_("Only a mid-mission interview is about one mission."), field="mission")
    if uid not in dict(running_missions(owner, userid=userid)):
        raise Invalid(_("This is no running mission of the person."), field="mission")
    return uid


def _words(shown: Shown) -> str:
    return " – ".join(filter(None, (shown.title, shown.client)))
