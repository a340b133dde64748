"""`@@calendar/<token>.ics`: somebody's feed, for the program that knows its secret address, and nothing else.

No session, no password: the view is open and looks at the token alone. Whatever is no valid token of somebody with
access gets the same words at the same cost.
"""

from bluegether.core.calendars import api as calendars
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.throttle import Rate
from Products.Five.browser import BrowserView
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


ENDING = ".ics"
MINUTES = 10
# Addresses that are none: an office behind one address may have old subscriptions that still ask.
wrong = Rate(most=60, minutes=MINUTES, keys=5000)
# One feed, whoever asks: a program that asks every second costs more than it is worth.
asked = Rate(most=30, minutes=MINUTES, keys=20_000)


@implementer(IOpen, IPublishTraverse)
class Feed(BrowserView):
    """GET and HEAD; `If-None-Match` gives 304 when nothing has changed."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, _request, name):
        self.path.append(name)
        return self

    def __call__(self) -> bytes | str:
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-cache")
        response.setHeader("X-Robots-Tag", "noindex, nofollow")
        if self.request.get("REQUEST_METHOD") not in ("GET", "HEAD"):
            response.setHeader("Allow", "GET, HEAD")
            return self.say(405, "Only GET and HEAD.")
        try:
            userid = calendars.owner(self.token())
        except Missing:
            return self.unknown()
        if not asked.allowed(userid):
            return self.wait()
        calendars.used(userid)
        return self.send(calendars.edition(userid))

    HEAD = __call__

    def token(self) -> str:
        """Return what the address names, empty when it is no address of a feed."""
        last = self.path[-1] if len(self.path) == 1 else ""
        return last.removesuffix(ENDING) if last.endswith(ENDING) else ""

    def send(self, edition) -> bytes | str:
        response = self.request.response
        tag = f'"{edition.tag}"'
        response.setHeader("ETag", tag)
        if tag in (self.request.getHeader("If-None-Match") or ""):
            response.setStatus(304, lock=1)
            return ""
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        response.setHeader("Content-Disposition", 'inline; filename="bluegether.ics"')
        return b"" if self.request.get("REQUEST_METHOD") == "HEAD" else edition.write()

    def unknown(self) -> str:
        if wrong.allowed(self.request.getClientAddr()):
            return self.say(404, "There is no such calendar.")
        return self.wait()

    def wait(self) -> str:
        self.request.response.setHeader("Retry-After", str(MINUTES * 60))
        return self.say(429, "Too many requests.")

    def say(self, status: int, text: str) -> str:
        response = self.request.response
        response.setStatus(status, lock=1)
        response.setHeader("Content-Type", "text/plain; charset=utf-8")
        return text
