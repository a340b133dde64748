"""How much one person does in an hour: who sends too much is asked to wait, with a 429 that loses nothing.

It counts what signed-in people send to the portal. What runs without them (imports, the demo, a console) is not
counted, nor what happens inside `lifted()`. Verbs call `count` last, when everything else is right, so that a refused
text costs nothing. Counted in the memory of each process: a restart forgets, and several processes let through that
many times more; a count that the database keeps would make every post write a second object.
"""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import TooMany
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from plone import api
from threading import local
from threading import Lock
from zope.globalrequest import getRequest
import os


PREFIX = "bluegether.limits."
HOUR = 3600
KEYS = 20_000
# The load generator measures what the portal can do, not what one person may.
ON = os.environ.get("BLUEGETHER_LIMITS", "on") != "off"
MESSAGES = {
    "post": _("You have published much in a short time. Wait ${minutes} minutes; your text is kept below."),
    "comment": _("You have commented much in a short time. Wait ${minutes} minutes; your text is kept below."),
    "reaction": _("You have reacted much in a short time. Wait ${minutes} minutes."),
    "lead": _("You have handed in many leads in a short time. Wait ${minutes} minutes; your text is kept below."),
    "order": _("You have ordered much in a short time. Wait ${minutes} minutes."),
    "referral": _("You have referred many people in a short time. Wait ${minutes} minutes; what you typed is below."),
    "report": _("You have reported much in a short time. Wait ${minutes} minutes; your text is kept below."),
}


class Hours:
    """When each key did something in the last hour, oldest first; the key that was quiet longest is forgotten first."""

    def __init__(self):
        self._lock = Lock()
        self._seen: OrderedDict[tuple, list[float]] = OrderedDict()

    def add(self, key: tuple, most: int) -> int:
        """Count one and return 0, or the seconds to wait when it would be one too many."""
        moment = now().timestamp()
        with self._lock:
            recent = [one for one in self._seen.pop(key, ()) if moment - HOUR < one <= moment]
            full = len(recent) >= most
            self._seen[key] = recent if full else [*recent, moment]
            while len(self._seen) > KEYS:
                self._seen.popitem(last=False)
        return int(recent[-most] + HOUR - moment) + 1 if full else 0

    def clear(self) -> None:
        """Forget everybody."""
        with self._lock:
            self._seen.clear()


hours = Hours()
_lifted = local()


def count(what: str, userid: str, *, new: bool = False) -> None:
    """Count one post, comment, reaction or report of this person; raise TooMany when it is one too many.

    `new` is for who came a few days ago: they have a share of what others have. A limit of 0 is none.
    """
    if not ON or getattr(_lifted, "depth", 0) or not _sent_by(userid):
        return
    most = api.portal.get_registry_record(f"{PREFIX}{what}s", default=0) or 0
    if most and new:
        share = api.portal.get_registry_record(f"{PREFIX}new_share", default=100)
        most = max(1, most * share // 100)
    seconds = hours.add((what, userid), most) if most else 0
    if seconds:
        raise TooMany(_message(what, seconds), seconds=seconds, field="text")


def say_wait(request, error: TooMany) -> None:
    """Answer 429 with a page; a script that puts a part of the page in place would show none of it, and gets 200."""
    if request.getHeader("X-Requested-With") != "XMLHttpRequest":
        request.response.setStatus(error.status)
    for name, value in error.headers.items():
        request.response.setHeader(name, value)


@contextmanager
def lifted() -> Iterator[None]:
    """Count nothing inside the block, in this thread."""
    _lifted.depth = getattr(_lifted, "depth", 0) + 1
    try:
        yield
    finally:
        _lifted.depth -= 1


def _message(what: str, seconds: int):
    text = MESSAGES[what]
    return _(str(text), default=text.default, mapping={"minutes": -(-seconds // 60)})


def _sent_by(userid: str) -> bool:
    """Return whether this person sent what is published now, for the first time: Zope may try it again."""
    request = getRequest()
    if request is None or request.get("PUBLISHED") is None or getattr(request, "retry_count", 0):
        return False
    return getSecurityManager().getUser().getId() == userid
