"""`@@rewards-draft`: direction writes the next version: its rules, what it would have paid, when it comes in force."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from bluegether.core.rewards.browser.page import Page
from datetime import date
from functools import partial
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Draft(Page):
    """The simulation is made each time the page is asked for it: it reads and writes nothing."""

    index = ViewPageTemplateFile("rewards_draft.pt")
    title = _("Write rules")

    def open(self) -> None:
        self.draft = rewards.draft(self.userid) if rewards.has_draft() else None
        self.coming = rewards.coming()
        wanted = self.draft is not None and self.text("simulate", 2) == "1"
        self.simulation = rewards.simulate(self.userid) if wanted else None

    def post(self) -> str:
        verb = {
            "start": self.start,
            "drop": self.drop,
            "discard": self.discard,
            "publish": self.publish,
            "take_back": self.take_back,
        }.get(self.text("verb", 20))
        if verb is None:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}))
        return verb()

    def start(self) -> str:
        rewards.start_draft(self.userid)
        return self.say(_("The draft begins with the rules of the newest version."))

    def drop(self) -> str:
        rewards.drop_rule(self.text("rule", 200), revision=self.whole("revision"), userid=self.userid)
        return self.say(_("The rule is no longer in the draft."))

    def discard(self) -> str:
        rewards.discard_draft(userid=self.userid)
        return self.say(_("The draft is thrown away."))

    def take_back(self) -> str:
        rewards.take_back_coming(userid=self.userid)
        return self.say(_("The version is a draft again."))

    def publish(self) -> str:
        rules = rewards.publish(
            since=self.since(),
            note=self.text("note"),
            revision=self.whole("revision"),
            confirmed=self.text("confirmed", 10) == "1",
            userid=self.userid,
        )
        message = _("Version ${version} is published; everyone is told.", mapping={"version": rules.number})
        return self.say(message, f"{self.page_url('rewards-rules')}?version={rules.number}")

    def since(self) -> date:
        try:
            return date.fromisoformat(self.text("since", 20).strip())
        except ValueError:
            raise Invalid(_("This is no date."), field="since") from None

    def fields(self) -> list[dict]:
        """Return the fields of putting in force."""
        day = _("Rules come in force today or within a year, never in the past.")
        return [
            self.field("since", _("In force from"), today().isoformat(), kind="date", required=True, help=day),
            self.field("note", _("What changes and why, for everyone"), kind="textarea", maximum=1000),
        ]

    def rules(self) -> list[dict]:
        """Return the rules of the draft, and how each differs from the newest version."""
        newest = rewards.versions()
        before = {rule.key: rule for rule in newest[0].rules} if newest else {}
        return [
            {
                "rule": rule,
                "kind": self.kind_title(rule.kind),
                "edit": f"{self.page_url('reward-rule')}?rule={rule.key}",
                "new": rule.key not in before,
                "changed": rule.key in before and before[rule.key] != rule,
            }
            for rule in self.draft.rules
        ]

    def removed(self) -> list:
        """Return the rules of the newest version that the draft has no longer."""
        newest = rewards.versions()
        kept = {rule.key for rule in self.draft.rules}
        return [rule for rule in newest[0].rules if rule.key not in kept] if newest else []

    def cautions(self) -> list[dict]:
        """Return what must be confirmed, with the texts of the rules concerned."""
        texts = {rule.key: self.rule_text(rule) for rule in self.draft.rules}
        return [
            {"text": words.CAUTIONS[one.code], "rules": [texts[key] for key in one.keys]}
            for one in rewards.warnings(self.draft)
        ]

    def tables(self) -> list[dict]:
        """Return the simulation as the template shows it: by kind, by unit."""
        found = self.simulation
        return [
            {"title": _("By what was done"), "rows": self.rows(found.kinds, self.kind_title)},
            {"title": _("By unit"), "rows": self.rows(found.units, self.unit_title)},
        ]

    def rows(self, tables: dict, title) -> list[dict]:
        """Return a row for each key of which may be told how many did something; each measure is masked by itself."""
        deeds = tables["deeds"]
        rows = [self.row(title(one.key), tables, partial(self.of_key, one.key)) for one in deeds.rows]
        if rows and deeds.others is not None:
            rows.append(self.row(_("All others together"), tables, self.of_others))
        if deeds.total is not None:
            rows.append(self.row(_("Total"), tables, self.of_total) | {"total": True})
        return rows

    def of_key(self, key, table) -> int | None:
        """Return the number of a key, 0 when it has none, None when it may not be told."""
        if key in table.masked:
            return None
        return next((one.numbers[0] for one in table.rows if one.key == key), 0)

    def of_others(self, table) -> int | None:
        return table.others.numbers[0] if table.others is not None else (None if table.masked else 0)

    def of_total(self, table) -> int | None:
        return table.total.numbers[0] if table.total is not None else (None if table.masked else 0)

    def row(self, title, tables: dict, number) -> dict:
        found = {name: number(table) for name, table in tables.items()}
        points, new_points = found["points"], found["new_points"]
        told = points is not None and new_points is not None
        return {
            "title": title,
            "deeds": self.told(found["deeds"], self.number),
            "points": self.told(points, self.number),
            "new_points": self.told(new_points, self.number),
            "more_points": self.signed(new_points - points) if told else "–",
            "amount": self.told(found["cents"], self.euros),
            "new_amount": self.told(found["new_cents"], self.euros),
            "total": False,
        }

    def told(self, number: int | None, said) -> str:
        return "–" if number is None else said(number)
