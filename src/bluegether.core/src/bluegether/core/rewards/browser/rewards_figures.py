"""`@@rewards-figures`: what the firm paid out, under which rule, by quarter: figures, a picture, a table."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.chart import Chart
from bluegether.core.rewards.browser.chart import chart
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Figures(Page):
    """One quarter that is over, the last one by default."""

    index = ViewPageTemplateFile("rewards_figures.pt")
    title = _("What was paid")

    def open(self) -> None:
        self.quarters = rewards.quarters()
        asked = self.text("quarter", 10)
        if asked and asked not in self.quarters:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "quarter"}), field="quarter")
        self.shown = asked or (self.quarters[0] if self.quarters else "")
        self.paid = rewards.paid(self.shown) if self.shown else None
        self.amounts = rewards.paid_amounts(self.shown) if self.shown else None
        self.units = rewards.by_unit(self.shown) if self.shown else None

    @property
    def fewest(self) -> int:
        return rewards.FEWEST

    def choices(self) -> list[dict]:
        return [
            {"name": one, "title": self.quarter(one), "selected": "selected" if one == self.shown else None}
            for one in self.quarters
        ]

    def parts(self) -> list[dict]:
        """Return what is drawn and told as a table: points by rule, amounts by rule, points by unit."""
        return [
            self.part("rule", self.paid, lambda key: self.rule_title(*key), self.number),
            self.part("amount", self.amounts, lambda key: self.rule_title(*key), self.euros),
            self.part("unit", self.units, self.unit_title, self.number),
        ]

    def part(self, name: str, table, title, said) -> dict:
        rows = [self.row(title(one.key), one, said) for one in table.rows]
        if rows and table.others is not None:
            rows.append(self.row(_("All others together"), table.others, said))
        drawn = list(rows)
        if table.total is not None:
            rows.append(self.row(_("Total"), table.total, said) | {"total": True})
        return {"name": name, "rows": rows, "picture": self.picture(drawn or rows)}

    def row(self, title, figure, said) -> dict:
        number, entries = figure.numbers
        return {
            "title": self.said(title),
            "value": number,
            "number": said(number),
            "entries": self.number(entries),
            "people": self.number(len(figure.people)),
            "total": False,
        }

    @property
    def hides_amounts(self) -> bool:
        """Return whether amounts were paid, to too few people to show any."""
        return self.amounts.total is None and rewards.has_amounts(self.shown)

    def rule_title(self, version: int, key: str) -> str:
        """Return the kind and the version: the whole text of the rule is one click away."""
        rule = next(one for one in rewards.version(version).rules if one.key == key)
        mapping = {"kind": self.said(self.kind_title(rule.kind)), "version": version}
        same = [one for one in rewards.version(version).rules if one.kind == rule.kind]
        title = _("${kind} (version ${version})", mapping=mapping)
        return self.said(title) if len(same) == 1 else f"{self.said(title)} · {self.rule_text(rule)[:60]}"

    def picture(self, rows: list[dict]) -> Chart:
        return chart([(row["title"], max(0, row["value"]), row["number"]) for row in rows])
