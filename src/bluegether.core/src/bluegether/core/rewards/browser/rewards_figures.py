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
        self.units = rewards.by_unit(self.shown) if self.shown else None

    @property
    def fewest(self) -> int:
        return rewards.FEWEST

    def choices(self) -> list[dict]:
        return [
            {"name": one, "title": self.quarter(one), "selected": "selected" if one == self.shown else None}
            for one in self.quarters
        ]

    def rows(self) -> list[dict]:
        """Return what was paid by rule, the others together, the total."""
        return self._rows(self.paid, lambda key: self.rule_title(*key))

    def unit_rows(self) -> list[dict]:
        return self._rows(self.units, self.unit_title)

    def _rows(self, table, title) -> list[dict]:
        rows = [self.row(title(one.key), one) for one in table.rows]
        if rows and table.others is not None:
            rows.append(self.row(_("All others together"), table.others))
        if table.total is not None:
            rows.append(self.row(_("Total"), table.total) | {"total": True})
        return rows

    def row(self, title, figure) -> dict:
        points, cents, entries = figure.numbers
        return {
            "title": self.said(title),
            "value": points,
            "points": self.number(points),
            "amount": self.euros(cents),
            "entries": self.number(entries),
            "people": self.number(len(figure.people)),
            "total": False,
        }

    def rule_title(self, version: int, key: str) -> str:
        """Return the kind and the version: the whole text of the rule is one click away."""
        rule = next(one for one in rewards.version(version).rules if one.key == key)
        mapping = {"kind": self.said(self.kind_title(rule.kind)), "version": version}
        same = [one for one in rewards.version(version).rules if one.kind == rule.kind]
        title = _("${kind} (version ${version})", mapping=mapping)
        return self.said(title) if len(same) == 1 else f"{self.said(title)} · {self.rule_text(rule)[:60]}"

    def picture(self, rows: list[dict]) -> Chart:
        """Return the picture of some rows, without their total; of the total when there is nothing else."""
        return chart(
            [(row["title"], max(0, row["value"]), row["points"]) for row in rows if not row["total"] or len(rows) == 1]
        )
