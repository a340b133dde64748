"""What the pages of needs share: forms that act, names and faces of people, the words for states."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.page import Looks
from bluegether.core.needs import api as needs
from bluegether.core.needs import vocabularies
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import profile
from bluegether.core.skills import api as skills
from datetime import date
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
import transaction


MACROS = ViewPageTemplateFile("macros.pt")
MAX_PARAMETER = 4000


class Showing(Looks):
    """What templates ask for."""

    @property
    def macros(self):
        return MACROS.macros

    @cached_property
    def manages(self) -> bool:
        return needs.can_manage(self.userid)

    @cached_property
    def handles(self) -> bool:
        return needs.can_handle(self.userid)

    @cached_property
    def sees_all(self) -> bool:
        return needs.sees_all(self.userid)

    @cached_property
    def _faces(self) -> dict:
        return {}

    def face(self, userid: str) -> dict:
        """Return a colleague as lists show them: name, address, picture when the reader may see it."""
        if userid not in self._faces:
            self._faces[userid] = people.face(userid, reader=self.userid, site_url=self.site_url)
        return self._faces[userid]

    def name(self, userid: str):
        return self.face(userid)["name"] if userid else _("Somebody who has no account any more")

    def skill_title(self, skill_id: str) -> str:
        return skills.title(skill_id)

    def level(self, number: int):
        return profile.LEVELS.getTerm(number).title

    def levels(self) -> list[tuple]:
        return [(term.value, term.title) for term in profile.LEVELS]

    def remote_title(self, value: str):
        return profile.REMOTE.getTerm(value).title if value in profile.REMOTE else ""

    def state(self, name: str) -> dict:
        title, css = vocabularies.STATES[name]
        return {"title": title, "css": css}

    def candidate_state(self, name: str) -> dict:
        title, css = vocabularies.CANDIDATES[name]
        return {"title": title, "css": css}

    def need_url(self, record) -> str:
        return f"{self.site_url}/needs/{record.id}"

    def query(self, **values) -> str:
        return urlencode({name: value for name, value in values.items() if value})


class Page(Showing):
    """GET shows `index`; POST does what the field `act` names, then goes on, or shows the page with what is wrong."""

    index = None
    error = None
    acts: tuple[str, ...] = ()

    def __call__(self) -> str:
        self.request.set("disable_plone.rightcolumn", 1)
        if self.request.method != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            return self.refuse(error)

    def show(self) -> str:
        return self.index()

    def post(self) -> str:
        """Do what the form asks and return where to go; raises what is then shown."""
        name = self.text("act")
        if name not in self.acts:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "act"}), field="act")
        return getattr(self, f"act_{name}")()

    def refuse(self, error: BluegetherError) -> str:
        transaction.abort()
        self.error = error
        self.request.response.setStatus(error.status)
        return self.show()

    def failed(self, act: str, key: str = "") -> bool:
        """Return whether this form of the page is the one that was refused."""
        form = self.request.form
        return self.error is not None and form.get("act") == act and (not key or form.get("key") == key)

    def typed(self, act: str, name: str, default: str = "") -> str:
        """Return what was typed into a form that was refused."""
        value = self.request.form.get(name, default)
        return value if self.failed(act) and isinstance(value, str) else default

    def text(self, name: str, maximum: int = MAX_PARAMETER) -> str:
        """Return a parameter as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value.strip()

    def date(self, name: str) -> date | None:
        """Return a parameter as a day, None when it is empty; raise Invalid (400) for no day."""
        value = self.text(name, 40)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Invalid(_("This is no date."), field=name) from None

    def number(self, name: str) -> int:
        """Return a parameter as a whole number; raise Invalid (400) for none."""
        value = self.text(name, 20)
        if not (value.isascii() and value.isdigit()):
            raise Invalid(_("${name} must be a whole number.", mapping={"name": name}), field=name)
        return int(value)

    def say(self, message) -> None:
        api.portal.show_message(message, request=self.request)
