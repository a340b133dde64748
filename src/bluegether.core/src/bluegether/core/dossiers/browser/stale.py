"""`@@dossiers-stale`: profiles that nobody touched for a long time, oldest first; HR has all, managers their team."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.browser.download import send
from bluegether.core.dossiers.browser.page import Page
from bluegether.core.kit.clock import local
from bluegether.core.kit.query import batch
from bluegether.core.people import api as people
from io import BytesIO
from openpyxl import Workbook
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (_("Name"), _("Job"), _("Unit"), _("Last changed or confirmed"), _("Asked"))


class Stale(Page):
    """The page."""

    index = ViewPageTemplateFile("stale.pt")
    title = _("Profiles to refresh")

    def show(self) -> str:
        self.start, self.size = batch(self.request.form)
        self.found, self.more = dossiers.stale(self.userid, start=self.start, size=self.size)
        return self.index()

    def rows(self) -> list[dict]:
        """Return the people of this page."""
        return [row for row in map(self.row, self.found) if row is not None]

    def row(self, one: dossiers.Stale) -> dict | None:
        person = people.account(one.userid)
        if person is None:
            return None
        return {"person": person, "unit": self.unit_title(person.unit), "refreshed": one.refreshed, "asked": one.asked}

    def pages(self) -> dict:
        """Return the addresses of the page before and after, when there is one."""
        found = {}
        if self.start:
            found["previous"] = f"{self.url}?b_start={max(0, self.start - self.size)}&b_size={self.size}"
        if self.more:
            found["next"] = f"{self.url}?b_start={self.start + self.size}&b_size={self.size}"
        return found


class StaleXlsx(Stale):
    """`@@dossiers-stale.xlsx`: all of the list."""

    def show(self) -> bytes:
        book = Workbook(write_only=True)
        sheet = book.create_sheet(self.said(_("Profiles")))
        sheet.append([self.said(title) for title in COLUMNS])
        for one in dossiers.all_stale(self.userid):
            row = self.row(one)
            if row is not None:
                sheet.append(self.cells(row))
        stream = BytesIO()
        book.save(stream)
        return send(
            self.request.response, stream.getvalue(), name=f"{self.said(_('profiles-to-refresh'))}.xlsx", kind=XLSX
        )

    def cells(self, row: dict) -> list:
        person = row["person"]
        asked = self.said(_("Yes")) if row["asked"] else self.said(_("No"))
        return [safe(person.fullname), safe(person.job), safe(row["unit"]), local(row["refreshed"]).date(), asked]

    def said(self, text) -> str:
        return translate(text, context=self.request)


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, without the signs that XML cannot hold."""
    text = "".join(sign for sign in str(cell or "") if sign >= " ")
    return f"'{text}" if text.startswith(FORMULA) else text
