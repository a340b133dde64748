"""Signing in and out, and asking for help with it, in the portal's own words."""

from bluegether.theme import _
from Products.CMFPlone.browser.login.login import InsufficientPrivilegesView
from Products.CMFPlone.browser.login.login import LoginForm
from Products.CMFPlone.browser.login.login_help import LoginHelpForm
from Products.CMFPlone.browser.login.logout import LoggedOutView
from urllib.parse import unquote


class Login(LoginForm):
    """Plone's form; browsers are told what its two fields are."""

    label = _("Log in")

    def updateWidgets(self):
        super().updateWidgets()
        self.widgets["ac_name"].attributes["autocomplete"] = "username"
        self.widgets["ac_password"].attributes["autocomplete"] = "current-password"

    def redirect_after_login(self, came_from=None, is_initial_login=False):
        """Lead back to pages below a view too, such as `@@stream/12`: Plone traverses no further than the view."""
        before, mark, rest = (came_from or "").partition("/@@")
        view, slash, _path = rest.partition("/")
        known = f"{before}{mark}{view}" if slash else came_from
        super().redirect_after_login(known, is_initial_login)
        if slash and unquote(self.request.response.getHeader("Location") or "") == known:
            self.request.response.redirect(came_from)


class LoginHelp(LoginHelpForm):
    """Reset a password, be told one's user name."""

    title = _("Help with logging in")


class LoggedOut(LoggedOutView):
    """Only shown to an account of the Zope root; everybody else is taken to the front page."""

    title = _("Still logged in to the server")


class NotAllowed(InsufficientPrivilegesView):
    """Where Plone sends a person who is logged in but may not see a page."""

    title = _("You do not have access to this page")
