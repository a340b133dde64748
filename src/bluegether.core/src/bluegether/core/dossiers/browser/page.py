"""What the pages of this room share: a form's token and errors, names, dates."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import Forbidden
from zope.component import getMultiAdapter
import transaction


class Page(BrowserView):
    """A page: GET shows `index`; POST, with Plone's form token, calls `post`."""

    index = None

    def __call__(self) -> str | bytes:
        self.errors = {}
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.show()
        if not getMultiAdapter((self.context, self.request), name="authenticator").verify():
            raise Forbidden("The form's token is missing or old.")
        return self.post()

    def show(self) -> str | bytes:
        return self.index()

    def post(self) -> str | bytes:
        raise Forbidden("This page takes no form.")

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @property
    def url(self) -> str:
        return f"{api.portal.get().absolute_url()}/@@{self.__name__}"

    def attempt(self, verb, *arguments, **values):
        """Call a verb; return (True, its answer), or (False, None) with the message in `errors` and nothing changed."""
        try:
            return True, verb(*arguments, **values)
        except BluegetherError as error:
            transaction.doom()
            self.request.response.setStatus(error.status)
            for name, value in error.headers.items():
                self.request.response.setHeader(name, value)
            self.errors[error.field or ""] = error.message
            return False, None

    def text(self, name: str, maximum: int = 4000) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def back(self, message, *, url: str = "", kind: str = "info") -> str:
        """Redirect with a message."""
        api.portal.show_message(message, request=self.request, type=kind)
        self.request.response.redirect(url or self.url)
        return ""

    def day(self, moment) -> str:
        return api.portal.get_localized_time(local(moment))

    def name_of(self, userid: str) -> str:
        """Return the name of a member, or the user id of somebody who has no account here (any more)."""
        person = people.account(userid)
        return person.fullname if person is not None else userid

    def unit_title(self, unit: str) -> str:
        return people.units().get(unit, unit)
