"""A person's data: `@@my-data` for oneself, `@@person-data` for HR: read, export, erase."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer
import json


class PersonalData(Page):
    """What every room holds, as JSON to download."""

    def show(self) -> str | bytes:
        if self.chosen("download", ("1",)):
            return self.download()
        self.person = people.account(self.whose)
        if self.person is None:
            raise Missing(_("There is no such person."))
        return self.index()

    @property
    def whose(self) -> str:
        return self.userid

    def download(self) -> bytes:
        data = people.personal_data(self.whose, actor=self.userid)
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.whose}.json"')
        response.setHeader("Cache-Control", "no-store")
        return json.dumps(data, ensure_ascii=False, indent=2).encode()


@implementer(IOpenToClients)
class MyData(PersonalData):
    """One's own."""

    index = ViewPageTemplateFile("my_data.pt")
    title = _("My data")


class PersonData(PersonalData):
    """Somebody's, for HR; erasing asks for the user id to be typed."""

    index = ViewPageTemplateFile("person_data.pt")
    title = _("Personal data")

    @property
    def whose(self) -> str:
        return self.text("userid", 64)

    def fields(self) -> list[dict]:
        return [self.field("confirmation", label=_("Type the user id to confirm"), required=True, maximum=64)]

    def post(self) -> str:
        person = people.account(self.whose)
        done, _nothing = self.attempt(self.erase)
        if not done:
            return self.show()
        message = _("${name} was erased. The user id is never given again.", mapping={"name": person.fullname})
        return self.back(message, url=f"{api.portal.get().absolute_url()}/@@accounts")

    def erase(self) -> None:
        """Erase, when the confirmation names the person."""
        if self.text("confirmation", 64).strip() != self.whose:
            raise Invalid(_("This is not the user id of the person."), field="confirmation")
        people.erase(self.whose, actor=self.userid)
