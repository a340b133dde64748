"""States follow the dates: planned, running, ending, ended; what the timer looks at, and when."""

from bluegether.core.kit.clock import today
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.events import MissionAnnounced
from bluegether.core.missions.events import MissionEnded
from bluegether.core.missions.events import MissionEnding
from bluegether.core.missions.events import MissionStarted
from bluegether.core.missions.interfaces import ENDED
from bluegether.core.missions.interfaces import ENDING
from bluegether.core.missions.interfaces import IMissionsSettings
from bluegether.core.missions.interfaces import PLANNED
from bluegether.core.missions.interfaces import RUNNING
from bluegether.core.missions.storage import last_days
from bluegether.core.missions.storage import Record
from dataclasses import dataclass
from datetime import date
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import queryUtility
from zope.event import notify


TRANSITIONS = {PLANNED: "plan", RUNNING: "start", ENDING: "near_end", ENDED: "end"}


@dataclass(frozen=True)
class Weeks:
    """The settings, as numbers."""

    ending: int = 8
    alerts: tuple[int, ...] = (8, 4, 2)


def weeks() -> Weeks:
    """Return the settings in force."""
    registry = queryUtility(IRegistry)
    if registry is None or "bluegether.missions.ending_weeks" not in registry:
        return Weeks()
    settings = registry.forInterface(IMissionsSettings, prefix="bluegether.missions")
    return Weeks(settings.ending_weeks, tuple(sorted(set(settings.alert_weeks or ()), reverse=True)))


def confirmed_days(record: Record) -> tuple[int, int] | None:
    """Return the first and the last confirmed day as ordinals, or None without a confirmed period."""
    mine = [period for _userid, period in record.periods if period.confirmed]
    if not mine:
        return None
    return min(one.start for one in mine).toordinal(), max(one.end for one in mine).toordinal()


def due_state(record: Record, day: date) -> str:
    """Return the state that the dates ask for on this day."""
    days = confirmed_days(record)
    if days is None or day.toordinal() < days[0]:
        return PLANNED
    if day.toordinal() > days[1]:
        return ENDED
    return ENDING if days[1] - day.toordinal() < 7 * weeks().ending else RUNNING


def next_day(record: Record, day: date) -> int | None:
    """Return the ordinal of the next day on which something is due, None when nothing is."""
    days = confirmed_days(record)
    if days is None:
        return None
    turns = {days[0], days[1] - 7 * weeks().ending + 1, days[1] + 1}
    ends = last_days(record).values()
    turns |= {end - 7 * number for end in ends for number in weeks().alerts} | {end + 1 for end in ends}
    turns |= {one.start.toordinal() for _userid, one in record.periods if one.confirmed}
    return min((turn for turn in turns if turn > day.toordinal()), default=None)


def state_of(mission) -> str:
    """Return the state of a mission."""
    return api.content.get_state(mission, default=PLANNED)


def move(mission, record: Record, *, actor: str) -> str:
    """Bring a mission into the state that the dates ask for, tell it, and return the state."""
    before, wanted = state_of(mission), due_state(record, today())
    if before == wanted:
        return wanted
    with api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_workflow").doActionFor(mission, TRANSITIONS[wanted])
    for told in _told(before, wanted):
        notify(told(mission, actor=actor, userids=record.userids))
    if MissionStarted in _told(before, wanted):
        announce(mission, record)
    return wanted


def _told(before: str, wanted: str) -> list[type]:
    """Return the events of a move: an extension starts nothing anew, what is entered after its end ends nothing."""
    found = [MissionStarted] if before == PLANNED and wanted in (RUNNING, ENDING) else []
    if wanted == ENDING:
        found.append(MissionEnding)
    if wanted == ENDED and before != PLANNED:
        found.append(MissionEnded)
    return found


def announce(mission, record: Record) -> None:
    """Tell the network whose mission begins, unless nobody may know for whom."""
    client = kept().clients.get(record.client)
    if client is None or client.confidential:
        return
    day = today()
    for userid in record.userids:
        if any(one.confirmed and one.start <= day <= one.end for other, one in record.periods if other == userid):
            notify(MissionAnnounced(mission, actor=userid, client=client.title))
