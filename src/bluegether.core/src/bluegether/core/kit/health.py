"""Is this process alive, and can it serve? For balancers and service managers; without a login, without a page.

Alive: it answers. Ready: the database answers now, not from a cache, and every site in it is complete.
"""

from collections.abc import Callable
from plone.base.interfaces import IPloneSiteRoot
from transaction import TransactionManager
import logging
import Zope2


logger = logging.getLogger(__name__)
# Written last when a site is made (bluegether.policy): a site without it is half-made.
COMPLETED = "bluegether.policy.completed"


def alive(start_response: Callable) -> list[bytes]:
    """Answer 200: the process takes requests."""
    return answer(start_response, "200 OK", "alive")


def ready(start_response: Callable) -> list[bytes]:
    """Answer 200, or 503 with the reason in one word."""
    try:
        reason = state()
    except Exception as error:  # whatever a storage raises: not ready
        logger.warning("Not ready: %s", type(error).__name__)
        reason = "database"
    return answer(start_response, "503 Service Unavailable" if reason else "200 OK", reason or "ready")


def state() -> str:
    """Return why this process cannot serve, "" when it can. Asks the database."""
    manager = TransactionManager(explicit=True)
    manager.begin()
    connection = Zope2.DB.open(manager)  # polls: raises when the database is away
    try:
        app = connection.root()["Application"]
        sites = [site for site in app.objectValues() if IPloneSiteRoot.providedBy(site)]
        return "" if sites and all(completed(site) for site in sites) else "site"
    finally:
        manager.abort()
        connection.close()


def completed(site) -> bool:
    """Return whether the site's making ended."""
    registry = site._getOb("portal_registry", None)
    return registry is not None and bool(registry.records._values.get(COMPLETED))


def answer(start_response: Callable, status: str, word: str) -> list[bytes]:
    """Answer one word."""
    body = f"{word}\n".encode()
    kind = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    start_response(status, [*kind, ("Cache-Control", "no-store")])
    return [body]
