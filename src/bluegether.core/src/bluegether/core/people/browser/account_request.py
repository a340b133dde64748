"""`@@account-request`: HR accepts a request, which invites the person, or refuses it with a reason."""

from bluegether.core import _
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ACCEPT_FIELDS = ("kind", "employment", "unit", "job", "userid")


class AccountRequestPage(Page):
    """One request and two forms."""

    index = ViewPageTemplateFile("account_request.pt")
    title = _("Request for an account")

    def show(self) -> str:
        self.found = people.account_request(self.number("id"))
        return self.index()

    def accept_fields(self) -> list[dict]:
        return self.person_fields(*ACCEPT_FIELDS)

    def refuse_fields(self) -> list[dict]:
        help_text = _("The person receives it by mail.")
        return [
            self.field(
                "reason",
                label=_("Reason"),
                type="textarea",
                required=True,
                maximum=people.MAX_MESSAGE,
                help=help_text,
            )
        ]

    def post(self) -> str:
        name = people.account_request(self.number("id")).fullname
        if "refuse" in self.request.form:
            done, _nothing = self.attempt(
                people.refuse_request, self.number("id"), reason=self.text("reason"), actor=self.userid
            )
            message = _("The request of ${name} was refused; the reason is on its way.", mapping={"name": name})
        else:
            person = {field: self.text(field).strip() for field in ACCEPT_FIELDS}
            done, _token = self.attempt(people.accept_request, self.number("id"), actor=self.userid, **person)
            message = _("The request of ${name} was accepted: an invitation is on its way.", mapping={"name": name})
        if not done:
            return self.show()
        return self.back(message, url=f"{api.portal.get().absolute_url()}/@@accounts?tab=requests")
