"""What the pages of skills share: forms whose errors are shown at the field, their token, titles, icons."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.page import Looks
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillPeople
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import NotFound
import transaction


MACROS = ViewPageTemplateFile("macros.pt")
MAX_FIELD = 20_000


class Page(Looks):
    """A page: GET shows `index`; POST calls `post`, which returns where to go, or raises what is then shown."""

    index = None

    def __call__(self) -> str:
        self.errors = {}
        self.prepare()
        if self.request.method != "POST":
            return self.index()
        CheckAuthenticator(self.request)
        try:
            target = self.post()
        except BluegetherError as error:
            return self.refuse(error)
        return self.request.response.redirect(target) if target else self.index()

    def prepare(self) -> None:
        """Look up what the page is about."""

    def post(self) -> str:
        """Do what the form asks and return the address to go to, or nothing to show the page."""
        raise NotFound()

    def refuse(self, error: BluegetherError) -> str:
        transaction.abort()
        self.errors = {error.field or "": error.message}
        self.request.response.setStatus(error.status)
        self.prepare()
        return self.index()

    @property
    def macros(self):
        return MACROS.macros

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@{self.__name__}"

    @property
    def may_manage(self) -> bool:
        return skills.can_manage(self.userid)

    def text(self, name: str, maximum: int = MAX_FIELD) -> str:
        """Return a parameter as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value.strip()

    def named(self) -> skills.Entry:
        """Return the skill that the address names; raise NotFound."""
        found = skills.skill(self.text("id", 200))
        if found is None:
            raise NotFound()
        return found

    def chosen(self, name: str, message) -> str:
        """Return the id of the skill that a field names, empty when it is empty; raise Invalid with the message."""
        text = self.text(name)
        found = skills.find(text) or skills.current(text)
        if text and not found:
            raise Invalid(message, field=name)
        return found

    def link(self, skill_id: str, **more) -> str:
        values = ({"id": skill_id} if skill_id else {}) | more
        return f"{self.site_url}/@@skills?{urlencode(values)}"

    def line(self, skill_id: str) -> dict:
        """Return a skill as lists show it."""
        return {"id": skill_id, "title": skills.title(skill_id), "url": self.link(skill_id)}

    def people_counts(self, skill_ids) -> dict[str, int]:
        """Return skill id -> how many people show it to everyone, nothing without the room that knows."""
        room = ISkillPeople(api.portal.get(), None)
        return room.counts(list(skill_ids)) if room is not None else {}

    def field(self, name: str, *, label, value: str = "", **more) -> dict:
        """Return one field of a form with what was typed and what is wrong with it."""
        defaults = {"type": "text", "required": False, "maximum": None, "help": None, "suggest": None, "rows": 4}
        typed = self.request.form.get(name)
        shown = typed if isinstance(typed, str) else value
        return defaults | {"name": name, "label": label, "value": shown, "error": self.errors.get(name)} | more

    def say(self, message) -> None:
        api.portal.show_message(message, request=self.request)
