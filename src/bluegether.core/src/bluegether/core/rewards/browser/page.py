"""What the pages of this room share: who reads, the menu, forms and their errors, numbers and names."""

from bluegether.core import _
from bluegether.core.kit import page as kit
from bluegether.core.kit import query
from bluegether.core.kit.clock import local
from bluegether.core.people import api as people
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from datetime import datetime
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.i18nmessageid import Message


MACROS = ViewPageTemplateFile("macros.pt")


class Page(kit.Page):
    """Errors come back beside their fields, with what was typed."""

    title = _("Rewards")

    @property
    def macros(self):
        return MACROS.macros

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

    def iso(self, moment: datetime) -> str:
        return local(moment).date().isoformat()

    def moment(self, text: str) -> datetime:
        return datetime.fromisoformat(text)

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
