"""How often one address may ask: counted in this process, forgotten with it; a bound on what is kept."""

from bluegether.core.kit.throttle import Rate
from bluegether.core.people.interfaces import IThrottle
from zope.interface import implementer


@implementer(IThrottle)
class Throttle(Rate):
    """Five requests an hour per address; remembers the last thousand addresses."""

    def __init__(self):
        super().__init__(most=5, minutes=60)
