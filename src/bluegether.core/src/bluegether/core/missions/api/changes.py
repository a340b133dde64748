"""Verbs on the periods of a mission: extension, early end, replacement. What was agreed is never edited."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.text import cleaned
from bluegether.core.missions.api.keeping import record_of
from bluegether.core.missions.api.keeping import settle
from bluegether.core.missions.api.rules import can_manage
from bluegether.core.missions.interfaces import Period
from bluegether.core.missions.storage import EarlyEnd
from bluegether.core.missions.storage import Facts
from bluegether.core.missions.storage import FACTS_KEY
from bluegether.core.people import api as people
from datetime import date
from datetime import timedelta


MAX_REASON = 500
DAY = timedelta(days=1)


def extend(
    mission,
    userid: str,
    *,
    actor: str,
    revision: int,
    end: date,
    start: date | None = None,
    share: int | None = None,
    confirmed: bool = True,
    accept: bool = False,
) -> None:
    """Add a period of somebody who is on the mission, from the day after the last one unless told otherwise.

    `revision` is the one that was read. Raises NotAllowed, Conflict (changed meanwhile), Invalid, Overload.
    """
    last = max(_periods(mission, userid, actor, revision), key=lambda one: one.end)
    row = {
        "userid": userid,
        "start": start or last.end + DAY,
        "end": end,
        "share": _share(share if share is not None else last.share),
        "confirmed": confirmed,
    }
    values = {"userid": userid, "start": row["start"].isoformat(), "end": end.isoformat()}
    _apply(mission, rows=[row], what="extended", actor=actor, accept=accept, values=values)


def end_early(mission, userid: str, *, actor: str, revision: int, day: date, reason: str) -> None:
    """Note that somebody's confirmed work ends on this day, before what was agreed, and why; the agreement stays.

    Periods that begin later fall away. Raises NotAllowed, Conflict, Invalid.
    """
    reason = _reason(reason)
    ends = _cut(_periods(mission, userid, actor, revision), userid, day, reason, actor)
    values = {"userid": userid, "day": day.isoformat(), "reason": reason}
    _apply(mission, ends=ends, what="shortened", actor=actor, values=values)


def replace_by(
    mission, userid: str, by: str, *, actor: str, revision: int, day: date, reason: str, accept: bool = False
) -> None:
    """Let somebody take over from another on this day, until the last day that was agreed, with the same share.

    Raises NotAllowed, Conflict, Invalid, Overload.
    """
    reason = _reason(reason)
    mine = _periods(mission, userid, actor, revision)
    if by == userid or not _is_member(by):
        raise Invalid(_("Choose another member."), field="by")
    ends = _cut(mine, userid, day - DAY, reason, actor)
    left = [one for one in mine if one.confirmed and one.end >= day]
    rows = [
        {"userid": by, "start": max(day, one.start), "end": one.end, "share": one.share, "confirmed": True}
        for one in left
    ]
    values = {"userid": userid, "by": by, "day": day.isoformat(), "reason": reason}
    _apply(mission, rows=rows, ends=ends, what="replaced", actor=actor, accept=accept, values=values)


def _periods(mission, userid: str, actor: str, revision: int) -> list[Period]:
    """Return the person's periods, after the checks that all verbs begin with."""
    if not can_manage(actor):
        raise NotAllowed(_("Only sales and direction keep clients and missions."))
    record = record_of(mission)
    if record is None or record.revision != revision:
        raise Conflict(_("This was changed meanwhile, in another window or by somebody else. Reload the page."))
    mine = [period for other, period in record.periods if other == userid]
    if not mine:
        raise Invalid(_("This person is not on the mission."), field="userid")
    return mine


def _cut(mine: list[Period], userid: str, day: date, reason: str, actor: str) -> list[EarlyEnd]:
    """Return the facts that end the person's confirmed work on this day."""
    later = [one for one in mine if one.confirmed and one.end > day]
    if not later:
        last = max((one.end for one in mine if one.confirmed), default=None)
        if last is None:
            raise Invalid(_("Nothing is confirmed: edit the mission instead."), field="day")
        message = _("The work ends on ${day} as agreed.", mapping={"day": spoken(last)})
        raise Invalid(message, field="day")
    if day < min(one.start for one in mine if one.confirmed):
        raise Invalid(_("This day is before the work began."), field="day")
    return [EarlyEnd(userid, one.start, one.end, day, reason, actor, now()) for one in later]


def _apply(mission, *, what: str, actor: str, rows=(), ends=(), accept: bool = False, values: dict) -> None:
    """Put new rows and facts in place and settle; put everything back when that is refused."""
    facts = store(mission, FACTS_KEY, Facts)
    before = (mission.consultants, facts.early_ends)
    mission.consultants = [*(mission.consultants or ()), *rows]
    facts.early_ends = (*facts.early_ends, *ends)
    mission.overload_accepted = accept
    try:
        settle(mission, actor=actor, what=what, values=values)
    except Exception:
        mission.consultants, facts.early_ends = before
        mission.overload_accepted = False
        raise
    mission.reindexObject()
    mission.reindexObjectSecurity()


def _reason(text: str) -> str:
    reason = cleaned(text)
    if not reason:
        raise Invalid(_("Say why, in a few words."), field="reason")
    if len(reason) > MAX_REASON:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": MAX_REASON}), field="reason")
    return reason


def _share(share: int) -> int:
    if not 1 <= share <= 100:
        raise Invalid(_("A share is between 1 and 100 percent."), field="share")
    return share


def _is_member(userid: str) -> bool:
    person = people.account(userid)
    return person is not None and person.kind != "client" and people.has_access(userid)
