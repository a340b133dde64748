"""Files of people found: `@@vcard`, `@@vcards`, `@@directory-csv`, `@@directory-xlsx`."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory.browser.filters import Filters
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from collections.abc import Iterable
from openpyxl import Workbook
from tempfile import TemporaryFile
from zope.i18n import translate
import csv
import io


CHUNK = 200  # lines of a table that are sent at once
VCARD = "text/vcard; charset=utf-8"
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class File(Filters):
    """A download: kept by nobody on the way."""

    def head(self, name: str, kind: str) -> None:
        response = self.request.response
        response.setHeader("Content-Type", kind)
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")

    @property
    def version(self) -> str:
        return self.choice("version", directory.VERSIONS) or directory.VERSIONS[0]


class Card(File):
    """`@@vcard?userid=`: the card of one person."""

    def show(self) -> bytes:
        found = directory.hit(self.text("userid", 64), self.userid)
        if found is None:
            raise Missing(_("There is no such person."))
        self.head(f"{found.userid}.vcf", VCARD)
        return directory.vcards([found], version=self.version)


class Cards(File):
    """`@@vcards`: the cards of the people that a search finds."""

    def show(self) -> bytes:
        found = directory.search(self.userid, self.criteria, sort=self.sort, size=directory.MAX_CARDS)
        if found.total > directory.MAX_CARDS:
            message = _("More than ${max} people: narrow the search down.", mapping={"max": directory.MAX_CARDS})
            raise Conflict(message)
        cards = directory.vcards(directory.hits(found.rows, self.userid), version=self.version)
        self.head("annuaire.vcf", VCARD)
        return cards


class Table(File):
    """What both tables share."""

    def lines(self) -> Iterable[list[str]]:
        return directory.table(self.userid, self.criteria, sort=self.sort, say=self.say, url=self.person_url)

    def say(self, text) -> str:
        return translate(text, context=self.request)


class CsvTable(Table):
    """For any spreadsheet: semicolons and UTF-8 with its mark, as French ones expect. Sent while it is made."""

    def show(self) -> None:
        lines = self.lines()
        self.head("annuaire.csv", CSV)
        out = io.StringIO("\ufeff")
        out.seek(0, io.SEEK_END)
        writer = csv.writer(out, delimiter=";")
        for number, line in enumerate(lines, 1):
            writer.writerow(line)
            if number % CHUNK == 0:
                self.send(out)
        self.send(out)

    def send(self, out: io.StringIO) -> None:
        """Send what was written, and forget it."""
        self.request.response.write(out.getvalue().encode())
        out.seek(0)
        out.truncate()


class XlsxTable(Table):
    """A workbook: lines go to a temporary file as they come."""

    def show(self):
        book = Workbook(write_only=True)
        sheet = book.create_sheet(self.say(_("Directory")))
        for line in self.lines():
            sheet.append(line)
        with TemporaryFile() as out:
            book.save(out)
            out.seek(0)
            self.head("annuaire.xlsx", XLSX)
            return out.read()
