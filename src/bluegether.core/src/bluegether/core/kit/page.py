"""What pages of every room share: who looks, how things are shown, forms whose errors come back with what was typed."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
import transaction


PRIVATE = "private, no-store"


class Looks(BrowserView):
    """A view that shows something: a page, a card, a section."""

    @cached_property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @cached_property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()

    def day(self, moment) -> str:
        """Return a day, or the day of a moment, as the site writes it."""
        return spoken(moment)

    def icon(self, name: str) -> str:
        """Return the icon's markup; it says nothing to a screen reader."""
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")


class Page(Looks):
    """`index` is the template; `open` finds what it shows, or raises; `post` does what the form asks and returns where
    to go, or raises: then the page is shown again with the messages and nothing is changed.
    """

    index = None
    error: BluegetherError | None = None
    longest = 4000  # characters of a form field
    keeping = PRIVATE  # Cache-Control; "" leaves it to the site

    def __call__(self):
        self.errors: dict = {}
        if self.keeping:
            self.request.response.setHeader("Cache-Control", self.keeping)
        self.request.set("disable_plone.rightcolumn", True)  # nothing beside it: forms and tables need their width
        if self.request.method != "POST":
            self.open()
            return self.show()
        CheckAuthenticator(self.request)
        try:
            self.open()
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            return self.refuse(error)

    def open(self) -> None:
        """Find what the page shows; raise when the reader may not see it."""

    def show(self) -> str:
        return self.index()

    def post(self) -> str:
        raise Invalid(_("This page takes no form."))

    def refuse(self, error: BluegetherError) -> str:
        """Undo everything and show the page again with the reason; what is not there (any more) leaves the page."""
        transaction.abort()
        self.error = error
        self.errors[error.field or ""] = error.message
        self.open()
        self.request.response.setStatus(error.status)
        for name, value in error.headers.items():
            self.request.response.setHeader(name, value)
        return self.show()

    def say(self, message, url: str) -> str:
        """Leave a message for the page where it goes to, and return its address."""
        api.portal.show_message(message, request=self.request)
        return url

    def text(self, name: str, maximum: int = 0) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > (maximum or self.longest):
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def typed(self, name: str, default: str = "") -> str:
        """Return what was typed when the form was refused, else the default."""
        value = self.request.form.get(name, default) if self.error is not None else default
        return value if isinstance(value, str) else default
