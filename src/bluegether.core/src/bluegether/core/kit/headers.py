"""What every response of a BlueGether site tells the browser, errors, redirects and static files included.

The content security policy allows scripts from the site alone; no script inside a page runs. One page of Plone, the
contents of a folder, compiles its templates in the browser: it alone may evaluate strings (`ICompilesTemplates`).
"""

from bluegether.core.kit import fresh
from bluegether.core.kit.access import published_class
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ICompilesTemplates
from plone.resource.file import FilesystemFile
from zope.browserresource.interfaces import IResource


POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # style attributes: TinyMCE's areas, positions of menus, progress bars
    "img-src": "'self' data: blob:",  # previews of what is about to be uploaded; Bootstrap's icons
    "font-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
}
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SESSION = "__ac"
PRIVATE = "private, no-cache"  # a page or JSON that says nothing about it: nobody else's, and asked for anew
STABLE = "/++webresource++"  # such an address names the version of what it gives
FOREVER = "public, max-age=31536000, immutable"
A_WHILE = "public, max-age=3600"


def policy(request) -> str:
    """Return the content security policy of this response."""
    evaluates = ICompilesTemplates.implementedBy(published_class(request))
    rules = POLICY | {"script-src": "'self' 'unsafe-eval'"} if evaluates else POLICY
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def protect(event) -> None:
    """Set the headers and harden the cookies (subscriber: before the commit, and once more after a failure)."""
    request = event.request
    if not IBluegetherLayer.providedBy(request):
        return
    response = request.response
    stricter = response.getHeader("Referrer-Policy") == "no-referrer"  # a page whose address is a secret
    for name, value in FIXED.items():
        response.setHeader(name, value)
    if stricter:
        response.setHeader("Referrer-Policy", "no-referrer")
    response.setHeader("Content-Security-Policy", policy(request))
    if not response.getHeader("Cache-Control"):
        _say_how_long(request, response)
    _harden_cookies(request, response)


def _say_how_long(request, response) -> None:
    if _is_personal(response):
        response.setHeader("Cache-Control", PRIVATE)
        response.setHeader("Vary", fresh.VARY)
        fresh.stamp(request)
    elif response.getStatus() == 200 and _is_static(request):
        stable = STABLE in request.environ.get("PATH_INFO", "")
        response.setHeader("Cache-Control", FOREVER if stable else A_WHILE)


def _is_static(request) -> bool:
    """Return whether this is a file of the code: never one that somebody put into the site."""
    found = published_class(request)
    return IResource.implementedBy(found) or issubclass(found, FilesystemFile)


def _is_personal(response) -> bool:
    kind = response.getHeader("Content-Type") or ""
    return kind.startswith("text/html") or "json" in kind


def _harden_cookies(request, response) -> None:
    secure = is_secure(request)
    for name, cookie in list(response.cookies.items()):
        more = {"same_site": "Lax"}
        if secure:
            more["secure"] = True
        if name == SESSION:
            more["http_only"] = True
        response.setCookie(name, cookie["value"], **more)


def is_secure(request) -> bool:
    """Return whether the person's browser speaks TLS, with us or with the proxy before us."""
    forwarded = request.environ.get("HTTP_X_FORWARDED_PROTO", "")
    scheme = request.environ.get("wsgi.url_scheme", "")
    return "https" in (forwarded.partition(",")[0].strip().lower(), scheme, request.get("SERVER_URL", "")[:5])
