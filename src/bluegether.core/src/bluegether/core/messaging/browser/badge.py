"""How many conversations hold something new: `@@messages-badge` as JSON, and the envelope of the top bar."""

from bluegether.core import _
from bluegether.core.messaging import api as messaging
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
import json


MOST = 99


def shown(count: int) -> str:
    """Return the number as the badge shows it, "" for none."""
    return f"{MOST}+" if count > MOST else str(count or "")


def label(count: int):
    """Return what a screen reader says, translatable."""
    if not count:
        return _("Messages: nothing new")
    return _("Messages: ${count} conversations not read", mapping={"count": count})


class Badge(BrowserView):
    """Asked for about once a minute by every open window: it renders nothing and looks at one mailbox."""

    def __call__(self) -> str:
        count = messaging.unread(api.user.get_current().getId() or "")
        self.request.response.setHeader("Content-Type", "application/json")
        self.request.response.setHeader("Cache-Control", "no-store")
        return json.dumps({"count": shown(count), "label": translate(label(count), context=self.request)})


class Envelope(ViewletBase):
    """A link to one's messages with that number; the script of the bell asks again for every badge there is."""

    index = ViewPageTemplateFile("envelope.pt")

    def update(self):
        super().update()
        count = messaging.unread(api.user.get_current().getId() or "")
        self.number, self.label = shown(count), label(count)

    def icon(self, name: str) -> str:
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")
