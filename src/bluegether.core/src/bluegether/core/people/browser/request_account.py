"""`@@request-account`: a visitor asks for an account. The answer is the same whether the address is known or not."""

from bluegether.core import _
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from bluegether.core.people.browser.page import PERSON_FIELDS
from bluegether.core.people.interfaces import IThrottle
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getUtility
from zope.interface import implementer


# A field that people do not see: who fills it in is a program.
TRAP = "website"


@implementer(IOpen, IOpenToClients)
class RequestAccount(Page):
    """Nothing of the site is shown here, and nothing of who is in it."""

    index = ViewPageTemplateFile("request_account.pt")
    title = _("Ask for an account")
    sent = False

    def fields(self) -> list[dict]:
        return [
            self.field("fullname", **PERSON_FIELDS["fullname"], autocomplete="name"),
            self.field("email", **PERSON_FIELDS["email"], autocomplete="email"),
            self.field(
                "message",
                label=_("Your message"),
                type="textarea",
                maximum=people.MAX_MESSAGE,
                help=_("Who you are for the company, and who you work with."),
            ),
        ]

    def open(self) -> bool:
        return people.takes_requests()

    def post(self) -> str:
        if self.text(TRAP):
            self.sent = True
            return self.show()
        self.sent, _nothing = self.attempt(self.ask)
        return self.show()

    def ask(self) -> None:
        """Count the attempt, then record the request."""
        if not getUtility(IThrottle).allowed(self.request.getClientAddr() or ""):
            raise Conflict(_("Too many requests came from here. Please try again in an hour."))
        people.request_account(
            fullname=self.text("fullname"),
            email=self.text("email"),
            message=self.text("message"),
            language=api.portal.get_current_language(),
        )
