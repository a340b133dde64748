"""`@@endorse`: endorse, withdraw or put a request aside; a POST, then the section anew or the page it came from."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.browser.page import Page
from bluegether.core.expertise.browser.section import Section
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.people import api as people
from plone import api
from plone.protect import CheckAuthenticator
from zExceptions import BadRequest
import transaction


MESSAGES = {
    "endorse": _("You endorse this skill."),
    "withdraw": _("You no longer endorse this skill."),
    "decline": _("The request is put aside."),
}


class Endorse(Page):
    """A script of the page asks for the section alone; a form without scripts goes back to its page."""

    def __call__(self) -> str:
        if self.request.method != "POST":
            raise BadRequest("POST only")
        CheckAuthenticator(self.request)
        act = self.text("act")
        if act not in MESSAGES:
            raise BadRequest("act")
        error = self.attempt(act)
        return self.section(error) if self.wants_section() else self.back(error or MESSAGES[act], error is not None)

    def attempt(self, act: str):
        """Do it and return what is wrong, or None."""
        owner, skill_id = self.text("person"), self.text("skill")
        try:
            if act == "endorse":
                expertise.endorse(owner, skill_id, actor=self.userid, experience=self.text("experience"))
            elif act == "withdraw":
                expertise.withdraw(owner, skill_id, actor=self.userid)
            else:
                expertise.decline(owner, skill_id, actor=self.userid)
        except BluegetherError as error:
            transaction.abort()
            return error.message
        return None

    def wants_section(self) -> bool:
        return self.request.getHeader("X-Requested-With") == "XMLHttpRequest"

    def section(self, error) -> str:
        """Return the section of the person's page; pat-inject takes it out of any page."""
        person = people.person(self.text("person"))
        if person is None or not people.sees_person(person, self.userid):
            raise BadRequest("person")
        section = Section(person, self.request)
        section.error = {"message": error} if error else None
        return section.render()

    def back(self, message, wrong: bool) -> str:
        """Return to the page of this site that the button was on."""
        api.portal.show_message(message, request=self.request, type="error" if wrong else "info")
        origin = self.request.get("HTTP_REFERER", "")
        inside = origin and api.portal.get_tool("portal_url").isURLInPortal(origin) and "@@endorse?" not in origin
        return self.request.response.redirect(origin if inside else self.site_url)
