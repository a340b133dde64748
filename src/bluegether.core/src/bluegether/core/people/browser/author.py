"""`author/<user id>`: Plone's bylines lead there; here a person has a profile, and only members see people."""

from Products.Five.browser import BrowserView
from urllib.parse import urlencode
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Author(BrowserView):
    """Leads to the person's profile, which decides who sees it."""

    userid = ""

    def publishTraverse(self, request, name):
        self.userid = name
        return self

    def __call__(self):
        query = f"?{urlencode({'userid': self.userid})}" if self.userid else ""
        return self.request.response.redirect(f"{self.context.absolute_url()}/@@profile{query}")
