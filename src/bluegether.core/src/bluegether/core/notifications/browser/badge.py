"""`@@notifications-badge`: how many notices are unread, as JSON; `@@notifications-worker`: the service worker."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.notifications import api as notifications
from pathlib import Path
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate
from zope.interface import implementer
import json


WORKER = Path(__file__).parents[1] / "static" / "worker.js"


def shown(count: notifications.Count) -> str:
    """Return the number as the badge shows it, "" for none."""
    return f"{count.number}+" if count.more else str(count.number or "")


def label(count: notifications.Count):
    """Return what a screen reader says, translatable."""
    if not count.number:
        return _("Notifications: nothing new")
    if count.more:
        return _("Notifications: more than ${count} not read", mapping={"count": count.number})
    return _("Notifications: ${count} not read", mapping={"count": count.number})


@implementer(IOpenToClients)
class Badge(BrowserView):
    """Asked for about once a minute by every open window: it renders nothing and looks at the unread notices only."""

    def __call__(self) -> str:
        count = notifications.count(api.user.get_current().getId() or "")
        self.request.response.setHeader("Content-Type", "application/json")
        self.request.response.setHeader("Cache-Control", "no-store")
        return json.dumps({"count": shown(count), "label": translate(label(count), context=self.request)})


@implementer(IOpenToClients)
class Worker(BrowserView):
    """The script that receives push messages; its place at the site's address lets it open any page of the site."""

    def __call__(self) -> str:
        self.request.response.setHeader("Content-Type", "text/javascript; charset=utf-8")
        self.request.response.setHeader("Cache-Control", "no-cache")
        return WORKER.read_text(encoding="utf-8")
