"""How often one address may ask: counted in this process, forgotten with it; a bound on what is kept."""

from bluegether.core.kit.clock import now
from bluegether.core.people.interfaces import IThrottle
from collections import OrderedDict
from datetime import timedelta
from threading import Lock
from zope.interface import implementer


@implementer(IThrottle)
class Throttle:
    """At most `most` in `minutes` per address; remembers the last thousand addresses."""

    most = 5
    minutes = 60
    addresses = 1000

    def __init__(self):
        self.lock = Lock()
        self.seen = OrderedDict()

    def allowed(self, address: str) -> bool:
        moment = now()
        with self.lock:
            recent = [one for one in self.seen.pop(address, ()) if one > moment - timedelta(minutes=self.minutes)]
            allowed = len(recent) < self.most
            self.seen[address] = [*recent, moment] if allowed else recent
            while len(self.seen) > self.addresses:
                self.seen.popitem(last=False)
            return allowed

    def clear(self) -> None:
        with self.lock:
            self.seen.clear()
