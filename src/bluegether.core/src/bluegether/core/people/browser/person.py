"""The page of a person, and of the folder of people."""

from plone import api
from Products.Five.browser import BrowserView


class Person(BrowserView):
    """The profile."""

    def __call__(self):
        url = f"{api.portal.get().absolute_url()}/@@profile?userid={self.context.getId()}"
        return self.request.response.redirect(url)


class People(BrowserView):
    """Nothing of its own: the home page."""

    def __call__(self):
        return self.request.response.redirect(api.portal.get().absolute_url())
