"""The server's own first page: one site, so go there."""

from importlib.resources import files
from plone.distribution.browser.admin import Overview
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class FirstPage(Overview):
    """Redirect to the only site; with none or several, Plone's page to choose or create one."""

    index = ViewPageTemplateFile(str(files("plone.distribution.browser") / "templates" / "plone-overview.pt"))

    def __call__(self):
        sites = self.context.objectValues("Plone Site")
        if len(sites) != 1:
            return self.index()
        return self.request.response.redirect(sites[0].absolute_url())
