"""Reminders of a new version, by mail, to people who signed an earlier one and said nothing since."""

from bluegether.core.charter import mail
from bluegether.core.charter.api.signing import setting
from bluegether.core.charter.api.signing import status
from bluegether.core.charter.api.versions import charters
from bluegether.core.charter.interfaces import Status
from bluegether.core.charter.storage import Charters
from bluegether.core.kit.clock import now
from datetime import datetime
from datetime import timedelta
from itertools import islice


BATCH = 100
PERIODS = {"daily": timedelta(days=1), "weekly": timedelta(days=7)}
DONE = "\uffff"  # after every user id


def remind() -> int:
    """Mail the next batch of today's round to who must sign and is due a reminder; return how many mails.

    A round goes once a day through everyone who ever answered; nobody gets two mails within 20 hours. Who signed,
    or declined, is left alone at once. Writes nothing when the round is over or reminders are off.
    """
    kept = charters()
    period = PERIODS.get(setting("reminders"))
    if kept is None or kept.current is None or period is None:
        return 0
    today, last = now().date().isoformat(), ""
    if kept.round[0] == today:
        last = kept.round[1]
    if last == DONE:
        return 0
    userids = list(islice(kept.latest.keys(min=last or None, excludemin=bool(last)), BATCH))
    kept.round = (today, userids[-1] if len(userids) == BATCH else DONE)
    return sum(_remind(kept, userid, period) for userid in userids)


def _remind(kept: Charters, userid: str, period: timedelta) -> bool:
    where = status(userid)
    if where not in (Status.GRACE, Status.TO_SIGN) or not _due(kept.reminded.get(userid), period):
        return False
    grace = kept.current.grace_until if where is Status.GRACE else None
    if not mail.send_reminder(userid, label=kept.current.label, grace_until=grace):
        return False
    kept.reminded[userid] = now()
    return True


def _due(last: datetime | None, period: timedelta) -> bool:
    # Rounds do not start at the same second of each day: four hours of slack, never two mails in a day.
    return last is None or now() - last >= period - timedelta(hours=4)
