"""Outside members see their own spaces, the people of these, and nothing else of the network.

Which kinds of accounts are outside is a setting, empty at first. Once for each request, after Zope has found what is
published: it is below one of their spaces, or it is marked as open; else it is refused. For the rest of the request
they lose the role Member, to which all that is for the network is granted: pages, searches and listings inside a space
then show what the groups of their spaces give them. (See `kit.access`, which keeps clients apart in the same place.)
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from bluegether.core import _
from bluegether.core.kit.access import is_client
from bluegether.core.kit.access import is_open
from bluegether.core.kit.access import passed
from bluegether.core.kit.access import site_user
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.interfaces import ISpace


class NotForOutside(NotAllowed):
    """An outside member asked for something that is in none of their spaces."""

    title = _("This page is not for your account")

    def __init__(self):
        super().__init__(_("Your account gives access to your spaces."))


def keep_inside(event) -> None:
    """Refuse outside members what is outside their spaces (subscriber)."""
    request = event.request
    if not IBluegetherLayer.providedBy(request):
        return
    user = site_user()
    if user is None or is_client(user) or not spaces.is_outside(user.getId()):
        return
    aq_base(user)._roles.pop("Member", None)
    if not (_is_in_a_space(request) or _is_open(request, user.getId())):
        raise NotForOutside()


def _is_open(request, userid: str) -> bool:
    # Plone's account pages show the name of whoever the parameter names.
    own = request.get("userid") in (None, userid)
    return is_open(request, IOpen, IOpenToOutside) or (own and is_open(request, IOpenToClients))


def _is_in_a_space(request) -> bool:
    """Return whether the way leads through a space that this person may know of."""
    allowed = getSecurityManager().checkPermission
    found = [one for one in passed(request) if ISpace.providedBy(one)]
    return bool(found) and all(allowed("BlueGether: Know Space", one) for one in found)
