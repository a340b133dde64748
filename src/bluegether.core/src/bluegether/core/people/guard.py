"""Nothing below somebody's page is published to who may not open the page.

Plone checks the permission of what is published, not of what was passed on the way: a page that every member may open
(an account form, a search) would show the name of a client around it.
"""

from AccessControl import getSecurityManager
from bluegether.core.kit.access import passed
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.people.interfaces import IPerson
from bluegether.core.people.veil import nobody


def keep_closed(event) -> None:
    """Answer 404 when the way leads through a person whom the signed-in user may not view (subscriber)."""
    request = event.request
    if not IBluegetherLayer.providedBy(request):
        return
    allowed = getSecurityManager().checkPermission
    if any(IPerson.providedBy(one) and not allowed("View", one) for one in passed(request)):
        raise nobody(request)
