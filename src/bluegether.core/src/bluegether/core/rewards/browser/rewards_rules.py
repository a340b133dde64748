"""`@@rewards-rules`: every rule and every version of the rules, for everyone."""

from bluegether.core import _
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Rules(Page):
    """The version in force, or the one that the address names."""

    index = ViewPageTemplateFile("rewards_rules.pt")
    title = _("What earns points")

    def open(self) -> None:
        number = self.whole("version")
        self.versions = rewards.versions()
        self.shown = rewards.version(number) if number else rewards.in_force()

    def groups(self) -> list[dict]:
        """Return the rules of the version, those of one kind together."""
        kinds = dict.fromkeys(rule.kind for rule in self.shown.rules)
        return [
            {"title": self.kind_title(kind), "rules": [rule for rule in self.shown.rules if rule.kind == kind]}
            for kind in kinds
        ]

    def state(self, rules) -> tuple:
        return words.VERSIONS[rewards.state_of(rules)]

    def history(self) -> list[dict]:
        """Return every version that is or was in force, or will be."""
        return [
            {
                "number": one.number,
                "url": f"{self.url}?version={one.number}",
                "since": self.day(one.since),
                "iso": self.iso(one.since),
                "state": self.state(one),
                "by": self.name_of(one.put_by),
                "note": one.note,
                "confirmed": [words.CAUTIONS[caution.code] for caution in one.confirmed],
                "current": "page" if self.shown is not None and one.number == self.shown.number else None,
            }
            for one in self.versions
        ]
