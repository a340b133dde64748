"""An error of ours that left a page, as a readable page or as JSON, with its own status."""

from bluegether.core import _
from bluegether.core.kit.access import reads_html
from bluegether.core.kit.errors import Invalid
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component.hooks import getSite
from zope.i18n import translate
import json


class ErrorView(BrowserView):
    """Exception view of BluegetherError."""

    index = ViewPageTemplateFile("error.pt")

    def __call__(self):
        self.error = self.context
        self.context = getSite()  # never the place where it happened: its title may be what is refused
        response = self.request.response
        if not self.error.redirect:
            response.setStatus(self.error.status, lock=1)
        for name, value in self.error.headers.items():
            response.setHeader(name, value)
        response._has_challenged = True  # no redirect to the login form
        if self.error.redirect:
            response.redirect(self.error.redirect, lock=1)
            return ""
        if self.request.get("REQUEST_METHOD") == "HEAD":
            return ""
        if reads_html(self.request):
            return self.index()
        response.setHeader("Content-Type", "application/json")
        return json.dumps(self.data())

    def data(self) -> dict:
        """Return what a program needs to know about the error."""
        data = {"type": type(self.error).__name__, "message": self.text(self.error.message)}
        if self.error.field:
            data["field"] = self.error.field
        if self.error.title:
            data["title"] = self.text(self.error.title)
        if self.error.link:
            data["link"] = self.error.link
        return data | self.error.details

    def text(self, message) -> str:
        return translate(message, context=self.request)


class QueryErrorView(ErrorView):
    """Exception view of a search that the catalog cannot read: the question is at fault, not the site."""

    def __call__(self):
        self.context = Invalid(_("This search cannot be understood. Check what you are looking for."))
        return super().__call__()
