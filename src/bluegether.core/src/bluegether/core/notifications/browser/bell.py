"""The bell of the top bar; the site's profile puts it there."""

from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.browser.badge import label
from bluegether.core.notifications.browser.badge import shown
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Bell(ViewletBase):
    """A link to the centre with the number of unread notices; a script asks again about once a minute."""

    index = ViewPageTemplateFile("bell.pt")

    def update(self):
        super().update()
        count = notifications.count(api.user.get_current().getId() or "")
        self.number, self.label = shown(count), label(count)

    def icon(self, name: str) -> str:
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")
