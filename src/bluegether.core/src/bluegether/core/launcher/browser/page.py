"""What the pages of the launcher share: forms whose errors are shown with what was typed."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.launcher import api as launcher
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
import transaction


class Page(BrowserView):
    """`index` is the template; `post()` does what the form asks and returns where to go, or raises."""

    index = None
    error = None

    def __call__(self):
        self.request.set("disable_plone.rightcolumn", 1)
        if self.request.method != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            transaction.doom()
            self.error = error
            self.request.response.setStatus(error.status)
            return self.show()

    def show(self):
        return self.index()

    def post(self) -> str:
        raise Invalid(_("This page takes no form."))

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @property
    def language(self) -> str:
        return api.portal.get_current_language()

    @property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()

    def text(self, name: str) -> str:
        """Return a parameter as text, whatever was sent."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        value = self.request.form.get(name, [])
        return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one]

    def wrong(self, name: str):
        """Return what is wrong with this field, or None."""
        return self.error.message if self.error is not None and self.error.field == name else None

    @property
    def token(self) -> str:
        return self.context.restrictedTraverse("@@authenticator").token()

    def may_manage(self) -> bool:
        return launcher.can_manage(self.userid)

    def icon(self, name: str) -> str:
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")
