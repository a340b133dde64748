"""What the room holds about a person, and how it forgets them."""

from bluegether.core.notifications import storage
from bluegether.core.notifications.api.delivery import remove
import secrets


FORMER = "former-"
ANNOUNCEMENT = "notifications.announcement"


def export(userid: str) -> dict:
    """Return what the person was told and chose as JSON-compatible data; no keys of devices."""
    kept = storage.trees()
    if kept is None:
        return {"notifications": [], "choices": {}, "devices": [], "urgent_messages": []}
    box, mine = kept.mailboxes.get(userid), kept.choices.get(userid)
    return {
        "notifications": [_exported(box, negative) for negative in box.order.values()] if box is not None else [],
        "choices": _chosen(mine) if mine is not None else {},
        "devices": [
            {"name": device.name, "added": device.added.isoformat()}
            for device in (mine.devices.values() if mine is not None else ())
        ],
        "urgent_messages": [
            {"title": found.title, "text": found.text, "sent": found.sent.isoformat()}
            for found in kept.announcements.values()
            if found.author == userid
        ],
    }


def erase(userid: str) -> None:
    """Forget the person's notices, choices and devices, and take them out of what others were told."""
    kept = storage.trees()
    if kept is None:
        return
    # An urgent message that was sent stays, without its author's name.
    kept.forget_mailbox(userid)
    kept.choices.pop(userid, None)
    for line in kept.due.values():
        line.forget(userid)
    for other in list(kept.caused.pop(userid, ())):
        if other in kept.mailboxes:
            _leave_out(kept.mailboxes[other], userid)
    _leave_out_of_many(kept, userid)
    for found in kept.announcements.values():
        if found.author == userid:
            found.author = FORMER + secrets.token_hex(6)


def _leave_out_of_many(kept, userid: str) -> None:
    for negative, many in list(kept.for_many.items()):
        if many.recipients is not None and userid in many.recipients:
            many.recipients.remove(userid)
        if userid in many.group.actors and many.group.kind == ANNOUNCEMENT:
            many.group = many.group._replace(actors=())
        elif userid in many.group.actors or userid in storage.about(many.group.thing):
            del kept.for_many[negative]


def _leave_out(box, userid: str) -> None:
    for negative, group in list(box.groups.items()):
        others = tuple(actor for actor in group.actors if actor != userid)
        if userid in storage.about(group.thing) or (group.actors and not others):
            remove(box, negative)
        elif others != group.actors:
            box.groups[negative] = group._replace(actors=others)


def _exported(box, negative: int) -> dict:
    group = box.groups[negative]
    return {
        "kind": group.kind,
        "thing": group.thing,
        "told": storage.moment_of(group.last).isoformat(),
        "read": negative not in box.unread,
    }


def _chosen(mine) -> dict:
    names = ("rhythm", "hour", "weekday", "quiet_from", "quiet_until", "discreet", "channels")
    return {name: getattr(mine, name) for name in names}
