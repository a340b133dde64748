"""When somebody's mail or push message is due: known when a notice comes, looked at again when it leaves."""

from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.notifications import storage
from bluegether.core.notifications.api.choices import chosen
from bluegether.core.notifications.api.quiet import free_from
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC


TRIES = 21  # slots that are looked at for one that is not quiet


def next_mail(userid: str, moment: datetime) -> datetime | None:
    """Return when the person's mail may leave next, from this moment on; None when they want none."""
    rhythm = chosen(userid, "rhythm")
    if rhythm == "never":
        return None
    if rhythm == "immediately":
        return free_from(userid, moment)
    if rhythm == "hourly":
        return free_from(userid, _full_hour(moment) + timedelta(hours=1))
    return _quiet_slot(userid, moment, rhythm)


def is_time(userid: str, moment: datetime) -> bool:
    """Return whether mail may leave now: the rhythm's last slot has not been used, and it is not quiet."""
    if chosen(userid, "rhythm") == "never" or free_from(userid, moment) > moment:
        return False
    slot = last_slot(userid, moment)
    last = storage.made().due["mail"].moment.get(userid)
    return slot is None or last is None or last < storage.microseconds(slot)


def last_slot(userid: str, moment: datetime) -> datetime | None:
    """Return the latest moment, until this one, at which the rhythm lets a mail leave; None: at any time."""
    rhythm = chosen(userid, "rhythm")
    if rhythm == "immediately":
        return None
    if rhythm == "hourly":
        return _full_hour(moment)
    return _slot(userid, moment, rhythm, back=True)


def schedule(userid: str, channel: str, *, urgent: bool = False) -> None:
    """Let the person be due for this channel, no later than they are already."""
    if channel == "push" and not has_devices(userid):
        return
    line, moment = storage.made().due[channel], now()
    due = moment if urgent else _next(userid, channel, moment)
    key = storage.microseconds(due) if due is not None else None
    if key is not None and line.when.get(userid, key + 1) > key:
        line.put(userid, key)


def has_devices(userid: str) -> bool:
    """Return whether the person has a browser that takes push messages."""
    mine = storage.choices(userid)
    return mine is not None and bool(mine.devices)


def again(userid: str) -> None:
    """Work out anew when the person's mail is due, after they changed what they want."""
    line = storage.made().due["mail"]
    if userid in line.when:
        line.take(userid)
        schedule(userid, "mail")


def _next(userid: str, channel: str, moment: datetime) -> datetime | None:
    return next_mail(userid, moment) if channel == "mail" else free_from(userid, moment)


def _quiet_slot(userid: str, moment: datetime, rhythm: str) -> datetime:
    """Return the next slot that is not quiet; when all are, the end of the quiet after the first."""
    first = slot = _slot(userid, moment, rhythm)
    for _try in range(TRIES):
        if free_from(userid, slot) == slot:
            return slot
        slot = _slot(userid, slot, rhythm)
    return free_from(userid, first)


def _slot(userid: str, moment: datetime, rhythm: str, *, back: bool = False) -> datetime:
    """Return the person's next slot after the moment, or the last one until it."""
    here, step = local(moment), -1 if back else 1
    for days in range(15):
        day = here.date() + timedelta(days=days * step)
        if rhythm == "weekly" and day.weekday() != chosen(userid, "weekday"):
            continue
        found = datetime.combine(day, time(chosen(userid, "hour")), tzinfo=here.tzinfo).astimezone(UTC)
        if found <= moment if back else found > moment:
            return found
    return moment


def _full_hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)
