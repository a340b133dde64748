"""What the pages of expertise share: forms, faces of colleagues, the words of a reason."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.page import Looks
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import profile
from bluegether.core.skills import api as skills
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
import transaction


MACROS = ViewPageTemplateFile("macros.pt")


class Showing(Looks):
    """What templates ask for."""

    @property
    def macros(self):
        return MACROS.macros

    @cached_property
    def _faces(self) -> dict:
        return {}

    def face(self, userid: str) -> dict:
        """Return a colleague as lists show them: name, address, picture when the reader may see it."""
        if userid not in self._faces:
            self._faces[userid] = people.face(userid, reader=self.userid, site_url=self.site_url)
        return self._faces[userid]

    def skill_title(self, skill_id: str) -> str:
        return skills.title(skill_id)

    def level(self, number: int):
        return profile.LEVELS.getTerm(number).title

    def address(self, page: str, **values: str) -> str:
        return f"{self.site_url}/@@{page}?{urlencode(values)}"


class Page(Showing):
    """A page: GET shows `index`; POST calls `post`, which returns where to go, or raises what is then shown."""

    index = None
    error = None

    def __call__(self) -> str:
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            return self.refuse(error)

    def post(self) -> str:
        raise Invalid(_("This page takes no form."))

    def refuse(self, error: BluegetherError) -> str:
        transaction.abort()
        self.error = error
        self.request.response.setStatus(error.status)
        return self.index()

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@{self.__name__}"

    def text(self, name: str) -> str:
        """Return a parameter as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > 200:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value.strip()

    def say(self, message) -> None:
        api.portal.show_message(message, request=self.request)


def reason_words(reason: expertise.Reason) -> dict:
    """Return the words that explain a reason."""
    return {
        "level": profile.LEVELS.getTerm(reason.level).title,
        "level_needed": profile.LEVELS.getTerm(reason.rules.level).title,
        "endorsements": reason.endorsements,
        "endorsements_needed": reason.rules.endorsements,
        "answers": reason.answers,
        "answers_needed": reason.rules.answers,
    }
