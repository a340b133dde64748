"""`@@reward-rule`: one rule of the draft: what earns, how much, on which conditions, with which words for everyone."""

from bluegether.core import _
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


CONDITIONS = 3
TEXT = {"kind": "textarea", "required": True, "maximum": 600, "css": "col-md-6 mb-3"}
NUMBER = {"inputmode": "decimal", "css": "col-md-4 mb-3"}


class RewardRule(Page):
    """`rule` in the address is the one that is changed; without it a new one is made."""

    index = ViewPageTemplateFile("reward_rule.pt")
    section = "rewards-draft"

    @property
    def title(self):
        return _("Change a rule") if self.text("rule", 200) else _("Add a rule")

    def open(self) -> None:
        self.draft = rewards.draft(self.userid)
        self.key = self.text("rule", 200)
        self.rule = next((one for one in self.draft.rules if one.key == self.key), None)

    def stored(self, name: str, default=""):
        return getattr(self.rule, name) if self.rule is not None else default

    @property
    def cents(self) -> str:
        """Return the amount as it is typed."""
        cents = self.stored("cents", 0)
        return f"{cents / 100:.2f}".replace(".", ",") if cents else ""

    def fields(self) -> list[dict]:
        choices = [("", _("Choose")), *((kind.name, kind.title) for kind in rewards.kinds())]
        texts = _("Everyone reads it: say what earns and how much.")
        return [
            self.field("kind", _("What earns"), self.stored("kind"), kind="select", choices=choices, required=True),
            self.field("points", _("Points"), self.stored("points"), **NUMBER),
            self.field("amount", _("Amount in euros"), self.cents, **NUMBER),
            self.field("cap", _("Times a month at most"), self.stored("cap") or "", help=None, **NUMBER),
            self.field("text_fr", _("Text in French"), self.stored("text_fr"), help=texts, **TEXT),
            self.field("text_en", _("Text in English"), self.stored("text_en"), help=texts, **TEXT),
        ]

    def conditions(self) -> list[dict]:
        """Return as many rows as a rule may have, those stored first."""
        stored = [*self.stored("conditions", ()), *[("", "is", "")] * CONDITIONS][:CONDITIONS]
        return [
            {
                "place": place + 1,
                "name": self.typed(f"name_{place}", name),
                "op": self.typed(f"op_{place}", op),
                "value": self.typed(f"value_{place}", value),
                "suffix": f"_{place}",
            }
            for place, (name, op, value) in enumerate(stored)
        ]

    def names(self) -> list[tuple]:
        """Return the values that deeds have, with the kind that has them."""
        found = {"": _("No condition")}
        for kind in rewards.kinds():
            for name, (title, _choices) in kind.values.items():
                found.setdefault(name, f"{self.said(title)} ({self.said(kind.title)})")
        return list(found.items())

    def operators(self) -> list[tuple]:
        return list(words.OPERATORS.items())

    def known_values(self) -> list[dict]:
        """Return what can be typed as a value, by name, to be read beside the form."""
        found: dict = {}
        for kind in rewards.kinds():
            for title, choices in kind.values.values():
                if choices:
                    found[self.said(title)] = ", ".join(f"{key} ({self.said(text)})" for key, text in choices.items())
        return [{"title": title, "choices": choices} for title, choices in found.items()]

    def post(self) -> str:
        names = ("kind", "points", "amount", "cap", "text_fr", "text_en")
        values = {name: self.text(name) for name in names} | {"conditions": self.sent_conditions()}
        rewards.put_rule(values, key=self.key, revision=self.whole("revision"), userid=self.userid)
        return self.say(_("The rule is in the draft."), self.page_url("rewards-draft"))

    def sent_conditions(self) -> list[tuple[str, str, str]]:
        parts = ("name", "op", "value")
        rows = [tuple(self.text(f"{part}_{place}", 200) for part in parts) for place in range(CONDITIONS)]
        return [row for row in rows if row[0]]
