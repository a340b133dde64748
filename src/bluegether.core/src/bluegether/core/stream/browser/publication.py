"""The page of one entry, `<portal>/@@stream/<id>`: the entry and what is said about it."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.entries import Viewing
from bluegether.core.stream.browser.shared import share_row
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.component import getMultiAdapter


class Publication(Viewing):
    """A page of the site, whatever it is about; an entry that one may not see is not there."""

    index = ViewPageTemplateFile("publication.pt")
    title = _("Publication")
    full = True

    def __init__(self, context, request):
        super().__init__(api.portal.get(), request)
        self.publication = context

    def __call__(self) -> str:
        try:
            self.shown = stream.shown(int(self.publication.id), userid=self.userid)
        except BluegetherError:
            raise NotFound(self.publication.id) from None
        return self.index()

    def shares(self) -> list[dict]:
        """Return who shared the entry and for whom, of those shares that the reader may see."""
        found = stream.shares_of_entry(self.shown.entry.id, userid=self.userid)
        return [share_row(self.site_url, item.entry) for item in found]

    def discussion(self) -> str:
        """Return the reactions and comments as discussion shows them."""
        return getMultiAdapter((self.publication, self.request), name="discussion")()
