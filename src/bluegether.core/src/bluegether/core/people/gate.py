"""The gate of who has no access (any more): nothing is reached but the way out, on every channel.

It looks once per request, when the object is found and the person known, but nothing is published yet: running
sessions, cookies, passwords and tokens all pass there. It comes before the charter's, and lets less through. Visitors
and users of the Zope root pass.
"""

from AccessControl.SecurityManagement import noSecurityManager
from bluegether.core import _
from bluegether.core.kit.access import is_open
from bluegether.core.kit.access import site_user
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IWayOut
from bluegether.core.people import api as people
from plone import api


GIVEN_BY_NOBODY = frozenset({"Authenticated", "Anonymous"})


class NoAccess(NotAllowed):
    """The person's access is over or suspended; a page and a program are told since or until when, and why."""

    link_title = _("Log out")

    def __init__(self, message, **details: str | None):
        super().__init__(message)
        self.link = f"{api.portal.get().absolute_url()}/logout"
        self.details = details


class AccessEnded(NoAccess):
    title = _("Your access is over")

    def __init__(self, moment):
        message = _(
            "Your access to the portal ended on ${date}. If you think that this is a mistake, write to HR.",
            mapping={"date": spoken(moment, clock=True)},
        )
        super().__init__(message, since=moment.isoformat())


class AccessSuspended(NoAccess):
    title = _("Your access is suspended")

    def __init__(self, until, reason: str):
        message = _(
            "Your access to the portal is suspended until ${date}. The reason given: ${reason}",
            mapping={"date": spoken(until, clock=True), "reason": reason},
        )
        super().__init__(message, until=until.isoformat(), reason=reason)


class NoAccount(NoAccess):
    """Somebody whom a directory knows and the portal does not: there is no account without invitation and charter."""

    title = _("You have no account here")

    def __init__(self):
        super().__init__(_("Log out, then open the link of your invitation, or ask for an account on the login page."))


def hold(event) -> None:
    """Refuse who has no access with a 403, as a page or as JSON (subscriber, once per request)."""
    if not IBluegetherLayer.providedBy(event.request):
        return
    user = site_user()
    if user is not None and is_stranger(user) and not is_open(event.request, IWayOut):
        noSecurityManager()
        raise NoAccount()
    if user is None or people.closing(user.getId()) is None or is_open(event.request, IWayOut):
        return
    refuse(user.getId())


def is_stranger(user) -> bool:
    """Return whether a user of the site is known to another directory only, or has nothing that somebody gave them.

    Plug-ins for single sign-on and LDAP make users of whomever they know, and may give them roles of everybody: that
    opens nothing. Users whom an administrator made in Plone have a role and no account.
    """
    if people.account(user.getId()) is not None:
        return False
    in_plone = api.portal.get().acl_users.source_users.getLoginForUserId
    try:
        in_plone(user.getId())
    except KeyError:
        return True
    return GIVEN_BY_NOBODY.issuperset(user.getRoles())


def refuse(userid: str) -> None:
    """Raise the NoAccess that holds for this person now, if any; the rest of the request sees a visitor."""
    found = people.closing(userid)
    if people.has_access(userid) or found is None:
        return
    noSecurityManager()
    if people.has_ended(userid):
        raise AccessEnded(found.ends)
    raise AccessSuspended(found.until, found.reason)
