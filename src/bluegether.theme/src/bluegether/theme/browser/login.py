"""Signing in and out, and asking for help with it, in the portal's own words."""

from bluegether.theme import _
from Products.CMFPlone.browser.login.login import InsufficientPrivilegesView
from Products.CMFPlone.browser.login.login import LoginForm
from Products.CMFPlone.browser.login.login_help import LoginHelpForm
from Products.CMFPlone.browser.login.logout import LoggedOutView


class Login(LoginForm):
    """Plone's form; browsers are told what its two fields are."""

    label = _("Log in")

    def updateWidgets(self):
        super().updateWidgets()
        self.widgets["ac_name"].attributes["autocomplete"] = "username"
        self.widgets["ac_password"].attributes["autocomplete"] = "current-password"


class LoginHelp(LoginHelpForm):
    """Reset a password, be told one's user name."""

    title = _("Help with logging in")


class LoggedOut(LoggedOutView):
    """Only shown to an account of the Zope root; everybody else is taken to the front page."""

    title = _("Still logged in to the server")


class NotAllowed(InsufficientPrivilegesView):
    """Where Plone sends a person who is logged in but may not see a page."""

    title = _("You do not have access to this page")
