"""`@@charter-register`: who accepted, who did not; whether the chain of records is whole; exports."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.page import Page
from bluegether.core.charter.browser.page import STATUSES
from bluegether.core.charter.interfaces import Status
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.query import batch
from bluegether.core.people import api as people
from openpyxl import Workbook
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18n import translate
import csv
import io


KINDS = {
    "consultant": _("Consultant"),
    "staff": _("Staff"),
    "direction": _("Direction"),
    "partner": _("Partner"),
    "client": _("Client"),
}
OUTCOMES = {"accepted": _("Accepted"), "declined": _("Declined"), "expired": _("Expired")}
PROBLEMS = {
    "altered": _("its content is not what its own hash says"),
    "missing": _("it was removed"),
    "broken": _("it does not follow the record before it"),
    "truncated": _("the end of the register is not what its head says"),
    "text": _("the text that it names is missing or altered"),
    "subject": _("the person's pseudonym is not theirs"),
}
MAX_TEXT = 100
EVERYONE = 10**6
# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
COLUMNS = (
    _("Name"),
    _("User id"),
    _("Kind"),
    _("Unit"),
    _("Status"),
    _("Version"),
    _("Answer"),
    _("Language"),
    _("Time (UTC)"),
    _("Record"),
    _("SHA-256 of the text"),
    _("SHA-256 of the record"),
)


class Filtered(Page):
    """The filters that page and exports share: status, kind, unit, text; a bad value is a 400."""

    def choice(self, name: str, values) -> str:
        value = self.text(name)
        if value and value not in values:
            raise Invalid(_("${value} is no choice here.", mapping={"value": value[:40]}), field=name)
        return value

    def filters(self) -> dict:
        """Return the filters asked for, checked."""
        text = self.text("text").strip()
        if len(text) > MAX_TEXT:
            raise Invalid(_("At most ${max} characters to search for.", mapping={"max": MAX_TEXT}), field="text")
        return {
            "status": self.choice("status", [status.value for status in Status]),
            "kind": self.choice("kind", KINDS),
            "unit": self.choice("unit", people.units()),
            "text": text,
        }

    def query(self, **more) -> str:
        """Return the filters as a query string."""
        return urlencode({name: value for name, value in (self.filters() | more).items() if value})


class Register(Filtered):
    """The page."""

    index = ViewPageTemplateFile("register.pt")
    title = _("Register of signatures")

    def show(self):
        self.start, self.size = batch(self.request.form)
        self.entries, self.total = charter.entries(**self.filters(), start=self.start, size=self.size)
        return self.index()

    def status_badge(self, status: Status) -> tuple:
        return STATUSES[status.value]

    def choices(self) -> list[dict]:
        """Return the filters as the form shows them."""
        asked = self.filters()
        statuses = {name: title for name, (title, _css) in STATUSES.items() if name != "none"}
        fields = (("status", _("Status"), statuses), ("kind", _("Kind"), KINDS), ("unit", _("Unit"), people.units()))
        return [
            {"name": name, "title": title, "options": options.items(), "value": asked[name]}
            for name, title, options in fields
        ]

    def kind(self, kind: str):
        return KINDS.get(kind, kind)

    def unit(self, unit: str) -> str:
        return people.units().get(unit, unit)

    def outcome(self, outcome: str):
        return OUTCOMES.get(outcome, outcome)

    def verification(self) -> charter.Verification | None:
        """Return the outcome of a verification, when one was asked for."""
        return charter.verify() if self.request.form.get("verify") == "1" else None

    def problem(self, kind: str):
        return PROBLEMS[kind]

    def records_total(self) -> int:
        return charter.total()

    def pages(self) -> dict[str, str]:
        """Return the addresses of the page before and after, when there is one."""
        base = f"{self.portal_url}/@@charter-register?"
        found = {}
        if self.start:
            found["previous"] = base + self.query(b_start=str(max(0, self.start - self.size)), b_size=str(self.size))
        if self.start + self.size < self.total:
            found["next"] = base + self.query(b_start=str(self.start + self.size), b_size=str(self.size))
        return found


class Export(Filtered):
    """What CSV and XLSX share: the rows."""

    def rows(self) -> list[list[str]]:
        """Return the header and one row for each person that the filters let through."""
        found, _total = charter.entries(**self.filters(), start=0, size=EVERYONE)
        return [[self.said(title) for title in COLUMNS], *(self.row(entry) for entry in found)]

    def said(self, text) -> str:
        return translate(text, context=self.request)

    def row(self, entry: charter.Entry) -> list[str]:
        """Return one person's cells."""
        person, record = entry.person, entry.record
        who = [person.fullname, person.userid, self.said(KINDS[person.kind]), people.units().get(person.unit, "")]
        status = self.said(STATUSES[entry.status.value][0])
        if record is None:
            return [safe(cell) for cell in (*who, status, *[""] * 7)]
        what = (record.label, self.said(OUTCOMES[record.outcome]), record.language, record.time, str(record.seq))
        return [safe(cell) for cell in (*who, status, *what, record.text_hash, record.hash)]

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
        return self.send(out.getvalue().encode("utf-8-sig"), "registre-charte.csv", "text/csv; charset=utf-8")


class XLSX(Export):
    """A workbook."""

    def show(self):
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Charte")
        for row in self.rows():
            sheet.append(row)
        out = io.BytesIO()
        book.save(out)
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return self.send(out.getvalue(), "registre-charte.xlsx", kind)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, without the characters that XML cannot hold."""
    text = "".join(sign for sign in str(cell) if sign >= " " or sign in "\t\n\r")
    return f"'{text}" if text.startswith(FORMULA) else text
