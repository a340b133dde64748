"""What a mission may be: every way in is checked here, against what was kept before."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions.api.periods import peak
from bluegether.core.missions.api.periods import periods
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.interfaces import Period
from bluegether.core.missions.storage import Record
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills


Rows = tuple[tuple[str, Period], ...]


class Overload(Conflict):
    """Somebody would work more than full time: `accept` it, or change the shares."""


def check(record: Record, before: Record | None, *, accepted: bool) -> None:
    """Raise Invalid or Conflict when the mission cannot be so; Overload (409) unless `accepted`."""
    _check_client(record, before)
    _check_rows(record, before)
    _check_kept(record, before)
    _check_overlaps(record)
    _check_skills(record, before)
    if not accepted:
        _check_load(record, before)


def _check_client(record: Record, before: Record | None) -> None:
    trees = kept()
    if trees is None or record.client not in trees.clients:
        raise Invalid(_("There is no such client."), field="client")
    if not record.title.strip():
        raise Invalid(_("This is required."), field="title")


def _check_rows(record: Record, before: Record | None) -> None:
    known = {userid for userid, _period in before.rows} if before is not None else set()
    for userid, period in record.rows:
        if period.end < period.start:
            message = _("${person}: the last day is before the first.", mapping={"person": name(userid)})
            raise Invalid(message, field="consultants")
        person = people.account(userid)
        if userid not in known and (person is None or person.kind == "client"):
            message = _("There is no member “${text}”.", mapping={"text": userid[:80]})
            raise Invalid(message, field="consultants")


def _check_kept(record: Record, before: Record | None) -> None:
    """What was agreed stays readable: a confirmed period is neither moved nor cut by editing it."""
    if before is None:
        return
    rows = dict.fromkeys(record.rows)
    starts = {(userid, period.start) for userid, period in record.rows}
    for userid, period in before.rows:
        if not period.confirmed or (userid, period) in rows:
            continue
        begun = period.start <= today()
        if begun or (userid, period.start) in starts:
            mapping = {"person": name(userid), "start": spoken(period.start), "end": spoken(period.end)}
            message = _(
                "The confirmed period of ${person}, ${start} to ${end}, stays as agreed. To extend it, add a period; "
                "to stop before, end it early.",
                mapping=mapping,
            )
            raise Invalid(message, field="consultants")


def _check_overlaps(record: Record) -> None:
    seen: dict[str, list[Period]] = {}
    for userid, period in sorted(record.periods):
        for other in seen.setdefault(userid, []):
            if other.start <= period.end and period.start <= other.end:
                mapping = {"person": name(userid), "start": spoken(period.start), "end": spoken(other.end)}
                message = _("${person} has two periods that overlap, ${start} to ${end}.", mapping=mapping)
                raise Invalid(message, field="consultants")
        seen[userid].append(period)


def _check_skills(record: Record, before: Record | None) -> None:
    known = set(before.skills) if before is not None else set()
    for skill_id in record.skills:
        if skill_id not in known and not skills.current(skill_id):
            message = _("“${text}” is not in the list of skills.", mapping={"text": skill_id[:80]})
            raise Invalid(message, field="skills")


def _check_load(record: Record, before: Record | None) -> None:
    old = set(before.periods) if before is not None else set()
    for userid, period in record.periods:
        if not period.confirmed or (userid, period) in old:
            continue
        elsewhere = [one for one in periods(userid) if one.confirmed and one.mission_uid != record.uid]
        here = [one for other, one in record.periods if other == userid and one.confirmed]
        load = peak([*elsewhere, *here], period.start, period.end)
        if load.share > 100:
            mapping = {
                "person": name(userid),
                "share": load.share,
                "start": spoken(load.start),
                "end": spoken(load.end),
                "others": peak(elsewhere, load.start, load.end).share,
            }
            message = _(
                "${person} would be booked at ${share} % from ${start} to ${end}, ${others} % of it on other missions. "
                "Confirm that this is wanted, or change the share.",
                mapping=mapping,
            )
            raise Overload(message, field="overload_accepted")


def name(userid: str) -> str:
    """Return the person's name, or the id of somebody who has no account (any more)."""
    person = people.account(userid)
    return person.fullname if person is not None else userid
