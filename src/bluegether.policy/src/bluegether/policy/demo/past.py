"""Let the demo's builders act at a moment of the past, so that what they record carries its date."""

from bluegether.core.kit.interfaces import IClock
from contextlib import contextmanager
from datetime import datetime
from zope.component import getSiteManager
from zope.interface import implementer


@implementer(IClock)
class StoppedClock:
    """A clock that shows what it was set to."""

    def __init__(self, moment: datetime):
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


@contextmanager
def at(site, moment: datetime):
    """Make it this moment (aware) in this site; only in the transaction that builds the demo."""
    registry = getSiteManager(site)
    clock = StoppedClock(moment)
    before = registry.queryUtility(IClock)
    own = any(row.provided is IClock for row in registry.registeredUtilities())
    registry.registerUtility(clock, IClock)
    try:
        yield
    finally:
        # Whichever object stands for it: a savepoint may have let the registry go and loaded it again.
        registry.unregisterUtility(provided=IClock)
        if own:
            registry.registerUtility(before, IClock)
