"""`@@my-rewards-csv`, `-xlsx`: one's own ledger; `@@rewards-due-csv`, `-xlsx`: amounts to pay."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from bluegether.core.rewards.browser.page import Page
from openpyxl import Workbook
import csv
import io


LEDGER = (
    *(_("Number"), _("Date"), _("What"), _("Rule"), _("Version"), _("Points"), _("Amount (€)")),
    *(_("Remark"), _("Reverses number"), _("Reference")),
)
DUE = (_("Person"), _("Date"), _("Rule"), _("Amount (€)"), _("Reference"))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Export(Page):
    """A table of `rows`, the heads first. Numbers stay numbers."""

    name = "export"

    def __call__(self):
        return self.send(*self.written())

    def rows(self) -> list[list]:
        raise NotImplementedError

    def written(self) -> tuple[bytes, str, str]:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";")
        writer.writerows([[self.decimal(cell) for cell in row] for row in self.rows()])
        return out.getvalue().encode("utf-8-sig"), "csv", "text/csv; charset=utf-8"

    def decimal(self, cell):
        # French spreadsheets read a comma; CSV knows no numbers.
        return str(cell).replace(".", ",") if isinstance(cell, float) else cell

    def send(self, data: bytes, extension: str, kind: str) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", kind)
        response.setHeader("Content-Disposition", f'attachment; filename="{self.said(self.name)}.{extension}"')
        response.setHeader("Cache-Control", "private, no-store")
        return data

    def heads(self, titles) -> list[str]:
        return [self.said(title) for title in titles]


class Workbooks:
    """The same as a workbook."""

    def written(self) -> tuple[bytes, str, str]:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("BlueGether")
        for row in self.rows():
            sheet.append(row)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue(), "xlsx", XLSX


class MyCsv(Export):
    """The signed-in person's own ledger, the oldest first."""

    name = _("my-points")

    def rows(self) -> list[list]:
        return [self.heads(LEDGER), *(self.row(line) for line in rewards.all_lines(self.userid))]

    def row(self, line) -> list:
        entry = line.entry
        remark = _("Cap of the month reached") if entry.why == "cap" else words.ACTS.get(entry.act, "")
        return [
            entry.seq,
            local(self.moment(entry.time)).date().isoformat(),
            safe(self.said(line.text)),
            safe(self.rule_text(line.rule)) if line.rule is not None else "",
            entry.version or "",
            entry.points,
            entry.cents / 100,
            safe(" : ".join(part for part in (self.said(remark), line.reason) if part)),
            entry.reverses or "",
            rewards.reference(entry),
        ]


class MyXlsx(Workbooks, MyCsv):
    """The same as a workbook."""


class DueCsv(Export):
    """What must be paid, a line per entry; for finance and direction."""

    name = _("rewards-to-pay")

    def rows(self) -> list[list]:
        lines = [(row, entry, rule) for row in rewards.owed(self.userid) for entry, rule in row.lines]
        return [self.heads(DUE), *(self.row(*line) for line in lines)]

    def row(self, row, entry, rule) -> list:
        day = local(self.moment(entry.time)).date().isoformat()
        name = safe(self.name_of(row.userid))
        return [name, day, safe(self.rule_text(rule)), entry.cents / 100, rewards.reference(entry)]


class DueXlsx(Workbooks, DueCsv):
    """The same as a workbook."""


def safe(cell) -> str:
    """Return a cell that no spreadsheet takes for a formula, without the characters that XML cannot hold."""
    text = "".join(sign for sign in str(cell) if sign >= " " or sign in "\t\n\r")
    return f"'{text}" if text.startswith(FORMULA) else text
