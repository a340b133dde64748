"""Who is told of what: the end of somebody's mission weeks before, each once; new, longer and shorter periods."""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import today
from bluegether.core.kit.notice import tell as tell_people
from bluegether.core.missions.api import states
from bluegether.core.missions.api.rules import account_manager
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.storage import KEY
from bluegether.core.missions.storage import last_days
from bluegether.core.missions.storage import Missions
from bluegether.core.missions.storage import Record
from bluegether.core.people import api as people
from dataclasses import dataclass
from datetime import date
from plone import api


OVER = -1  # in the place of weeks: both sides were asked
RECENT = 31  # days: what ended before was over when it was entered
# What was done to a mission -> kind of the notice
CHANGES = {"extended": "missions.extended", "shortened": "missions.shortened", "replaced": "missions.shortened"}


@dataclass(frozen=True)
class Alert:
    """Somebody's work on a mission ends: on which day (an ordinal), and which of the settings' weeks says so."""

    userid: str
    end: int
    weeks: int


def pending(record: Record) -> list[Alert]:
    """Return the alerts that are due now and were not told for this end yet; an extension makes another end of it."""
    day, trees = today().toordinal(), kept()
    found = []
    for userid, end in last_days(record).items():
        due = [number for number in states.weeks().alerts if 0 <= end - day <= 7 * number]
        told_end, told_weeks = trees.told.get((record.uid, userid), (0, 0)) if trees is not None else (0, 0)
        if due and not (told_end == end and told_weeks <= min(due)):
            found.append(Alert(userid, end, min(due)))
    return found


def alert(record: Record) -> None:
    """Tell the alerts that are due, and remember them."""
    trees = store(api.portal.get(), KEY, Missions)
    for one in pending(record):
        thing = f"{record.uid}/{one.userid}/{date.fromordinal(one.end).isoformat()}/{one.weeks}"
        tell_people("missions.ending", thing=thing, actor="", recipients=circle(record, one.userid))
        trees.told[(record.uid, one.userid)] = (one.end, one.weeks)


def over(record: Record) -> list[str]:
    """Return whose work on the mission ended in the last weeks and who were not asked yet how it went."""
    day, trees = today().toordinal(), kept()
    return [
        userid
        for userid, end in last_days(record).items()
        if day - RECENT <= end < day and (trees is None or trees.told.get((record.uid, userid)) != (end, OVER))
    ]


def ask(record: Record) -> None:
    """Ask both sides how it went, once for each end."""
    trees, ends = store(api.portal.get(), KEY, Missions), last_days(record)
    for userid in over(record):
        recipients = [one for one in (userid, account_manager(record.client)) if one]
        tell_people("missions.closing", thing=f"{record.uid}/{userid}", actor="", recipients=recipients)
        trees.told[(record.uid, userid)] = (ends[userid], OVER)


def circle(record: Record, userid: str) -> list[str]:
    """Return who has to know of one consultant's mission: they, their manager, the client's account manager."""
    return [one for one in (userid, people.manager_of(userid), account_manager(record.client)) if one]


def tell(record: Record, before: Record | None, *, what: str, actor: str, values: dict) -> None:
    """Tell those who come onto a mission, and the circle of somebody whose work on it changes."""
    old = {userid for userid, period in before.periods if period.confirmed} if before is not None else set()
    ahead = {userid for userid, one in record.periods if one.confirmed and one.end >= today()}
    for userid in sorted(ahead - old):
        recipients = circle(record, userid)[:2]
        tell_people("missions.assigned", thing=f"{record.uid}/{userid}", actor=actor, recipients=recipients)
    if what in CHANGES:
        userid = values["userid"]
        thing = f"{record.uid}/{userid}/{values.get('end') or values.get('day')}"
        tell_people(CHANGES[what], thing=thing, actor=actor, recipients=circle(record, userid))
