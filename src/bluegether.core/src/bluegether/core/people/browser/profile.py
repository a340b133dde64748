"""`@@profile?userid=`: an address that knows a user id only; it leads to the person's page, one's own without one."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page


class Profile(Page):
    """Clients are shown to HR and the like only."""

    def show(self) -> str:
        found = people.person(self.text("userid", 64) or self.userid)
        if found is None or not people.sees_person(found, self.userid):
            raise Missing(_("There is no such person."))
        return self.request.response.redirect(found.absolute_url())
