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


def hold(event) -> None:
    """Refuse who has no access with a 403, as a page or as JSON (subscriber, once per request)."""
    if not IBluegetherLayer.providedBy(event.request):
        return
    user = site_user()
    if user is None or people.closing(user.getId()) is None or is_open(event.request, IWayOut):
        return
    refuse(user.getId())


def refuse(userid: str) -> None:
    """Raise the NoAccess that holds for this person now, if any; the rest of the request sees a visitor."""
    found = people.closing(userid)
    if people.has_access(userid) or found is None:
        return
    noSecurityManager()
    if people.has_ended(userid):
        raise AccessEnded(found.ends)
    raise AccessSuspended(found.until, found.reason)
