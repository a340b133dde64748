"""The charter gate: who has not signed the version in force reaches nothing but what is open, on every channel.

It looks once per request, when the object is found and the person known, but nothing is published yet: pages, REST,
XML-RPC, WebDAV, downloads, scales, feeds and form posts all pass there. What is open is a matter of the published
class (`kit.access`), never of names. Visitors and users of the Zope root pass; site Managers do not.
"""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.kit.access import asks_for_page
from bluegether.core.kit.access import is_open
from bluegether.core.kit.access import site_user
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IOpen
from plone import api
from urllib.parse import quote


PAGE = "@@charter-sign"


class CharterNotSigned(NotAllowed):
    """The person has to sign the charter in force first; `link` is where."""

    title = _("The charter has to be signed first")

    def __init__(self, link: str, redirect: str | None = None):
        super().__init__(_("You have not signed the charter in force. Read and sign it, then try again."))
        self.link = link
        self.redirect = redirect


def hold(event) -> None:
    """Send who must sign to the charter, or refuse with a 403 what is no page (subscriber, once per request)."""
    request = event.request
    if not IBluegetherLayer.providedBy(request):
        return
    user = site_user()
    if user is None or not charter.must_sign(user.getId()) or is_open(request, IOpen):
        return
    link = f"{api.portal.get().absolute_url()}/{PAGE}"
    back = f"{link}?came_from={quote(_address(request), safe='')}" if asks_for_page(request) else None
    raise CharterNotSigned(link, back)


def _address(request) -> str:
    query = request.get("QUERY_STRING")
    return request["ACTUAL_URL"] + (f"?{query}" if query else "")
