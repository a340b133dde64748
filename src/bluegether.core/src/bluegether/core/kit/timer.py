"""Run what is due as time passes: one thread per process runs every `ITimer` about once a minute.

Of several processes one runs them at a time (`kit.leader`). Timers are idempotent all the same, so a process that sees
another's result does nothing; and a run that changed anything also stamps the site, so that two runs whose
transactions overlap conflict and only one of them is kept. A run with nothing to do writes nothing.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.users import system
from App.config import getConfiguration
from bluegether.core.kit import address
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.kit.leader import Leader
from collections.abc import Iterator
from contextlib import contextmanager
from persistent import Persistent
from plone.base.interfaces import IPloneSiteRoot
from plone.browserlayer.utils import registered_layers
from Testing.makerequest import makerequest
from zope.component import getUtilitiesFor
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import atexit
import logging
import threading
import transaction
import Zope2


logger = logging.getLogger(__name__)
KEY = "bluegether.core.kit.timer"
SECONDS = 60
AGAIN = 20  # times that a timer with more to do is run at once


class Stamp(Persistent):
    """When a timer last changed something in this site: what makes overlapping runs conflict."""

    at = None


class Ticker(threading.Thread):
    """The thread: waits, then runs the timers of every site, until it is stopped."""

    def __init__(self, seconds: float = SECONDS):
        super().__init__(name="bluegether-timer", daemon=True)
        self.seconds = seconds
        self.stopped = threading.Event()
        self.leader = Leader()

    def run(self) -> None:
        while not self.stopped.wait(self.seconds):
            try:
                if self.leader.elected():
                    run_everywhere()
            except Exception:
                logger.exception("The timers could not be run")

    def stop(self) -> None:
        """End the thread and wait for the timer that runs now."""
        self.stopped.set()
        if self.is_alive():
            self.join(timeout=10)
        self.leader.resign()


def start(_event) -> None:
    """Start the thread in a server process whose zope.conf says `timer on`: not in scripts, not in tests."""
    settings = getattr(getConfiguration(), "product_config", None) or {}
    if settings.get("bluegether", {}).get("timer") != "on":
        return
    ticker = Ticker()
    atexit.register(ticker.stop)
    ticker.start()


def run_everywhere() -> None:
    """Run the timers of every BlueGether site of this process's database, on a connection of its own."""
    app = Zope2.app()
    try:
        names = [site.getId() for site in app.objectValues() if IPloneSiteRoot.providedBy(site)]
        for name in names:
            with inside(app, name) as site:
                if IBluegetherLayer in registered_layers():
                    run_timers(site)
    finally:
        transaction.abort()
        app._p_jar.close()


@contextmanager
def inside(app, name: str) -> Iterator:
    """Enter the site as the system, with a request that its views and translations can use."""
    root = makerequest(app)
    alsoProvides(root.REQUEST, IBluegetherLayer)
    setRequest(root.REQUEST)
    newSecurityManager(None, system.__of__(root.acl_users))
    site = root[name]
    setSite(site)
    url = address.public_url()
    if url:
        address.pretend(root.REQUEST, site, url)
    try:
        yield site
    finally:
        setSite(None)
        noSecurityManager()
        clearRequest()


def run_timers(site, prefix: str = "") -> None:
    """Run each timer (whose name begins so) in a transaction of its own; one that fails does not stop the others."""
    for name, timer in sorted(getUtilitiesFor(ITimer)):
        for _time in range(AGAIN if name.startswith(prefix) else 0):
            if not _run(site, name, timer):
                break


def _run(site, name: str, timer) -> bool:
    """Return whether the timer has more to do at once."""
    transaction.begin()
    try:
        more = timer.run(site)
        _commit(site)
    except Exception:
        transaction.abort()
        logger.exception("Timer %s failed in %s", name, "/".join(site.getPhysicalPath()))
        return False
    return more is True


def _commit(site) -> None:
    # Whatever has to be committed (objects changed, mail to send) has joined the transaction by now.
    if transaction.get()._resources:
        store(site, KEY, Stamp).at = now()
    transaction.commit()
