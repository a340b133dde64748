"""Setting a password from a mailed link: form, done, expired, not valid."""

from bluegether.theme import _
from Products.CMFPlone.browser.login.password_reset import PasswordResetView
from Products.CMFPlone.PasswordResetTool import ExpiredRequestError
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import sys


class Password(PasswordResetView):
    """Plone's steps; each template is shown under its own title."""

    title = _("Choose your password")
    form = ViewPageTemplateFile("password_form.pt")
    _set = ViewPageTemplateFile("password_set.pt")
    _expired = ViewPageTemplateFile("password_expired.pt")
    _invalid = ViewPageTemplateFile("password_invalid.pt")

    def finish(self):
        self.title = _("Your password is set")
        return self._set()

    def expired(self):
        self.title = _("This link has expired")
        return self._expired()

    def invalid(self):
        if isinstance(sys.exception(), ExpiredRequestError):  # Plone asks for its base class first
            return self.expired()
        self.title = _("This link is not valid")
        return self._invalid()
