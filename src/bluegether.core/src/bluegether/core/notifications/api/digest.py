"""What a person's mail says, and the mailing itself: looked up when it is sent, never when it was queued.

A mail and the note that it was sent are one transaction: it leaves once, whatever happens to the server meanwhile.
"""

from bluegether.core.kit.clock import now
from bluegether.core.notifications import mail
from bluegether.core.notifications import storage
from bluegether.core.notifications.api import schedule
from bluegether.core.notifications.api.centre import Item
from bluegether.core.notifications.api.centre import item_of
from bluegether.core.notifications.api.centre import walk
from bluegether.core.notifications.api.choices import chosen
from bluegether.core.notifications.api.kinds import Hearer
from bluegether.core.notifications.api.kinds import said
from bluegether.core.people import api as people
from itertools import islice


BATCH = 100  # people in one transaction
MOST = 50  # notices in one mail
ONE_BY_ONE = 5  # of those who want each at once; when more wait they are put together


def send_due(limit: int = BATCH) -> int:
    """Send the mail of those who are due, the longest waiting first; return how many people were looked at."""
    kept = storage.trees()
    if kept is None:
        return 0
    line = kept.due["mail"]
    found = list(islice(line.until(storage.microseconds(now())), limit))
    for userid in found:
        line.take(userid)
        if people.account(userid) is not None and people.has_access(userid):
            _send(userid)
    return len(found)


def due_now() -> int:
    """Return how many people are due by mail or push at this moment."""
    kept, moment = storage.trees(), storage.microseconds(now())
    if kept is None:
        return 0
    return sum(1 for channel in ("mail", "push") for _userid in kept.due[channel].until(moment))


def waiting(userid: str, channel: str) -> list[Item]:
    """Return what has not left by this channel yet, is unread, wanted and still this person's to know, newest first."""
    kept = storage.trees()
    line = kept.due[channel]
    found, early, hearer = [], line.early.get(userid, ()), Hearer(userid)
    for _newest, notice_id, group, is_unread in walk(userid, above=line.sent.get(userid, 0)):
        words = said(group, hearer, channel) if is_unread and notice_id not in early else None
        if words is not None:
            found.append(item_of(notice_id, group, True, words))
        if len(found) == MOST:
            break
    return found


def newest(userid: str) -> int:
    """Return the id of the newest notice there is for this person."""
    return next((newest for newest, _id, _group, _unread in walk(userid)), 0)


def _send(userid: str) -> None:
    moment, line = now(), storage.made().due["mail"]
    last = newest(userid)
    if last <= line.sent.get(userid, 0):
        return
    items = waiting(userid, "mail")
    may_leave = schedule.is_time(userid, moment)
    leaving = items if may_leave else [item for item in items if item.urgent]
    if leaving:
        _mail(userid, leaving)
        line.moment[userid] = storage.microseconds(moment)
    if may_leave or len(leaving) == len(items):
        line.left(userid, last)
        return
    if leaving:
        line.early[userid] = (*line.early.get(userid, ()), *(item.id for item in leaving))
    schedule.schedule(userid, "mail")


def _mail(userid: str, items: list[Item]) -> None:
    singly = chosen(userid, "rhythm") == "immediately" or all(item.urgent for item in items)
    if singly and len(items) <= ONE_BY_ONE:
        for item in reversed(items):
            mail.send_one(userid, item)
    else:
        mail.send_digest(userid, items, more=len(items) == MOST)
