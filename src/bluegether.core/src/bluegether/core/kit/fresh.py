"""Fresh or not: a page that a person's browser holds already is not made again while nothing has changed.

The mark of a page (its ETag) knows who reads, their roles and groups, the language, what else the browser says, the
state of the database that the request sees, the minute (pages say "5 minutes ago", accesses end at a time) and the
code. So a mark never fits somebody else's page, and any write makes all of them old: what is gained is going back,
looking again and polling in a quiet minute. Pages that say `no-store` have no mark.
"""

from AccessControl import getSecurityManager
from App.config import getConfiguration
from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IBluegetherLayer
from functools import cache
from hashlib import blake2b
from pathlib import Path
from plone.caching.hooks import Intercepted
from zope.component.hooks import getSite
import bluegether


HEARD = ("HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_X_REQUESTED_WITH")
SESSION = "__ac"  # renewed now and then for the same person, who is in the mark already
MESSAGES = "statusmessages"  # shown once: such a page is never the same again
VARY = "Cookie, Authorization, Accept, Accept-Language, X-Requested-With"


def mark(request) -> str:
    """Return the mark of what this request reads, quotes included."""
    user = getSecurityManager().getUser()
    cookies = sorted((name, value) for name, value in request.cookies.items() if name != SESSION)
    parts = (
        code(),
        seen_state(),
        int(now().timestamp() // 60),
        user.getId(),
        sorted(user.getRoles()),
        sorted(user.getGroups()) if user.getId() else (),
        request.get("LANGUAGE"),
        [request.environ.get(name) for name in HEARD],
        cookies,
    )
    return f'"{blake2b(repr(parts).encode(), digest_size=16).hexdigest()}"'


def seen_state() -> str:
    """Return the last transaction that the request's connection sees: never a newer one than what it reads.

    ZODB's own storages keep the snapshot's limit in `_start` and tell of newer ones in `lastTransaction`; RelStorage
    tells in `lastTransaction` what it sees.
    """
    storage = getSite()._p_jar._storage
    return (getattr(storage, "_start", None) or storage.lastTransaction()).hex()


@cache
def code() -> float:
    """Return when the product's files were last changed, as processes of one installation agree on it."""
    return max(path.stat().st_mtime for folder in bluegether.__path__ for path in Path(folder).rglob("*"))


def has_mark(request) -> bool:
    """Return whether answers to this request get a mark: reading, and not while templates are being worked on."""
    reads = request.method == "GET" and IBluegetherLayer.providedBy(request)
    return reads and MESSAGES not in request.cookies and not getConfiguration().debug_mode


def spare(event) -> None:
    """Answer 304 at once when the browser's mark is the present one (subscriber, after every gate)."""
    request = event.request
    told = request.environ.get("HTTP_IF_NONE_MATCH", "")
    if not told or not has_mark(request):
        return
    present = mark(request)
    if present in {one.strip().removeprefix("W/") for one in told.split(",")}:
        request.response.setHeader("ETag", present)
        request.response.setStatus(304, lock=True)
        raise Intercepted(304, "")


def stamp(request) -> None:
    """Give a personal page its mark, unless it does or says something once: sets a cookie, has a mark of its own."""
    response = request.response
    if response.getStatus() == 200 and has_mark(request) and not (response.cookies or response.getHeader("ETag")):
        response.setHeader("ETag", mark(request))
