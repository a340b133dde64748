"""What the pages of leads share: who reads, forms and their errors, words, names, days."""

from bluegether.core import _
from bluegether.core.kit import limit
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import TooMany
from bluegether.core.leads import api as leads
from bluegether.core.leads import vocabularies as words
from bluegether.core.people import api as people
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18n import translate
import transaction


MAX_TEXT = 5000


class Page(BrowserView):
    """`open` finds what is shown, or raises; `post` does what the form asks and returns where to go, or raises.

    Then the page is shown again with the messages, and nothing is changed.
    """

    index = None

    def __call__(self):
        self.errors: dict = {}
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method != "POST":
            self.open()
            return self.index()
        CheckAuthenticator(self.request)
        try:
            self.open()
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            return self.refuse(error)

    def open(self) -> None:
        """Find what the page shows; raise when the reader may not see it."""

    def post(self) -> str:
        raise Invalid(_("This page takes no form."))

    def refuse(self, error: BluegetherError):
        transaction.abort()
        self.errors[error.field or ""] = error.message
        self.open()
        if isinstance(error, TooMany):
            limit.say_wait(self.request, error)
        else:
            self.request.response.setStatus(error.status)
        return self.index()

    @cached_property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()

    @cached_property
    def handles(self) -> bool:
        return leads.can_handle(self.userid)

    def text(self, name: str, maximum: int = MAX_TEXT) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def state(self, lead) -> dict:
        title, css = words.STATES[lead.state]
        return {"title": title, "css": css, "overdue": leads.is_overdue(lead)}

    def lead_url(self, lead) -> str:
        return f"{self.site_url}/@@lead?id={lead.key}"

    def name_of(self, userid: str) -> str:
        return leads.name_of(userid) or translate(_("A former colleague"), context=self.request)

    def person_url(self, userid: str) -> str:
        return f"{self.site_url}/people/{userid}" if people.account(userid) is not None else ""

    def day(self, moment) -> str:
        return spoken(moment)

    def icon(self, name: str) -> str:
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")

    def say(self, text) -> str:
        return translate(text, context=self.request)
