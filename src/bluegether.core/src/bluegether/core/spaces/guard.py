"""Nothing below a space is published to who may not see what is inside; who may not know of the space gets a 404.

Twice, because Zope asks for permissions between the two. On the way, when nothing is known but who sends: for a member
of the network what is secret is not there, nor content of a closed space; Zope would say "not allowed" and tell by it.
(Visitors are asked to sign in.) Then, when Zope has let through: Plone checks the permission of what is published, not
of what was passed; a search or an account form that every member may open would show the title of the space around it.
"""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.kit.access import passed
from bluegether.core.kit.access import published_class
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.interfaces import IOpenToKnowers
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.spaces.interfaces import OPEN
from plone import api
from plone.uuid.interfaces import IUUID


def check_way(space, request) -> None:
    """Raise Missing on the way through a closed space for who may not know of it, or of what is inside."""
    if space.visibility == OPEN or not IBluegetherLayer.providedBy(request):
        return
    uid, userid = IUUID(space), sender(request)
    if userid is None or spaces.may_see(uid, userid):
        return
    ahead = request.get("TraversalRequestNameStack") or [""]
    if ahead[-1] in space or not spaces.may_know(uid, userid):
        raise gone()


def sender(request) -> str | None:
    """Return the site's user id that the request carries, None for others: nobody is signed in yet on the way."""
    folder = api.portal.get_tool("acl_users")
    found = folder._extractUserIds(request, folder.plugins)
    return found[0][0] if found else None


def keep_closed(event) -> None:
    """Answer 404 below a space that the signed-in user may not see, but for the pages of those who know of it."""
    request = event.request
    if not IBluegetherLayer.providedBy(request):
        return
    if any(ISpace.providedBy(one) and not _may_pass(request, one) for one in passed(request)):
        raise gone()


def _may_pass(request, space) -> bool:
    allowed = getSecurityManager().checkPermission
    if allowed("View", space):
        return True
    return bool(allowed("BlueGether: Know Space", space)) and IOpenToKnowers.implementedBy(published_class(request))


def gone() -> Missing:
    """Return the error for what is not there, or not for this person."""
    return Missing(_("There is no such space."))
