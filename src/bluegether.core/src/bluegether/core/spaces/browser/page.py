"""What the pages of spaces share: forms whose errors are shown, people, icons, turning pages."""

from bluegether.core import _
from bluegether.core.kit import page as kit
from bluegether.core.kit import query
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser import words
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
import transaction


MACROS = ViewPageTemplateFile("macros.pt")
TONES = 6


class Looks(kit.Looks):
    """How people, days and states look."""

    @property
    def macros(self):
        return MACROS.macros

    @cached_property
    def outside(self) -> bool:
        """Return whether the reader sees nobody's page: an outside member."""
        return spaces.is_outside(self.userid)

    @cached_property
    def spaces_url(self) -> str:
        return f"{self.site_url}/spaces"

    @cached_property
    def token(self) -> str:
        """Return the hidden field of Plone's form protection: one serves every form of the page."""
        return self.context.restrictedTraverse("@@authenticator").authenticator()

    def person(self, userid: str) -> dict:
        """Return name, job, initials, colour and where their page is; somebody who was erased has none."""
        account = people.account(userid)
        name = account.fullname if account is not None else self.context.translate(_("Former member"))
        return {
            "userid": userid,
            "name": name,
            "job": account.job if account is not None else "",
            "unit": people.units().get(account.unit, "") if account is not None else "",
            "initials": words.initials(name),
            "tone": sum(userid.encode()) % TONES + 1,
            "url": f"{self.site_url}/people/{userid}" if account is not None and not self.outside else None,
        }

    def state(self, one) -> list[dict]:
        """Return the labels of a space: who sees it, whether it is archived."""
        found = [words.VISIBILITY[one.visibility]]
        return [*found, words.ARCHIVED] if one.archived else found

    def role_title(self, role: str):
        return words.ROLES.get(role, "")

    def pager(self, total: int, start: int, size: int, **criteria: str) -> dict | None:
        """Return addresses of the pages before and after, None when there is one page."""
        if total <= size and not start:
            return None

        def address(where: int) -> str:
            values = {name: value for name, value in criteria.items() if value} | {"b_start": where}
            return f"{self.context.absolute_url()}?{urlencode(values)}"

        return {
            "first": min(start + 1, total),
            "last": min(start + size, total),
            "total": total,
            "before": address(max(0, start - size)) if start else None,
            "after": address(start + size) if start + size < total else None,
        }


class Page(Looks):
    """GET shows `index`; POST, with Plone's form token, calls `do_<action>`, which returns where to go."""

    index = None
    actions = ()

    def __call__(self):
        self.request.set("disable_plone.rightcolumn", 1)
        self.errors = {}
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.act())
        except BluegetherError as error:
            return self.refuse(error)

    def show(self) -> str:
        return self.index()

    def act(self) -> str:
        """Do what the form asks and return the address to go to."""
        action = self.text("action")
        if action not in self.actions:
            raise Invalid(_("This page takes no such form."))
        return getattr(self, f"do_{action}")()

    def refuse(self, error: BluegetherError) -> str:
        """Undo everything and show the page again with the reason."""
        transaction.abort()
        self.request.response.setStatus(error.status)
        self.errors[error.field or ""] = error.message
        return self.show()

    def tell(self, message) -> None:
        api.portal.show_message(message, request=self.request)

    def text(self, name: str, default: str = "") -> str:
        """Return a form field as text, "" for anything else."""
        value = self.request.form.get(name, default)
        return value.strip() if isinstance(value, str) else ""

    def member(self, text: str, field: str) -> str:
        """Return the user id of who is named, by full name or user id; raise Missing, saying which name it is."""
        found = people.member_named(text.strip().lstrip("@"))
        if not found:
            words = {"name": text.strip()[:100]}
            raise Missing(_("“${name}” is nobody, or several people: give the user id.", mapping=words), field=field)
        return found

    def member_field(self, name: str, *, userid: str = "", **rest) -> dict:
        """Return a field that takes a full name or a user id and suggests people."""
        person = people.account(userid)
        full = person.fullname if person is not None else ""
        shown = full if people.member_named(full) == userid else userid
        suggest = f"{self.site_url}/@people-suggest?people=1"
        return self.field(name, value=shown, suggest=suggest, required=True, maximum=200, autocomplete="off", **rest)

    def start(self) -> int:
        return query.integer(self.request.form, "b_start", default=0)

    def field(self, name: str, *, label, value=None, **rest) -> dict:
        """Return one field of a form with what was typed, or its value, and what is wrong with it."""
        typed = self.request.form.get(name)
        shown = typed if isinstance(typed, str) else value
        found = {"type": "text", "required": False, "maximum": None, "help": None, "choices": None, "rows": 4}
        found["autocomplete"] = found["suggest"] = None
        found |= {"name": name, "label": label, "value": "" if shown is None else str(shown)}
        return found | {"error": self.errors.get(name)} | rest


class OfSpace(Page):
    """A page of one space."""

    @cached_property
    def uid(self) -> str:
        return IUUID(self.context)

    @cached_property
    def record(self):
        return spaces.record(self.uid)

    @cached_property
    def role(self) -> str:
        return spaces.role(self.uid, self.userid)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    def tab(self, name: str) -> str:
        return f"{self.url}?tab={name}"

    @cached_property
    def may_moderate(self) -> bool:
        return spaces.can_moderate(self.record, self.userid)

    @cached_property
    def may_configure(self) -> bool:
        return spaces.can_configure(self.record, self.userid)
