"""`@@needs-map`: which skills the needs in progress ask for, beside who has them; as a picture, a table, a workbook."""

from bluegether.core import _
from bluegether.core.matching import api as matching
from bluegether.core.matching.browser.page import Page
from bluegether.core.skills import api as skills
from functools import cached_property
from io import BytesIO
from openpyxl import Workbook
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


LABEL, BARS, COUNT, ROW = 210, 380, 44, 40  # pixels
MAX_LABEL = 28
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    _("Skill"),
    _("Needs that require it"),
    _("Needs that welcome it"),
    _("People"),
    _("Free within 60 days"),
    _("Short of"),
)
NUMBERS = ("required", "welcome", "people", "free", "short")
# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class NeedsMap(Page):
    """For who ranks people; needs that they may view, people as far as they see them."""

    index = ViewPageTemplateFile("needs_map.pt")
    title = _("Skills against needs")

    def open(self) -> None:
        self.found = matching.demand(reader=self.userid, only=matching.seen_needs().__contains__)

    @cached_property
    def rows(self) -> list[dict]:
        return [self.row(one) for one in self.found]

    def row(self, one: matching.Demand) -> dict:
        return {
            "title": skills.title(one.skill_id),
            "url": f"{self.site_url}/people?{urlencode({'skill': one.skill_id})}",
            "required": one.required,
            "welcome": one.welcome,
            "people": one.people,
            "free": one.free,
            "short": one.short,
        }

    @property
    def size(self) -> tuple[int, int]:
        return LABEL + BARS + COUNT, ROW * len(self.rows)

    def drawn(self) -> list[dict]:
        """Return the rows as they are drawn: needs above, people below, those who are free darker."""
        most = max((max(row["required"], row["people"]) for row in self.rows), default=1) or 1
        return [self.line(place, row, most) for place, row in enumerate(self.rows)]

    def line(self, place: int, row: dict, most: int) -> dict:
        title, y = row["title"], ROW * place
        widths = {name: max(2, BARS * row[name] // most) if row[name] else 0 for name in ("required", "people", "free")}
        return {
            "title": title if len(title) <= MAX_LABEL else f"{title[: MAX_LABEL - 1]}…",
            "text_y": y + 24,
            "y": y + 6,
            "below_y": y + 20,
            "count_y": y + 16,
            "count_below_y": y + 31,
            "required_x": LABEL + widths["required"] + 6,
            "people_x": LABEL + widths["people"] + 6,
            "x": LABEL,
            **{f"{name}_width": width for name, width in widths.items()},
            **{name: row[name] for name in widths},
        }


class NeedsMapXlsx(NeedsMap):
    """`@@needs-map.xlsx`: the table as a workbook."""

    def index(self) -> bytes:
        book = Workbook(write_only=True)
        sheet = book.create_sheet(self.say(_("Skills")))
        sheet.append([self.say(title) for title in COLUMNS])
        for row in self.rows:
            sheet.append(
                [safe(row["title"]), *(row[name] for name in ("required", "welcome", "people", "free", "short"))]
            )
        stream = BytesIO()
        book.save(stream)
        response = self.request.response
        response.setHeader("Content-Type", XLSX)
        response.setHeader("Content-Disposition", f'attachment; filename="{self.say(_("skills-against-needs"))}.xlsx"')
        return stream.getvalue()


def safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, without the signs that XML cannot hold."""
    kept = "".join(sign for sign in text if sign >= " ")
    return f"'{kept}" if kept.startswith(FORMULA) else kept
