"""How a notice reaches people: a copy in each mailbox for a few, kept once for many."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.notice import Notice
from bluegether.core.notifications import storage
from bluegether.core.notifications.api.kinds import Hearer
from bluegether.core.notifications.api.kinds import kind_of
from bluegether.core.notifications.api.kinds import said
from bluegether.core.notifications.api.schedule import schedule
from bluegether.core.notifications.api.wanted import setting
from bluegether.core.notifications.interfaces import CHANNELS
from bluegether.core.notifications.storage import ForMany
from bluegether.core.notifications.storage import Group
from bluegether.core.people import api as people
from datetime import timedelta
from itertools import islice
import logging


logger = logging.getLogger(__name__)
FEW = 30  # people who get a copy each
COPIED = 200  # copies of notices for many in one run of the timer
PRUNED = 200  # mailboxes, or notices for many, in one run of the timer


def deliver(notice) -> None:
    """Put the notice before those who may and want to have it. What nobody can say is logged and left out."""
    kind = kind_of(notice.kind)
    if kind is None:
        logger.warning("There is no kind of notice called %s", notice.kind)
        return
    if notice.audience is not None or len(notice.recipients) > FEW:
        _keep_once(notice)
        return
    for userid in notice.recipients:
        _give(userid, notice)


def spread() -> int:
    """Carry notices for many on to those concerned (timer: the writer does not wait for it); return how many steps.

    Where an audience says who, everyone is only made due: the notice stays in one place. A long list of recipients is
    copied to their mailboxes bit by bit, so that these notices are grouped, and pages need not look through them.
    """
    kept = storage.trees()
    done = 0
    for notice_id in list(kept.to_spread) if kept is not None else ():
        many = kept.for_many.get(-notice_id)
        if many is not None and many.recipients is not None:
            done += _copy(many, COPIED - done)
            if many.recipients:
                break
            del kept.for_many[-notice_id]
        elif many is not None:
            done += _let_be_due(kept)
        kept.to_spread.remove(notice_id)
    return done


def prune() -> int:
    """Forget what was kept long enough, in bounded steps; return how much was looked at."""
    kept = storage.trees()
    if kept is None:
        return 0
    limit = storage.first_id(now() - timedelta(days=setting("kept_days")))
    old = list(islice(kept.for_many.keys(min=-limit), PRUNED))
    for negative in old:
        del kept.for_many[negative]
    boxes = list(islice(kept.oldest.keys(max=(limit, "")), PRUNED))
    for key in boxes:
        kept.oldest.remove(key)
        _prune_box(kept, key[1], limit)
    return len(old) + len(boxes)


def remove(box, negative: int) -> None:
    """Take a group out of a mailbox."""
    group = box.groups.pop(negative)
    del box.order[-group.last]
    close(box, negative, group)
    box.size.change(-1)


def close(box, negative: int, group: Group) -> None:
    """Let the group be read: what comes next begins a new one."""
    if negative in box.unread:
        box.unread.remove(negative)
    key = f"{group.kind} {group.thing}"
    if box.open.get(key) == negative:
        del box.open[key]


def _group(notice, notice_id: int) -> Group:
    return Group(notice.kind, notice.thing, (notice.actor,) if notice.actor else (), notice_id, notice.urgent)


def _keep_once(notice) -> None:
    kept = storage.made()
    notice_id = storage.free_id(notice.happened, kept.for_many)
    kept.for_many[-notice_id] = ForMany(_group(notice, notice_id), notice.audience, notice.recipients)
    kept.to_spread.insert(notice_id)


def _let_be_due(kept) -> int:
    """Let everyone be looked at by the timers that send: who belongs, and each one's rules, are asked there."""
    moment = storage.microseconds(now())
    for userid in people.userids():
        for channel in CHANNELS[1:] if userid in kept.choices else ("mail",):
            kept.due[channel].put(userid, min(moment, kept.due[channel].when.get(userid, moment)))
    return 1


def _copy(many: ForMany, limit: int) -> int:
    """Give the next recipients a copy each; who has read it in the meantime has read the copy."""
    group = many.group
    moment = storage.moment_of(group.last)
    notice = Notice(group.kind, group.thing, group.actors[0] if group.actors else "", (), group.urgent, None, moment)
    found = list(islice(many.recipients, max(limit, 1)))
    for userid in found:
        many.recipients.remove(userid)
        box = storage.mailbox(userid)
        was_read = box is not None and (group.last <= box.all_read or -group.last in box.read_for_many)
        negative = _give(userid, notice)
        if was_read and negative is not None:
            close(box, negative, box.groups[negative])
    return len(found)


def _give(userid: str, notice) -> int | None:
    """Put the notice into the person's mailbox and let them be due, if they may and want to have it.

    Returns the key of its group there, None when it was left out.
    """
    kind, hearer = kind_of(notice.kind), Hearer(userid)
    on = [channel for channel in CHANNELS if hearer.wants(kind, channel)] if kind is not None else []
    if not on or said(_group(notice, 0), hearer) is None:
        return None
    negative = _put(userid, notice)
    for channel in set(on) - {"portal"}:
        schedule(userid, channel, urgent=notice.urgent)
    return negative


def _put(userid: str, notice) -> int:
    box = storage.made_mailbox(userid)
    notice_id = storage.free_id(notice.happened, box.groups, box.order)
    negative = box.open.get(f"{notice.kind} {notice.thing}")
    if negative is None:
        negative = -notice_id
        _begin(box, userid, notice, notice_id)
    else:
        _join(box, negative, notice, notice_id)
    for named in {notice.actor, *storage.about(notice.thing)}:
        if named != userid and people.account(named) is not None:
            storage.made().remember(named, userid)
    return negative


def _begin(box, userid: str, notice, notice_id: int) -> None:
    if not box.order:
        storage.made().oldest.insert((notice_id, userid))
    box.groups[-notice_id] = _group(notice, notice_id)
    box.order[-notice_id] = -notice_id
    box.open[f"{notice.kind} {notice.thing}"] = -notice_id
    box.unread.insert(-notice_id)
    box.size.change(1)
    while box.size() > setting("kept_most"):
        remove(box, box.order[box.order.maxKey()])


def _join(box, negative: int, notice, notice_id: int) -> None:
    group = box.groups[negative]
    others = tuple(actor for actor in group.actors if actor != notice.actor)
    actors = (notice.actor, *others)[: storage.MAX_ACTORS] if notice.actor else others
    last = max(notice_id, group.last)
    del box.order[-group.last]
    box.order[-last] = negative
    box.groups[negative] = group._replace(actors=actors, last=last, urgent=group.urgent or notice.urgent)


def _prune_box(kept, userid: str, limit: int) -> None:
    box = kept.mailboxes.get(userid)
    if box is None:
        return
    for negative in list(box.order.values(min=-limit)):
        remove(box, negative)
    for negative in list(box.read_for_many.keys(min=-limit)):
        box.read_for_many.remove(negative)
    if box.order:
        kept.oldest.insert((-box.order.maxKey(), userid))
