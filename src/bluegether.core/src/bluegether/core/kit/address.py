"""The portal's address for mail that no request asks for: timers and scripts have none of their own.

An administrator names it (`bluegether.public_url`). While it is empty, what a browser on this machine last asked for
is taken: a name in a request is the sender's word, and only the machine's own may be believed.
"""

from bluegether.core.kit.interfaces import IBluegetherLayer
from plone import api
from urllib.parse import quote
from urllib.parse import urlsplit
from zope.component.hooks import getSite


RECORD = "bluegether.public_url"
LOOPBACK = ("localhost", "127.0.0.1")
PORTS = {"http": 80, "https": 443}

_seen: dict[str, str] = {}  # path of the site -> address, in this process


def public_url() -> str:
    """Return the site's address without a slash at the end, "" when nobody has told it yet."""
    named = api.portal.get_registry_record(RECORD, default="") or ""
    return named.rstrip("/") or _seen.get("/".join(api.portal.get().getPhysicalPath()), "")


def remember(event) -> None:
    """Note the address that a browser on this machine uses (subscriber, once per request)."""
    request = event.request
    host = urlsplit(request.get("SERVER_URL", "")).hostname
    if not IBluegetherLayer.providedBy(request) or host not in LOOPBACK:
        return
    path = "/".join(getSite().getPhysicalPath())
    if path not in _seen or (host == LOOPBACK[0] and urlsplit(_seen[path]).hostname != host):
        _seen[path] = getSite().absolute_url()


def pretend(request, site, url: str) -> None:
    """Let the request make addresses as one to `url` would."""
    parts = urlsplit(url)
    request.setServerURL(parts.scheme, parts.hostname, parts.port or PORTS.get(parts.scheme, 80))
    request.other["VirtualRootPhysicalPath"] = site.getPhysicalPath()
    request._script[:] = [quote(step) for step in parts.path.split("/") if step]
    request._resetURLS()
