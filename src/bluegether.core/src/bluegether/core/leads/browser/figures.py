"""`@@leads-figures`: leads by quarter, the delay of the first answer, what was signed; `@@leads.xlsx`: all leads."""

from bluegether.core import _
from bluegether.core.leads import api as leads
from bluegether.core.leads import vocabularies as words
from bluegether.core.leads.browser.page import Page
from functools import cached_property
from io import BytesIO
from openpyxl import Workbook
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


LEFT, BAR, HEIGHT, STEP = 20, 26, 150, 84  # pixels
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    _("Company"),
    _("What was heard"),
    _("Whom to ask"),
    _("When it would start"),
    _("How sure it is"),
    _("State"),
    _("Handed in by"),
    _("Handed in on"),
    _("First answer on"),
    _("Followed by"),
    _("Why not followed"),
)
# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class Figures(Page):
    """The figures; their definitions stand beside them."""

    index = ViewPageTemplateFile("figures.pt")
    title = _("Leads in figures")

    @cached_property
    def quarters(self) -> list[leads.Quarter]:
        return leads.figures(reader=self.userid)

    def open(self) -> None:
        self.quarters  # noqa: B018 (refuses who may not read them)

    def rows(self) -> list[dict]:
        return [{**vars(one), "name": self.named(one.name), "delay": self.delay(one.hours)} for one in self.quarters]

    def named(self, quarter: str) -> str:
        year, number = quarter.split("-")
        return self.say(_("Q${number} ${year}", mapping={"number": number, "year": year}))

    def delay(self, hours: float | None) -> str:
        """Return a delay in days, with one decimal."""
        if hours is None:
            return "–"
        text = f"{hours / 24:.1f}"
        text = text.replace(".", ",") if api.portal.get_current_language().startswith("fr") else text
        return self.say(_("${days} days", mapping={"days": text}))

    @property
    def size(self) -> tuple[int, int]:
        return LEFT + STEP * len(self.quarters), HEIGHT + 50

    def bars(self) -> list[dict]:
        """Return the quarters as they are drawn, oldest first."""
        most = max((one.received for one in self.quarters), default=0) or 1
        return [self.bar(place, one, most) for place, one in enumerate(reversed(self.quarters))]

    def bar(self, place: int, one: leads.Quarter, most: int) -> dict:
        x, tall, signed = LEFT + STEP * place, HEIGHT * one.received // most, HEIGHT * one.signed // most
        return {
            "name": self.named(one.name),
            "x": x,
            "x2": x + BAR + 4,
            "center": x + BAR,
            "y": 20 + HEIGHT - tall,
            "height": tall,
            "count_y": 14 + HEIGHT - tall,
            "received": one.received,
            "signed_y": 20 + HEIGHT - signed,
            "signed_height": signed,
            "signed_count_y": 14 + HEIGHT - signed,
            "signed": one.signed,
            "name_y": HEIGHT + 40,
        }


class LeadsXlsx(Page):
    """All leads that sales read, as a workbook; their notes stay in the portal."""

    def open(self) -> None:
        self.found = leads.leads(reader=self.userid, size=leads.MAX_EXPORT).rows

    def index(self) -> bytes:
        book = Workbook(write_only=True)
        sheet = book.create_sheet(self.say(_("Leads")))
        sheet.append([self.say(title) for title in COLUMNS])
        for lead in self.found:
            sheet.append([safe(cell) for cell in self.cells(lead)])
        stream = BytesIO()
        book.save(stream)
        response = self.request.response
        response.setHeader("Content-Type", XLSX)
        response.setHeader("Content-Disposition", f'attachment; filename="{self.say(_("leads"))}.xlsx"')
        return stream.getvalue()

    def cells(self, lead) -> tuple:
        return (
            lead.company,
            lead.heard,
            lead.contact,
            self.say(words.WHEN[lead.when]),
            self.say(words.SURE[lead.sure]),
            self.say(words.STATES[lead.state][0]),
            self.name_of(lead.author),
            self.day(lead.received),
            self.day(lead.answered) if lead.answered else "",
            self.name_of(lead.taker) if lead.taker else "",
            lead.reason,
        )


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, without the signs that XML cannot hold."""
    text = "".join(sign for sign in cell if sign >= " " or sign == "\n")
    return f"'{text}" if text.startswith(FORMULA) else text
