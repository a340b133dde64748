"""`@@invite`: invite one person."""

from bluegether.core import _
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FIELDS = ("fullname", "email", "kind", "employment", "unit", "job", "userid")


class Invite(Page):
    """A form of particulars; the person receives the link by mail."""

    index = ViewPageTemplateFile("invite.pt")
    title = _("Invite somebody")

    def fields(self) -> list[dict]:
        return self.person_fields(*FIELDS)

    def post(self) -> str:
        person = {name: self.text(name).strip() for name in FIELDS}
        done, _token = self.attempt(people.invite, **person, invited_by=self.userid)
        if not done:
            return self.show()
        message = _(
            "${name} is invited: a mail is on its way to ${email}.",
            mapping={"name": person["fullname"], "email": person["email"]},
        )
        return self.back(message, url=f"{api.portal.get().absolute_url()}/@@accounts?tab=invitations")
