"""The mail with a link to a new password: Plone's, but none for who has no access."""

from bluegether.core import _
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from pathlib import Path
from Products.CMFPlone.browser.login import password_reset
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TEMPLATE = Path(password_reset.__file__).parent / "templates/mail_password_template.pt"


class NoPassword(NotAllowed, ValueError):
    """Plone's forms take a ValueError for "nothing was sent" and say what they say of names that nobody has."""

    def __init__(self):
        super().__init__(_("No new password can be asked for."))


class PasswordMail(password_reset.PasswordResetToolView):
    """`mail_password_template`: Plone renders it after the link was made and before the mail is sent."""

    index = ViewPageTemplateFile(str(TEMPLATE))

    def __call__(self, **options) -> str:
        if not people.has_access(options["member"].getId()):
            raise NoPassword()
        return self.index(**options)
