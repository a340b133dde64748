"""Repeated wrong passwords are slowed down, on every channel that takes one.

A PAS plug-in sees every password, whoever takes it (login form, basic authentication, REST, XML-RPC, WebDAV). Wrong
ones are counted per account and address together, and per address: someone who guesses is stopped, the owner of the
account, who sits elsewhere, is not. Counted in the memory of each process, for a limited number of addresses: a
restart forgets, and several processes let through that many times more.
"""

from Acquisition import aq_parent
from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import BluegetherError
from collections import OrderedDict
from datetime import timedelta
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from threading import Lock
from zope.globalrequest import getRequest
from zope.interface import implementer
import math


PLUGIN = "bluegether_throttle"
FREE_PER_PAIR = 5  # wrong passwords for one account from one address before the first pause
FREE_PER_ADDRESS = 30  # for any accounts: an office behind one address types wrong now and then
FIRST_PAUSE = 5  # seconds; each further wrong password doubles it
LONGEST_PAUSE = 900
MEMORY = 3600  # seconds without a wrong password after which it starts anew
ENTRIES = 20_000


class TooManyAttempts(BluegetherError):
    """Too many wrong passwords from here: wait, then try again."""

    status = 429
    title = _("Too many attempts")

    def __init__(self, seconds: float):
        self.seconds = max(1, math.ceil(seconds))
        super().__init__(
            _(
                "Several wrong passwords came from your address. Wait ${seconds} seconds, then try again.",
                mapping={"seconds": self.seconds},
            )
        )
        self.headers = {"Retry-After": str(self.seconds)}


class Counter:
    """Wrong passwords per key, in a bounded memory: the key that was quiet longest is forgotten first."""

    def __init__(self, entries: int = ENTRIES):
        self.entries = entries
        self._lock = Lock()
        self._found: OrderedDict = OrderedDict()  # key -> (count, time of the last, free ones)

    def pause(self, key: tuple) -> float:
        """Return for how many seconds this key has to wait, 0 for not at all."""
        with self._lock:
            count, last, free = self._found.get(key, (0, 0.0, 0))
        if count < free or not count:
            return 0
        length = min(FIRST_PAUSE * 2 ** min(count - free, 20), LONGEST_PAUSE)
        return max(0.0, last + length - now().timestamp())

    def add(self, key: tuple, free: int) -> None:
        """Count one wrong password."""
        moment = now().timestamp()
        with self._lock:
            count, last, _free = self._found.pop(key, (0, moment, free))
            self._found[key] = (count + 1 if moment - last < MEMORY else 1, moment, free)
            while len(self._found) > self.entries:
                self._found.popitem(last=False)

    def forget(self, key: tuple) -> None:
        """Start anew: the right password came."""
        with self._lock:
            self._found.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._found.clear()

    def __len__(self) -> int:
        return len(self._found)


class Rate:
    """At most `most` of something in `minutes` per key; remembers a bounded number of keys."""

    def __init__(self, most: int, minutes: float, keys: int = 1000):
        self.most = most
        self.minutes = minutes
        self.keys = keys
        self._lock = Lock()
        self._seen: OrderedDict = OrderedDict()  # key -> moments that were allowed, oldest first

    def allowed(self, key: str) -> bool:
        """Count one and return whether it was not one too many."""
        moment = now()
        with self._lock:
            recent = [one for one in self._seen.pop(key, ()) if one > moment - timedelta(minutes=self.minutes)]
            allowed = len(recent) < self.most
            self._seen[key] = [*recent, moment] if allowed else recent
            while len(self._seen) > self.keys:
                self._seen.popitem(last=False)
            return allowed

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._seen.clear()


counter = Counter()


@implementer(IAuthenticationPlugin)
class Throttle(BasePlugin):
    """Comes first among the plug-ins that check passwords; lets nobody in itself."""

    meta_type = "BlueGether Throttle"

    def __init__(self, plugin_id: str = PLUGIN, title: str = "Slows repeated wrong passwords down"):
        self._setId(plugin_id)
        self.title = title

    def authenticateCredentials(self, credentials) -> None:
        """Raise TooManyAttempts while this account and address, or this address, have to wait."""
        login, password = credentials.get("login"), credentials.get("password")
        request = getRequest()
        if not login or password is None or request is None:
            return
        address = request.getClientAddr()
        pair = (address, str(login).lower()[:200])
        wait = max(counter.pause(pair), counter.pause((address,)))
        if wait > 0:
            raise TooManyAttempts(wait)
        if self._is_right(credentials):
            counter.forget(pair)
        elif not _seen(request, pair, str(password)):
            counter.add(pair, FREE_PER_PAIR)
            counter.add((address,), FREE_PER_ADDRESS)

    def _is_right(self, credentials) -> bool:
        """Return whether another plug-in, here or in the folders above, takes the password."""
        folder = self._getPAS()
        while folder is not None:
            for name, plugin in folder.plugins.listPlugins(IAuthenticationPlugin):
                if name != self.getId() and plugin.authenticateCredentials(dict(credentials)) is not None:
                    return True
            above = aq_parent(aq_parent(folder))
            folder = getattr(above, "acl_users", None) if above is not None else None
            folder = folder if hasattr(folder, "plugins") else None
        return False


def _seen(request, pair: tuple, password: str) -> bool:
    """Return whether this request already counted it: Zope may ask several times for one attempt."""
    seen = request.environ.setdefault("bluegether.throttle", set())
    attempt = (*pair, hash(password))
    known = attempt in seen
    seen.add(attempt)
    return known


def after_install(_tool) -> None:
    """Set the plug-in up when the product is installed."""
    install(api.portal.get())


def install(site) -> None:
    """Put the plug-in first among those that check passwords; twice is once."""
    folder = site.acl_users
    if PLUGIN not in folder.objectIds():
        folder._setObject(PLUGIN, Throttle())
    active = folder.plugins.listPluginIds(IAuthenticationPlugin)
    if PLUGIN not in active:
        folder.plugins.activatePlugin(IAuthenticationPlugin, PLUGIN)
        folder.plugins.movePluginsTop(IAuthenticationPlugin, [PLUGIN])
