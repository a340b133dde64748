"""`@@moderation-log`: every step, whether the chain is whole, and its exports."""

from bluegether.core import _
from bluegether.core.kit.chain import Verification
from bluegether.core.kit.query import batch
from bluegether.core.moderation import api as moderation
from bluegether.core.moderation.browser.page import Page
from datetime import datetime
from openpyxl import Workbook
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
import csv
import io


ACTS = {
    "reported": _("Reported"),
    "keep": _("Decided: kept"),
    "hide": _("Decided: hidden"),
    "remove": _("Decided: deleted"),
    "warn": _("Decided: author warned"),
    "suspend": _("Decided: author suspended"),
    "appealed": _("Appealed"),
    "confirmed": _("Appeal refused"),
    "reversed": _("Appeal accepted"),
}
PROBLEMS = {
    "altered": _("its content is not what its own hash says"),
    "missing": _("it was removed"),
    "broken": _("it does not follow the record before it"),
    "truncated": _("the end of the log is not what its head says"),
    "text": _("the reason that it names is missing or altered"),
    "subject": _("a person's pseudonym is not theirs"),
}
COLUMNS = (
    _("Record"),
    _("Time (UTC)"),
    _("Case"),
    _("Step"),
    _("Kind of thing"),
    _("Done by"),
    _("Author"),
    _("Article"),
    _("Charter"),
    _("Reason"),
    _("SHA-256 of the record"),
)
EVERYTHING = 10**7
SIZE = 50
# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Log(Page):
    """The page."""

    index = ViewPageTemplateFile("log.pt")

    def show(self):
        self.start, self.size = batch(self.request.form, size=SIZE)
        self.steps, self.total = moderation.steps(userid=self.userid, start=self.start, size=self.size)
        return self.index()

    def act(self, name: str):
        return ACTS[name]

    def by(self, step) -> str:
        """Return who did it; who reported is not named to anybody."""
        return self.name(step.actor) if step.record.act != "reported" else _("A member")

    def moment(self, iso: str) -> datetime:
        return datetime.fromisoformat(iso)

    def problem(self, kind: str):
        return PROBLEMS[kind]

    def verification(self) -> Verification | None:
        """Return the outcome of a verification, when one was asked for."""
        return moderation.verify() if self.text("verify") == "1" else None

    def older(self) -> str | None:
        after = self.start + self.size
        return f"{self.site_url}/@@moderation-log?b_start={after}" if after < self.total else None

    def newer(self) -> str | None:
        before = max(0, self.start - self.size)
        return f"{self.site_url}/@@moderation-log?b_start={before}" if self.start else None


class Export(Log):
    """What CSV and XLSX share: the rows, the oldest first."""

    def rows(self) -> list[list[str]]:
        steps, _total = moderation.steps(userid=self.userid, size=EVERYTHING)
        return [[self.said(title) for title in COLUMNS], *(self.row(step) for step in reversed(steps))]

    def row(self, step) -> list[str]:
        record = step.record
        who = (self.said(self.by(step)), self.said(self.name(step.about)))
        what = (record.seq, record.time, record.case, self.said(ACTS[record.act]), self.said(self.kind(record.kind)))
        return [safe(cell) for cell in (*what, *who, record.article or "", record.charter, step.text, record.hash)]

    def said(self, text) -> str:
        return translate(text, context=self.request)

    def send(self, data: bytes, name: str, kind: str) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", kind)
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")
        return data


class CSV(Export):
    """For any spreadsheet: semicolons and UTF-8 with its mark, as French ones expect."""

    def show(self):
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows(self.rows())
        return self.send(out.getvalue().encode("utf-8-sig"), "journal-moderation.csv", "text/csv; charset=utf-8")


class XLSX(Export):
    """A workbook."""

    def show(self):
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Moderation")
        for row in self.rows():
            sheet.append(row)
        out = io.BytesIO()
        book.save(out)
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return self.send(out.getvalue(), "journal-moderation.xlsx", kind)


def safe(cell) -> str:
    """Return a cell that no spreadsheet takes for a formula, without the characters that XML cannot hold."""
    text = "".join(sign for sign in str(cell) if sign >= " " or sign in "\t\n\r")
    return f"'{text}" if text.startswith(FORMULA) else text
