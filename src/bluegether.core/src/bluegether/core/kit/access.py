"""What is reached before any page's own permission counts: the open pages, and the isolation of client accounts.

Both look at the class of what is published, never at names: the id of a content object is chosen by its author,
and neither acquisition nor traversal tricks change what is published in the end.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from bluegether.core import _
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.interfaces import IOpenToClients
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import ismethod
from OFS.interfaces import IApplication
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.rest.interfaces import IAPIRequest
from plone.rest.traverse import RESTWrapper
from Products.CMFCore.interfaces import IContentish


NETWORK_ROLES = frozenset({"Member", "Manager", "Site Administrator"})


class NotForClients(NotAllowed):
    """A client account asked for something of the network."""

    title = _("This page is not for your account")

    def __init__(self):
        super().__init__(_("Your account gives access to your own area, to the charter and to your account."))


def _published(request):
    found = request.get("PUBLISHED")
    return aq_base(found.__self__ if ismethod(found) else found)


def passed(request) -> list:
    """Return the objects on the way to what is published; REST wraps them, which hides what they provide."""
    found = request.get("PARENTS", ())
    return [one.context if isinstance(one, RESTWrapper) else one for one in found]


def published_class(request) -> type:
    """Return the class of what the request publishes, of the view where that is a method of one."""
    return type(_published(request))


def is_open(request, *markers) -> bool:
    """Return whether what the request publishes is marked with one of these interfaces, by its class.

    On content, a marked view is open only if the content's class is marked too: pages show its title around it.
    """
    view = _published(request)
    if not any(marker.implementedBy(type(view)) for marker in markers):
        return False
    return not _is_closed_content(getattr(view, "context", None), markers)


def _is_closed_content(context, markers) -> bool:
    if not IContentish.providedBy(context) or IPloneSiteRoot.providedBy(context):
        return False
    return not any(marker.implementedBy(type(aq_base(context))) for marker in markers)


def site_user():
    """Return the signed-in user if the site knows them, None for visitors and for users of the Zope root."""
    user = getSecurityManager().getUser()
    if user.getId() is None:
        return None
    home = aq_parent(aq_inner(aq_parent(aq_inner(user))))
    return None if IApplication.providedBy(home) else user


def is_client(user) -> bool:
    """Return whether the user belongs to a client and not to the network."""
    roles = user.getRoles()
    return "Client" in roles and NETWORK_ROLES.isdisjoint(roles)


@contextmanager
def acting_as(userid: str) -> Iterator[bool]:
    """Ask permissions in this person's name inside the block; yields False when there is no such person.

    For what is told to others than the signed-in person: notices, digests. Never for writing.
    """
    if userid and getSecurityManager().getUser().getId() == userid:
        yield True
        return
    user = api.user.get(userid=userid) if userid else None
    if user is None:
        yield False
        return
    with api.env.adopt_user(user=user):
        yield True


def asks_for_page(request) -> bool:
    """Return whether a person's browser asked for a page: what may be answered with a redirect."""
    if IAPIRequest.providedBy(request) or request.get("REQUEST_METHOD") not in ("GET", "HEAD"):
        return False
    if request.getHeader("X-Requested-With") == "XMLHttpRequest":
        return False
    return _accepts_html(request)


def reads_html(request) -> bool:
    """Return whether an error is best told as a page."""
    return not IAPIRequest.providedBy(request) and _accepts_html(request)


def _accepts_html(request) -> bool:
    accept = request.getHeader("Accept") or "*/*"
    return "text/html" in accept or accept.strip() == "*/*"


def isolate_clients(event) -> None:
    """Refuse a client everything that is not marked as open to them (subscriber, once per request)."""
    request = event.request
    if not IBluegetherLayer.providedBy(request):
        return
    user = site_user()
    if user is not None and is_client(user) and not _open_to_client(request, user):
        raise NotForClients()


def _open_to_client(request, user) -> bool:
    if is_open(request, IOpen):
        return True
    # Plone's account pages show the name of whoever the parameter names.
    return request.get("userid") in (None, user.getId()) and is_open(request, IOpenToClients)
