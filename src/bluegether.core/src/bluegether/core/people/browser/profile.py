"""`@@profile`: what the company says of a person, for members."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Profile(Page):
    """The signed-in person's own without `userid`. Clients are shown to HR and the like only."""

    index = ViewPageTemplateFile("profile.pt")

    def show(self) -> str:
        self.person = people.account(self.text("userid", 64) or self.userid)
        if self.person is None or not people.can_see(self.person, self.userid):
            raise Missing(_("There is no such person."))
        return self.index()

    @property
    def title(self) -> str:
        return self.person.fullname

    def mine(self) -> bool:
        return self.person.userid == self.userid

    def email(self) -> str:
        member = api.user.get(userid=self.person.userid)
        return member.getProperty("email", "") if member is not None else ""

    def may_handle_data(self) -> bool:
        return people.can_handle_data(self.userid)
