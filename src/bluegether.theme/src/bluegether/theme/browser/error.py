"""The page of whatever goes wrong: not found, or an error of ours.

It suggests no pages: it is shown before any gate has been asked, so it says nothing of what is in the site.
"""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from bluegether.theme import _
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from zope.component.hooks import getSite


class Error(ExceptionView):
    """Plone's handling (redirects of moved pages) with our words, in the person's own shell; programs that ask the API
    get plone.rest's answer, JSON with the status that it is."""

    missing = False

    def __call__(self):
        if IAPIRequest.providedBy(self.request):
            return self._for_programs()
        self.missing = self.context.__class__.__name__ == "NotFound"
        self._recognise()
        return super().__call__()

    def _for_programs(self) -> str:
        handler = ErrorHandling(self.context, self.request)
        handler.__parent__ = self.__parent__
        return handler()

    @property
    def title(self):
        return _("Page not found") if self.missing else _("Something went wrong")

    def _recognise(self) -> None:
        """Find out who asks: where nothing is found, publishing ends before anyone is logged in."""
        site = getSite()
        if site is None or getSecurityManager().getUser().getId() is not None:
            return
        for accounts in (site.acl_users, site.getPhysicalRoot().acl_users):
            plugins = accounts._getOb("plugins")
            for userid, login in accounts._extractUserIds(self.request, plugins):
                user = accounts._findUser(plugins, userid, login, request=self.request)
                if user is not None:
                    newSecurityManager(self.request, user)
                    return
