"""What time brings: one reminder each of preparing, signing and planning; the end of the legal time."""

from bluegether.core.career.api.careers import keep
from bluegether.core.career.api.careers import kept
from bluegether.core.career.api.careers import setting
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.circle import has_career
from bluegether.core.career.api.circle import hr_people
from bluegether.core.career.api.circle import manager_of
from bluegether.core.career.api.due import announced
from bluegether.core.career.api.due import months
from bluegether.core.career.api.interviews import both
from bluegether.core.career.api.interviews import thing_of
from bluegether.core.career.api.preparation import has_prepared
from bluegether.core.career.interfaces import BEFORE
from bluegether.core.career.interfaces import KINDS
from bluegether.core.career.interfaces import UNSIGNED
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import microseconds
from bluegether.core.kit import notice
from bluegether.core.kit.clock import now
from datetime import date
from dateutil.relativedelta import relativedelta
from itertools import islice


LIMIT = 100


def remind(limit: int = LIMIT) -> int:
    """Send the reminders whose time has come, at most `limit`, each once; return how many were looked at."""
    found = kept()
    if found is None:
        return 0
    ready = list(islice(found.reminders.items(max=microseconds(now())), limit))
    for key, (owner, interview_id, what) in ready:
        del found.reminders[key]
        career = stored_career(owner)
        one = career.interviews.get(interview_id) if career is not None else None
        if one is not None and one.reminders.get(what) == key:
            notice.tell(f"career.{what}", thing=thing_of(owner, one), actor="", recipients=_late(owner, one, what))
    return len(ready)


def _late(owner: str, one: Interview, what: str) -> list[str]:
    if what == "prepare" and one.state in BEFORE:
        return [userid for userid in both(owner, one) if not has_prepared(one, userid)]
    if what == "sign" and one.state in UNSIGNED:
        return [userid for userid in both(owner, one) if userid not in one.signatures]
    return []


def remind_due(limit: int = LIMIT) -> int:
    """Tell, once for each interview that becomes due, the person and their manager, or HR when there is none."""
    found = kept()
    if found is None:
        return 0
    return sum(_remind_kind(kind, limit) for kind in KINDS if months(kind) and kind in found.unreminded)


def _remind_kind(kind: str, limit: int) -> int:
    line, last, interval = kept().unreminded[kind], announced(), relativedelta(months=months(kind))
    ready = []
    for ordinal, userid in islice(line, limit):
        if date.fromordinal(ordinal) + interval > last:
            break
        ready.append((ordinal, userid))
    for entry in ready:
        line.remove(entry)
        _tell_due(entry[1], kind)
    return len(ready)


def _tell_due(owner: str, kind: str) -> None:
    if has_career(owner):
        manager = manager_of(owner)
        circle = [owner, manager] if manager else [owner, *hr_people()]
        notice.tell("career.due", thing=f"{owner}/due/{kind}", actor="", recipients=circle)


def forget_archived(limit: int = LIMIT) -> int:
    """Erase the signed interviews of people who are gone, once the legal time is over; return how many."""
    found = kept()
    if found is None:
        return 0
    last = microseconds(now() - relativedelta(years=setting("kept_years")))
    over = list(islice(found.archive.keys(max=last), limit))
    for key in over:
        del keep().archive[key]
    return len(over)
