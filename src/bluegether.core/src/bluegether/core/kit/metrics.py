"""What Prometheus reads of this process at `/metrics`: requests, their time, conflicts, the database, waiting mail.

Each process counts its own; Prometheus adds up. Labels come from short lists, never from what somebody sent.
"""

from collections.abc import Callable
from pathlib import Path
from prometheus_client import CollectorRegistry
from prometheus_client import CONTENT_TYPE_LATEST
from prometheus_client import Counter
from prometheus_client import Gauge
from prometheus_client import generate_latest
from prometheus_client import Histogram
from prometheus_client import ProcessCollector
import os
import Zope2


METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
STATIC = ("++plone++", "++resource++", "++webresource++", "++theme++", "++unique++")
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
registry = CollectorRegistry()
ProcessCollector(registry=registry)
requests = Counter("bluegether_requests", "Requests answered", ("method", "kind", "status"), registry=registry)
duration = Histogram("bluegether_request_seconds", "Time to answer", ("kind",), buckets=BUCKETS, registry=registry)
conflicts = Counter("bluegether_conflicts", "Transactions done again or given up", registry=registry)
objects = Gauge("bluegether_zodb_cached_objects", "Objects in the caches of the connections", registry=registry)
connections = Gauge("bluegether_zodb_connections", "Connections to the database", registry=registry)
mail = Gauge("bluegether_mail_waiting", "Mails in this machine's queue", registry=registry)


def method(environ: dict) -> str:
    """Return the request's method, one of a short list."""
    found = environ.get("REQUEST_METHOD", "")
    return found if found in METHODS else "other"


def kind(environ: dict) -> str:
    """Return what is asked for: a file that is the same for everybody, REST, or a page."""
    path = environ.get("PATH_INFO", "")
    if any(name in path for name in STATIC):
        return "static"
    return "rest" if "++api++" in path or "json" in environ.get("HTTP_ACCEPT", "") else "page"


def count(line: dict, seconds: float) -> None:
    """Count one answered request."""
    requests.labels(line["method"], line["kind"], str(line["status"])).inc()
    duration.labels(line["kind"]).observe(seconds)
    conflicts.inc(line["conflicts"])


def look() -> None:
    """Read what is not counted as it happens. Loads nothing from the database."""
    database = getattr(Zope2, "DB", None)
    if database is not None:
        details = database.cacheDetailSize()
        connections.set(len(details))
        objects.set(sum(row["ngsize"] for row in details))
    queue = Path(os.environ.get("BLUEGETHER_VAR", "."), "mailqueue", "new")
    mail.set(len(os.listdir(queue)) if queue.is_dir() else 0)


def page(start_response: Callable) -> list[bytes]:
    """Answer in Prometheus's format."""
    look()
    body = generate_latest(registry)
    kind_and_length = [("Content-Type", CONTENT_TYPE_LATEST), ("Content-Length", str(len(body)))]
    start_response("200 OK", [*kind_and_length, ("Cache-Control", "no-store")])
    return [body]
