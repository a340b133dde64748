"""Who may do what with needs, and what a reader sees of them."""

from bluegether.core import _
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.needs.storage import Record
from bluegether.core.people import api as people
from bluegether.core.people.api.login import holders
from plone import api


# States in which the network sees a need that is not for sales alone.
VISIBLE = ("open", "qualified", "proposed")
STATES = ("draft", *VISIBLE, "won", "lost", "postponed")
SALES = "Sales Referent"


def may(permission: str, userid: str, thing=None) -> bool:
    """Return whether this person, who has access now, has the permission on the thing, in the site without one."""
    if not userid or not people.has_access(userid):
        return False
    mine = api.user.get_current()
    user = mine if mine.getId() == userid else api.user.get(userid=userid)
    return user is not None and bool(api.user.has_permission(permission, user=user, obj=thing or api.portal.get()))


def can_manage(userid: str) -> bool:
    """Return whether this person writes needs and decides about them: sales, administrators."""
    return may("BlueGether: Manage Needs", userid)


def can_handle(userid: str) -> bool:
    """Return whether this person sees candidates and decides about them: sales alone."""
    return may("BlueGether: Handle Candidates", userid)


def can_apply(userid: str) -> bool:
    """Return whether this person applies to needs and makes suggestions: members of the network."""
    return may("BlueGether: Apply to Needs", userid)


def sees_all(userid: str) -> bool:
    """Return whether this person sees needs in every state, those for sales too, and the figures."""
    return may("BlueGether: View All Needs", userid)


def sees(record: Record, userid: str) -> bool:
    """Return whether this person sees the need: the same rule as its permission View."""
    if record.state in VISIBLE and not record.internal:
        return may("BlueGether: View Needs", userid)
    return sees_all(userid)


def followers(also: str = "") -> list[str]:
    """Return the user ids of those who may follow needs, with `also`; for forms, not for lists."""
    found = filter(people.has_access, holders((SALES,)))
    return list(dict.fromkeys([*found, *([also] if also else [])]))


def require_manager(userid: str) -> None:
    """Raise NotAllowed for whoever does not write needs."""
    if not can_manage(userid):
        raise NotAllowed(_("Only sales write needs."))


def require_handler(userid: str) -> None:
    """Raise NotAllowed for whoever does not decide about candidates."""
    if not can_handle(userid):
        raise NotAllowed(_("Only sales see candidates and decide about them."))
