"""`@@adoption.xlsx`: the months and the units, as they are shown."""

from bluegether.core import _
from bluegether.core.adoption import api as adoption
from bluegether.core.adoption.browser.page import Page
from openpyxl import Workbook
from tempfile import TemporaryFile
from zope.i18n import translate


KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MONTHS = (
    (_("Month"), "name"),
    (_("Members"), "members"),
    (_("Active members"), "active"),
    (_("Contributors"), "contributors"),
    (_("Answers and shares"), "exchanges"),
    (_("Exchanges between units (%)"), "crossing"),
    (_("Open content (%)"), "opened"),
    (_("First answer to a question (hours)"), "answer_hours"),
)
UNITS = (
    (_("Members"), "members"),
    (_("Active members"), "active"),
    (_("Contributors"), "contributors"),
)


class AdoptionXlsx(Page):
    """Two sheets; a cell is empty where too few people stand behind a figure."""

    def __call__(self) -> bytes:
        book = Workbook(write_only=True)
        found = adoption.months(36)
        self._months(book.create_sheet(self._say(_("Months"))), found)
        self._units(book.create_sheet(self._say(_("Units"))), found)
        response = self.request.response
        response.setHeader("Content-Type", KIND)
        response.setHeader("Content-Disposition", 'attachment; filename="adoption.xlsx"')
        response.setHeader("Cache-Control", "private, no-store")
        with TemporaryFile() as out:
            book.save(out)
            out.seek(0)
            return out.read()

    def _months(self, sheet, found: list[adoption.Month]) -> None:
        sheet.append([self._say(title) for title, _name in MONTHS])
        for month in found:
            sheet.append([getattr(month, name) for _title, name in MONTHS])

    def _units(self, sheet, found: list[adoption.Month]) -> None:
        sheet.append([self._say(title) for title in (_("Month"), _("Unit"), *(title for title, _name in UNITS))])
        for month in found:
            for unit in month.units:
                title = self._say(self.unit_title(unit.id))
                sheet.append([month.name, title, *(getattr(unit, name) for _title, name in UNITS)])

    def _say(self, text) -> str:
        return translate(text, context=self.request)
