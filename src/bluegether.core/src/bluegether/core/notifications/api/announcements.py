"""Urgent messages: written by animators and administrators, kept with their author, shown to their audience only."""

from bluegether.core import _
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.audience import includes
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell_audience
from bluegether.core.notifications import storage
from bluegether.core.notifications.storage import Announcement
from bluegether.core.people import api as people
from itertools import islice
from plone import api


KIND = "notifications.announcement"
MAX_TITLE = 120
MAX_TEXT = 4000
PERMISSION = "BlueGether: Send Urgent Message"


def can_announce() -> bool:
    """Return whether the signed-in person may send urgent messages."""
    return bool(api.user.has_permission(PERMISSION, obj=api.portal.get()))


def announce(*, title, text, userid: str, kinds: tuple[str, ...] = (), units: tuple[str, ...] = ()) -> int:
    """Send an urgent message and return its id. It reaches the portal, mail and browsers at once, quiet hours or not.

    Without kinds and units everyone but clients is meant. Raises NotAllowed, Invalid.
    """
    if not can_announce():
        raise NotAllowed(_("You may not send urgent messages."))
    audience = _audience(kinds, units)
    found = Announcement(
        title=_checked(title, "title", MAX_TITLE),
        text=_checked(text, "text", MAX_TEXT),
        audience=audience,
        author=userid,
        sent=now(),
    )
    kept = storage.made().announcements
    found_id = storage.free_id(found.sent, kept)
    kept[-found_id] = found
    tell_audience(KIND, thing=str(found_id), actor=userid, audience=audience, urgent=True)
    return found_id


def announcement(found_id: int, userid: str) -> Announcement:
    """Return an urgent message that was for this person, or that they wrote; raise Missing otherwise."""
    kept = storage.trees()
    found = kept.announcements.get(-found_id) if kept is not None else None
    if found is None or not (found.author == userid or _meant(found, userid)):
        raise Missing(_("This message does not exist (any more)."))
    return found


def announcements(limit: int = 50) -> list[tuple[int, Announcement]]:
    """Return the latest urgent messages with their ids, newest first. Raises NotAllowed: it says who sent what."""
    if not can_announce():
        raise NotAllowed(_("You may not send urgent messages."))
    kept = storage.trees()
    return [(-negative, found) for negative, found in islice(kept.announcements.items(), limit)] if kept else []


def _meant(found: Announcement, userid: str) -> bool:
    person = people.account(userid)
    if person is None or not people.has_access(userid):
        return False
    return person.arrived <= found.sent and includes(found.audience, userid)


def _audience(kinds, units) -> Audience:
    if not set(kinds) <= set(people.KINDS):
        raise Invalid(_("This kind of account does not exist."), field="kinds")
    if not set(units) <= set(people.units()):
        raise Invalid(_("This unit does not exist."), field="units")
    return Audience(kinds=tuple(kinds), units=tuple(units))


def _checked(value, field: str, maximum: int) -> str:
    plain = value.replace("\r\n", "\n").strip() if isinstance(value, str) else ""
    if field == "title":
        plain = " ".join(plain.split())
    if not plain:
        raise Invalid(_("Write something first."), field=field)
    if len(plain) > maximum:
        raise Invalid(_("At most ${maximum} signs are possible.", mapping={"maximum": maximum}), field=field)
    return plain
