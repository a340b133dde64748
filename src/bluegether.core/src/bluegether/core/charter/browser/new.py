"""`@@charter-new`: the first step, creating the charter that versions go in."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


class New(Page):
    """Creates the charter unless there is one, then leads to its first version."""

    index = ViewPageTemplateFile("new.pt")
    title = _("Write the charter")

    def post(self) -> str:
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Charter", sort_limit=1)
        if found:
            return f"{found[0].getURL()}/++add++CharterVersion"
        folder = charter.create_charter(translate(_("Code of conduct"), context=self.request))
        return f"{folder.absolute_url()}/++add++CharterVersion"
