"""`@@notification-unsubscribe`: stops a mail by the link in it, without logging in; mail programs post it too."""

from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.browser.page import Page
from functools import cached_property
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import alsoProvides
from zope.interface import implementer
import transaction


@implementer(IOpen)
class Unsubscribe(Page):
    """GET asks, POST stops (RFC 8058). The signed token is the permission: no session, no form token."""

    index = ViewPageTemplateFile("stop.pt")
    done = False

    def __call__(self):
        # A proxy or a mail program must not keep the page, nor tell the address to others.
        self.request.response.setHeader("Cache-Control", "no-store")
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        if self.request.method == "POST":
            self.stop()
        return self.index()

    def stop(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            notifications.stop(self.token, everything=self.text("everything") == "on")
            self.done = True
        except BluegetherError as error:
            transaction.doom()
            self.error = error
            self.request.response.setStatus(error.status)

    @property
    def token(self) -> str:
        return self.text("token")

    @cached_property
    def stopping(self) -> notifications.Stopping | None:
        """Return what the link stops, None when it is not a link of ours."""
        try:
            return notifications.stopping(self.token)
        except BluegetherError as error:
            self.error = error
            self.request.response.setStatus(error.status)
            return None
