"""What a person chooses for themselves: pin, mute, block, read receipts. Nobody else is told."""

from bluegether.core import _
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.messaging.api import reading
from bluegether.core.messaging.api import rules
from bluegether.core.messaging.api.delivery import change_unread
from bluegether.core.messaging.storage import add_to
from bluegether.core.messaging.storage import discard
from bluegether.core.messaging.storage import made


def pin(conversation_id: int, *, userid: str) -> None:
    """Keep the conversation on top of one's list. Raises Missing; Conflict when there are ten."""
    found, box = reading.conversation(conversation_id, userid=userid), made().box(userid)
    if found.id in box.pinned:
        return
    if len(box.pinned) >= rules.PINNED:
        raise Conflict(
            _("At most ${count} conversations are pinned: unpin one first.", mapping={"count": rules.PINNED})
        )
    box.pinned.insert(found.id)


def unpin(conversation_id: int, *, userid: str) -> None:
    """Let it go back to its place. Raises Missing."""
    found = reading.conversation(conversation_id, userid=userid)
    discard(made().box(userid).pinned, found.id)


def mute(conversation_id: int, *, userid: str) -> None:
    """Be told nothing of the conversation; it does not count as unread in the bar. Raises Missing."""
    _set_muted(conversation_id, userid, True)


def unmute(conversation_id: int, *, userid: str) -> None:
    """Be told again. Raises Missing."""
    _set_muted(conversation_id, userid, False)


def _set_muted(conversation_id: int, userid: str, muted: bool) -> None:
    found = reading.conversation(conversation_id, userid=userid)
    found.participants[userid].muted = muted
    change_unread(found, userid, 0)


def block(other: str, *, userid: str) -> None:
    """Let nothing that the other writes reach the person, who is not heard of elsewhere either. The other is not told.

    Raises Missing for nobody of the network, Invalid for oneself.
    """
    rules.require_writer(userid)
    if not isinstance(other, str) or not rules.is_member(other):
        raise Missing(_("There is no such member."), field="person")
    if other == userid:
        raise Invalid(_("You cannot block yourself."), field="person")
    kept = made()
    kept.box(userid).blocked.insert(other)
    add_to(kept.blockers, other, userid)


def unblock(other: str, *, userid: str) -> None:
    """Let the other write again; what they wrote meanwhile stays unseen."""
    rules.require_writer(userid)
    if reading.has_blocked(userid, other):
        kept = made()
        kept.box(userid).blocked.remove(other)
        discard(kept.blockers[other], userid)


def accept_receipts(accept, *, userid: str) -> None:
    """Show what one has read, and see it of those who do the same. Raises Invalid; Conflict where it is off."""
    rules.require_writer(userid)
    if not isinstance(accept, bool):
        raise Invalid(_("Send true or false."), field="receipts")
    if accept and not rules.setting("receipts"):
        raise Conflict(_("Read receipts are switched off on this portal."), field="receipts")
    box = made().box(userid)
    if box.receipts != accept:
        box.receipts = accept
