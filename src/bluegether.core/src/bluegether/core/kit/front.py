"""The outermost layer of a server process: what the people who run the portal see of it.

It answers `/healthz`, `/readyz` and `/metrics` without a login and without Zope's publisher. They are paths of the
server, not of the site: a web server in front, which rewrites to the site, does not publish them. It writes one line
of JSON per request, without address, name, path or query, another for slow ones, and measures. And where the database
is away, or too many people write to one thing, it gives a page that says so, not a traceback.
"""

from bluegether.core.kit import health
from bluegether.core.kit import metrics
from bluegether.core.kit.access import published_class
from bluegether.core.kit.apology import apology
from collections.abc import Callable
from dataclasses import dataclass
from transaction.interfaces import TransientError
import json
import logging
import os
import time


KEY = "bluegether.front"
SLOW_MS = int(os.environ.get("BLUEGETHER_SLOW_MS", "2000"))
access = logging.getLogger("wsgi")
slow = logging.getLogger("bluegether.slow")
OWN = {"/healthz": health.alive, "/readyz": health.ready, "/metrics": metrics.page}
# What the driver raises when PostgreSQL is not there, and what RelStorage makes of it.
AWAY = frozenset({"OperationalError", "InterfaceError", "StorageError", "ClosedConnectionError", "UnableToConnect"})
DRIVERS = ("psycopg2", "relstorage", "ZODB.POSException")


@dataclass
class Seen:
    """What is noted about a request while it is served."""

    page: str = ""
    status: int = 500
    away: bool = False
    conflicts: int = 0


class Front:
    """The WSGI filter, for `egg:bluegether.core#front`."""

    def __init__(self, app: Callable):
        self.app = app

    def __call__(self, environ: dict, start_response: Callable):
        own = OWN.get(environ.get("PATH_INFO", ""))
        if own is not None:
            return own(start_response)
        seen = environ[KEY] = Seen()
        began = time.perf_counter()
        try:
            return self._served(environ, start_response, seen)
        finally:
            record(environ, seen, time.perf_counter() - began)

    def _served(self, environ: dict, start_response: Callable, seen: Seen):
        def noted(status, headers, exc_info=None):
            seen.status = int(status[:3])
            return (lambda _data: None) if seen.away else start_response(status, headers, exc_info)

        try:
            body = self.app(environ, noted)
        except Exception as error:
            if not (seen.away or isinstance(error, TransientError) or is_away(error)):
                raise
            seen.away, body = True, ()
        if not seen.away:
            return body
        getattr(body, "close", lambda: None)()
        seen.status = 503
        return apology(environ, start_response)


def filter_factory(_settings, **_local) -> Callable:
    """Return what Paste wraps the application in."""
    return Front


def record(environ: dict, seen: Seen, seconds: float) -> None:
    """Write the line of this request, and count it."""
    line = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "id": environ.get("HTTP_X_REQUEST_ID", "")[:32],
        "method": metrics.method(environ),
        "kind": metrics.kind(environ),
        "page": seen.page,
        "status": seen.status,
        "ms": round(seconds * 1000),
        "conflicts": seen.conflicts,
    }
    access.info(json.dumps(line))
    if line["ms"] >= SLOW_MS:
        slow.warning(json.dumps(line))
    metrics.count(line, seconds)


def name_page(event) -> None:
    """Note what is published (subscriber): the name of a class, which is nobody's."""
    seen = event.request.environ.get(KEY)
    published = published_class(event.request)
    if seen is not None and published is not None:
        seen.page = f"{published.__module__}.{published.__name__}"


def note_failure(event) -> None:
    """Note a conflict, and a database that is away (subscriber)."""
    seen = event.request.environ.get(KEY)
    if seen is None:
        return
    error = event.exc_info[1]
    seen.conflicts += isinstance(error, TransientError)
    seen.away = not event.retry and is_away(error)


def is_away(error: BaseException | None) -> bool:
    """Return whether this error comes, directly or not, from a database that cannot be reached."""
    for _depth in range(10):
        if error is None:
            break
        if any(one.__name__ in AWAY and one.__module__.startswith(DRIVERS) for one in type(error).__mro__):
            return not isinstance(error, TransientError)
        error = error.__cause__ or error.__context__
    return False
