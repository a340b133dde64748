"""Whose page is not there and whose is not for the reader are answered alike: a user id is not to be guessed.

Plone refuses what it found before it knows that the page is a person's: a colleague would get the way to the login for
a client's page, and 404 for nobody's. While an address is walked it is not known yet who asks, so what is said when
Plone refuses is replaced on the way.
"""

from AccessControl import Unauthorized
from Acquisition import aq_parent
from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.people import api as people
from plone import api
from zope.component import queryMultiAdapter


def veil_person(person, request) -> None:
    """Let a refusal below this person's page say 404 to who is signed in and may not open the page."""
    if not IBluegetherLayer.providedBy(request):
        return
    response = request.response
    response.unauthorized = _veiled(person, request, response.unauthorized)
    response.notFoundError = _veiled(person, request, response.notFoundError)


def _veiled(person, request, refuse):
    """Return what Plone calls to refuse, with another answer for who may not know of the person."""

    def refused(*args):
        reader = _reader(request)
        if not people.sees_person(person, reader):
            raise nobody(request) if reader else Unauthorized()
        return refuse(*args)

    return refused


def veil_nobody(folder, request) -> None:
    """Say of nobody's page what is said of a page that is not for the reader; visitors are sent to the login."""
    names = request.get("TraversalRequestNameStack") or ()
    name = names[-1] if names else ""
    if not people.USERID.match(name) or name in folder or not IBluegetherLayer.providedBy(request):
        return
    if queryMultiAdapter((folder, request), name=name) is not None:
        return
    if _reader(request):
        raise nobody(request)
    raise Unauthorized()


def nobody(request) -> Missing:
    """Return the error, and let its page be drawn as if the way had led nowhere."""
    site = api.portal.get()
    request.other["PARENTS"] = [site, aq_parent(site)]
    request.other["URL"] = request.get("ACTUAL_URL")
    request.other.pop("PUBLISHED", None)
    return Missing(_("There is no such person."))


def _reader(request) -> str:
    """Return the user id of who asks, empty for visitors and users of the Zope root; for use during traversal only."""
    users = api.portal.get_tool("acl_users")
    found = users._extractUserIds(request, users.plugins)
    return found[0][0] if found else ""
