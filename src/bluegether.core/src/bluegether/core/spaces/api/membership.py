"""Who enters, leaves and has which role."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.spaces.api import rules
from bluegether.core.spaces.api.making import space
from bluegether.core.spaces.events import MembershipChanged
from bluegether.core.spaces.interfaces import FREE
from bluegether.core.spaces.interfaces import MEMBER
from bluegether.core.spaces.interfaces import MODERATOR
from bluegether.core.spaces.interfaces import OWNER
from bluegether.core.spaces.interfaces import REQUEST
from bluegether.core.spaces.interfaces import ROLES
from bluegether.core.spaces.storage import Record
from datetime import datetime
from zope.event import notify


INVITE_MOST = 50
REASONS = {
    "done": _("The work here is done"),
    "noise": _("Too much is published"),
    "quiet": _("Too little happens"),
    "other_place": _("I find it elsewhere"),
    "not_mine": _("It does not concern me (any more)"),
    "other": _("Another reason"),
}


def join(uid: str, *, userid: str, moment: datetime | None = None) -> None:
    """Become a member of a space that is free to enter, or to which one is invited.

    Raises Missing when one may not know of it, NotAllowed, Conflict for an archived one or who is a member.
    """
    found = _enterable(uid, userid)
    if userid not in found.invited and (space(uid).joining != FREE or rules.is_outside(userid)):
        raise NotAllowed(_("This space is not free to enter: ask for it, or wait to be invited."))
    _enter(found, userid, MEMBER, moment)


def apply(uid: str, message: str = "", *, userid: str, moment: datetime | None = None) -> None:
    """Ask to become a member; who leads the space answers. Raises as `join`; Invalid for a long message."""
    found = _enterable(uid, userid)
    text = rules.checked_message(message)
    if space(uid).joining != REQUEST or rules.is_outside(userid):
        raise NotAllowed(_("This space takes no applications."))
    if userid in found.applied:
        raise Conflict(_("You have asked already: a moderator answers."))
    rules.trees().apply(found, userid, text, moment or now())
    tell("spaces.applied", thing=uid, actor=userid, recipients=list(found.moderators), happened=moment)


def withdraw(uid: str, *, userid: str) -> None:
    """Take one's application back, or decline an invitation; also when there is none."""
    rules.trees().forget_wish(rules.known(uid, userid), userid)


def accept(uid: str, applicant: str, *, actor: str) -> None:
    """Let somebody in who asked. Raises Missing, NotAllowed, Conflict for an archived space."""
    found = _application(uid, applicant, actor)
    rules.check_member(applicant)
    _enter(found, applicant, MEMBER)
    tell("spaces.accepted", thing=uid, actor=actor, recipients=[applicant])


def refuse(uid: str, applicant: str, *, actor: str) -> None:
    """Do not let somebody in who asked; they may ask again. Raises Missing, NotAllowed."""
    found = _application(uid, applicant, actor)
    rules.trees().forget_wish(found, applicant)


def invite(uid: str, userids: list[str], *, actor: str) -> list[str]:
    """Invite people, each of whom decides; return those newly invited. Raises Missing, NotAllowed, Invalid.

    Who asked to enter is a member at once.
    """
    found = rules.known(uid, actor)
    rules.require(rules.can_moderate(found, actor))
    rules.require_open(found)
    named = list(dict.fromkeys(userids))
    if not 0 < len(named) <= INVITE_MOST:
        raise Invalid(_("Name 1 to ${count} people.", mapping={"count": INVITE_MOST}), field="userids")
    for userid in named:
        rules.check_member(userid, field="userids")
    fresh = [userid for userid in named if userid not in found.members and userid not in found.invited]
    for userid in fresh:
        _invite(found, userid, actor)
    return fresh


def leave(uid: str, *, userid: str, reason: str = "") -> None:
    """Leave; a reason, one of REASONS, is counted and kept without the name. The owner hands the space over first."""
    found = rules.known(uid, userid)
    if userid not in found.members:
        raise Missing(_("You are not a member of this space."))
    if rules.is_owner(found, userid):
        raise Conflict(_("Give the space to another owner before you leave."))
    if reason and reason not in REASONS:
        raise Invalid(_("Choose one of the reasons."), field="reason")
    _out(found, userid)
    if reason:
        found.left[reason] = found.left.get(reason, 0) + 1


def remove(uid: str, userid: str, *, actor: str) -> None:
    """Take a member out, or an invitation back. Nobody removes the owner; only the owner removes a moderator."""
    found = rules.known(uid, actor)
    rules.require(rules.can_moderate(found, actor))
    if userid in found.invited:
        rules.trees().forget_wish(found, userid)
        return
    role = rules.role_in(found, userid)
    if not role:
        raise Missing(_("This person is not a member of the space."))
    rules.require(role == MEMBER or (role == MODERATOR and rules.can_configure(found, actor)))
    _out(found, userid)


def set_role(uid: str, userid: str, role: str, *, actor: str) -> None:
    """Give a member another role, of those that the actor may give. Raises Missing, NotAllowed, Invalid."""
    found = rules.known(uid, actor)
    before = rules.role_in(found, userid)
    if role not in ROLES:
        raise Invalid(_("There is no such role."), field="role")
    if not before:
        raise Missing(_("This person is not a member of the space."))
    rules.require(role in assignable(found, actor))
    if before == OWNER:
        raise Conflict(_("Give the space to another owner first."))
    _enter(found, userid, role)


def assignable(found: Record, actor: str) -> tuple[str, ...]:
    """Return the roles that this person may give."""
    return rules.ASSIGNABLE[OWNER if rules.is_steward(actor) else rules.role_in(found, actor)]


def hand_over(uid: str, to: str, *, actor: str) -> None:
    """Make another person the owner; the owner of before becomes a moderator. Raises Missing, NotAllowed."""
    found = rules.known(uid, actor)
    rules.require(rules.can_configure(found, actor))
    give(found, to, actor=actor)


def give(found: Record, to: str, *, actor: str) -> None:
    """Give the space to this owner whoever acts; the caller has checked that they may."""
    rules.check_member(to, field="to")
    before = found.owner
    if before == to:
        return
    if before in found.members:
        _enter(found, before, MODERATOR)
    found.owner = to
    _enter(found, to, OWNER)
    tell("spaces.owner", thing=found.uid, actor=actor, recipients=[to])


def _enterable(uid: str, userid: str) -> Record:
    found = rules.known(uid, userid)
    rules.check_member(userid)
    rules.require_open(found)
    if userid in found.members:
        raise Conflict(_("You are a member already."))
    return found


def _application(uid: str, applicant: str, actor: str) -> Record:
    found = rules.known(uid, actor)
    rules.require(rules.can_moderate(found, actor))
    rules.require_open(found)
    if applicant not in found.applied:
        raise Missing(_("Nobody of this name has asked to enter."))
    return found


def _invite(found: Record, userid: str, actor: str) -> None:
    if userid in found.applied:
        _enter(found, userid, MEMBER)
        tell("spaces.accepted", thing=found.uid, actor=actor, recipients=[userid])
        return
    rules.trees().invite(found, userid, actor, now())
    tell("spaces.invited", thing=found.uid, actor=actor, recipients=[userid])


def _enter(found: Record, userid: str, role: str, moment: datetime | None = None) -> None:
    before = rules.role_in(found, userid)
    if before == role:
        return
    rules.trees().enter(found, userid, role, moment or now())
    notify(MembershipChanged(space(found.uid), userid=userid, before=before, after=role))


def _out(found: Record, userid: str) -> None:
    before = rules.role_in(found, userid)
    rules.trees().leave(found, userid)
    notify(MembershipChanged(space(found.uid), userid=userid, before=before, after=""))
