"""What the pages of this room share: who reads, the menu, forms and their errors, numbers and names."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from datetime import datetime
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.i18nmessageid import Message
import transaction


MACROS = ViewPageTemplateFile("macros.pt")
LONGEST = 4000


class Page(BrowserView):
    """`index` is the template; `open` finds what it shows, or raises; `post` does what the form asks and returns where
    to go, or raises: then the page is shown again with the messages and nothing is changed."""

    index = None
    title = _("Rewards")

    def __call__(self):
        self.errors: dict = {}
        self.error = None
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.set("disable_plone.rightcolumn", True)
        if self.request.method != "POST":
            self.open()
            return self.index()
        CheckAuthenticator(self.request)
        try:
            self.open()
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            return self.refuse(error)

    def open(self) -> None:
        """Find what the page shows."""

    def post(self) -> str:
        raise Invalid(_("This page takes no form."))

    def refuse(self, error: BluegetherError):
        """Undo everything and show the page again with the reason."""
        transaction.abort()
        self.error = error
        self.errors[error.field or ""] = error.message
        self.open()
        self.request.response.setStatus(error.status)
        return self.index()

    @property
    def macros(self):
        return MACROS.macros

    @cached_property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@{self.__name__}"

    def page_url(self, name: str) -> str:
        return f"{self.site_url}/@@{name}"

    @cached_property
    def handles(self) -> bool:
        return rewards.can_handle_orders(self.userid)

    @cached_property
    def pays(self) -> bool:
        return rewards.can_pay(self.userid)

    @cached_property
    def writes(self) -> bool:
        return rewards.can_write_rules(self.userid)

    @cached_property
    def reverses(self) -> bool:
        return rewards.can_reverse(self.userid)

    def nav(self) -> list[dict]:
        """Return the pages of the room that the reader may open; the one that is shown is current."""
        return [
            {
                "title": title,
                "icon": icon,
                "url": self.page_url(name),
                "current": "page" if name == self.section else None,
            }
            for name, (title, icon, asks) in words.PAGES.items()
            if not asks or getattr(self, asks)
        ]

    @property
    def section(self) -> str:
        """Return the page of the menu to which this one belongs."""
        return self.__name__

    def say(self, message, url: str = "", *, kind: str = "info") -> str:
        """Leave a message for the page where it goes to, and return its address."""
        api.portal.show_message(message, request=self.request, type=kind)
        return url or self.url

    def said(self, text) -> str:
        return translate(text, context=self.request)

    def text(self, name: str, maximum: int = LONGEST) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def typed(self, name: str, default="") -> str:
        """Return what was typed when the form was refused, else what is stored."""
        value = self.request.form.get(name, "") if self.error is not None else default
        return value if isinstance(value, str) else str(default)

    def field(self, name: str, label, value="", **rest) -> dict:
        """Return one field of a form for the macro `fields`, with what was typed and what is wrong with it."""
        usual = {"kind": "text", "required": False, "maximum": None, "help": None, "choices": (), "css": "mb-3"}
        typed = self.typed(name, str(value))
        usual |= {"name": name, "label": label, "value": typed, "error": self.errors.get(name), "inputmode": None}
        return usual | rest

    def whole(self, name: str, default: int = 0) -> int:
        """Return a number of the address or the form, an id or a cursor; raise Invalid (400)."""
        return query.integer(self.request.form, name, default=default, maximum=2**62)

    def number(self, value: int) -> str:
        return words.number(value)

    def signed(self, value: int) -> str:
        return words.signed(value)

    def euros(self, cents: int) -> str:
        return words.euros(cents)

    def quarter(self, name: str):
        return words.quarter(name)

    def day(self, moment) -> str:
        return spoken(moment)

    def iso(self, moment: datetime) -> str:
        return local(moment).date().isoformat()

    def moment(self, text: str) -> datetime:
        return datetime.fromisoformat(text)

    def icon(self, name: str) -> str:
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")

    def name_of(self, userid: str) -> str:
        """Return somebody's name; who was erased is a former member."""
        return rewards.name_of(userid) or self.said(_("A former member"))

    def unit_title(self, unit: str):
        return people.units().get(unit, unit) or _("No unit")

    def rule_text(self, rule) -> str:
        return rewards.in_language(rule.text_fr, rule.text_en)

    def kind_title(self, kind: str):
        return rewards.kind_title(kind)

    def conditions(self, rule) -> list[str]:
        """Return the conditions of a rule in words."""
        kind = rewards.kind_named(rule.kind)
        return [self._condition(kind, *condition) for condition in rule.conditions]

    def _condition(self, kind, name: str, op: str, value: str) -> str:
        title, choices = kind.values.get(name, (name, {})) if kind is not None else (name, {})
        said = choices.get(value, words.YES_NO.get(value, value))
        return self.said(Message(words.CONDITIONS[op], mapping={"title": self.said(title), "value": self.said(said)}))
