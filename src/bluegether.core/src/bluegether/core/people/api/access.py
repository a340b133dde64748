"""Who may use the portal: the end of an access at a date, suspension, and what the gate asks.

Time alone decides: from its date on an end is in force, whether or not the timer has run. The timer then empties the
login (a password that nobody knows, no role, no group), which is why an end is taken back before its date or never.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.closings import closing
from bluegether.core.people.api.closings import has_access
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.closings import is_suspended
from bluegether.core.people.api.closings import over_at
from bluegether.core.people.api.closings import suspended_at
from bluegether.core.people.api.invitations import reschedule
from bluegether.core.people.api.login import empty_login
from bluegether.core.people.api.login import forget_resets
from bluegether.core.people.api.login import holders
from bluegether.core.people.api.roles import INVITE_ALL
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.api.rules import check_text
from bluegether.core.people.events import AccessChanged
from bluegether.core.people.storage import Closing
from bluegether.core.people.storage import Closings
from bluegether.core.people.storage import CLOSINGS_KEY
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from datetime import datetime
from plone import api
from zope.event import notify


MAX_REASON = 500
ADMINISTRATORS = ("Manager", "Site Administrator")
HR = ("HR Referent",)
SUSPENDS = INVITE_ALL | {"Animator", "Director"}
WIDELY = INVITE_ALL | {"Director"}


def can_end_access(userid: str) -> bool:
    """Return whether this person ends accesses: HR and administrators."""
    return bool(roles_of(userid) & INVITE_ALL)


def can_suspend(userid: str, actor: str) -> bool:
    """Return whether `actor` may suspend this person: HR, administrators, direction and animators.

    Never oneself, direction or an administrator; an animator suspends neither HR nor another animator.
    """
    theirs, mine = roles_of(userid), roles_of(actor)
    if actor == userid or not mine & SUSPENDS or theirs & {"Director", *ADMINISTRATORS}:
        return False
    return bool(mine & WIDELY) or not theirs & SUSPENDS


def end_access(userid: str, *, when: datetime, actor: str) -> None:
    """End this person's access at a moment (aware), at once for one that has passed.

    A later call moves the date. Raises NotAllowed, Missing, Conflict for oneself, for the last HR referent or
    administrator, and for an access that is over already.
    """
    _check_may_end(userid, actor)
    for roles in (HR, ADMINISTRATORS):
        if roles_of(userid) & set(roles) and not _others(roles, userid):
            raise Conflict(_("Nobody else would be left with this responsibility. Give it to somebody first."))
    found = _closing(userid)
    found.ends, found.ended_by = when, actor
    _settle(found)


def keep_access(userid: str, *, actor: str) -> None:
    """Take the end of an access back before its date. Raises NotAllowed, Missing, Conflict when it is over."""
    _check_may_end(userid, actor)
    found = closing(userid)
    if found is None or found.ends is None:
        raise Conflict(_("This access has no end."))
    found.ends, found.ended_by = None, ""
    _settle(found)


def suspend(userid: str, *, until: datetime, reason: str, actor: str) -> None:
    """Suspend this person's access until a moment (aware); the person reads until when and why.

    A second call changes date and reason. Raises NotAllowed, Missing, Invalid for a date that has passed or no
    reason, Conflict when the access is over.
    """
    _check_open(userid)
    if not can_suspend(userid, actor):
        raise NotAllowed(_("You may not suspend this person."))
    if until <= now():
        raise Invalid(_("Choose a date to come."), field="until")
    check_text(reason, field="reason", maximum=MAX_REASON, required=True, lines=True)
    found = _closing(userid)
    found.suspended, found.until = now(), until
    found.reason, found.suspended_by = reason.strip(), actor
    forget_resets(userid)
    _settle(found)


def resume(userid: str, *, actor: str) -> None:
    """Give a suspended access back. Raises NotAllowed, Missing, Conflict when it is not suspended."""
    _check_open(userid)
    if not can_suspend(userid, actor):
        raise NotAllowed(_("You may not suspend this person."))
    if not is_suspended(userid):
        raise Conflict(_("This access is not suspended."))
    found = closing(userid)
    _lift(found)
    _settle(found)


def meet_access(userid: str) -> None:
    """Do what is due: empty the login of an access that is over, forget a suspension that is."""
    found = closing(userid)
    if found is not None:
        if found.until is not None and not suspended_at(found, now()):
            _lift(found)
        _settle(found)


def forget_closing(userid: str) -> None:
    """Erase what is kept about this person's access; the user id stays used, and so without access."""
    found = closing(userid)
    if found is not None:
        people = stored(api.portal.get(), KEY)
        people.due.pop(found.due, None)
        stored(api.portal.get(), CLOSINGS_KEY).people.pop(userid)


def hr_referents() -> list[str]:
    """Return the user ids of the HR referents who have access; for verbs and timers, not for every page."""
    return [userid for userid in holders(HR) if account(userid) is not None and has_access(userid)]


def animators() -> list[str]:
    """Return the user ids of the animators who have access; for verbs and timers, not for every page."""
    return [userid for userid in holders(("Animator",)) if account(userid) is not None and has_access(userid)]


def _check_open(userid: str) -> None:
    if account(userid) is None:
        raise Missing(_("There is no such person."))
    if has_ended(userid):
        raise Conflict(_("This access is over: that cannot be taken back."))


def _check_may_end(userid: str, actor: str) -> None:
    if not can_end_access(actor):
        raise NotAllowed(_("Only HR ends an access."))
    _check_open(userid)
    if actor == userid:
        raise Conflict(_("Nobody ends their own access: ask a colleague."))


def _others(roles: tuple[str, ...], userid: str) -> list[str]:
    """Return who else has one of these roles and keeps it."""
    found = [other for other in holders(roles) if other != userid and account(other) is not None and has_access(other)]
    return [other for other in found if closing(other) is None or closing(other).ends is None]


def _closing(userid: str) -> Closing:
    closings = store(api.portal.get(), CLOSINGS_KEY, Closings)
    if userid not in closings.people:
        closings.people[userid] = Closing(userid)
    return closings.people[userid]


def _lift(found: Closing) -> None:
    found.suspended = found.until = None
    found.reason = found.suspended_by = ""


def _settle(found: Closing) -> None:
    """After any change: empty the login or come back when the next date is reached; tell the rooms."""
    people = store(api.portal.get(), KEY, People)
    people.due.pop(found.due, None)
    if over_at(found, now()):
        if not found.shut:
            found.shut = True
            empty_login(found.id)
    else:
        dates = [moment for moment in (found.ends, found.until) if moment is not None]
        if dates:
            reschedule(people, found, "access", min(dates))
        else:
            stored(api.portal.get(), CLOSINGS_KEY).people.pop(found.id)
    notify(AccessChanged(api.portal.get(), userid=found.id))
