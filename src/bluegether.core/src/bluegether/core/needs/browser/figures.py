"""`@@needs-figures`: how fast needs become missions and what the network adds, by month, with definitions."""

from bluegether.core.needs import api as needs
from bluegether.core.needs.browser.page import Page
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


WIDTH, HEIGHT = 720, 260
LEFT, BOTTOM, TOP = 40, 28, 12
GAP = 8


class Figures(Page):
    """The page; the picture is drawn here, and the table says the same."""

    index = ViewPageTemplateFile("figures.pt")
    size = (WIDTH, HEIGHT)
    titles = needs.SPAN_TITLES
    definitions = needs.DEFINITIONS

    @cached_property
    def months(self) -> list[needs.Month]:
        return needs.figures(reader=self.userid)

    @property
    def total(self) -> dict:
        return needs.total(self.months)

    def month(self, first) -> str:
        """Return a month, short enough for a column."""
        return f"{first.month:02}/{first.year % 100:02}"

    def number(self, value) -> str:
        """Return a number as the reader's language writes it, a dash for none."""
        if value is None:
            return "–"
        text = f"{value:.1f}".removesuffix(".0")
        return text.replace(".", ",") if self.request.get("LANGUAGE", "fr").startswith("fr") else text

    # The picture

    @cached_property
    def highest(self) -> float:
        found = [span.days for month in self.months for span in month.spans.values() if span.days is not None]
        return max([*found, 10.0])

    def scale(self, days: float) -> float:
        return round(days / self.highest * (HEIGHT - BOTTOM - TOP), 1)

    def lines(self) -> list[dict]:
        """Return the horizontal lines with the days that they stand for."""
        step = max(1, round(self.highest / 4))
        floor = HEIGHT - BOTTOM
        return [
            {"y": floor - self.scale(days), "label": days, "x1": LEFT, "x2": WIDTH}
            for days in range(0, int(self.highest) + 1, step)
        ]

    def bars(self) -> list[dict]:
        """Return the columns of each month: one rectangle for each span."""
        room = (WIDTH - LEFT) / max(1, len(self.months))
        return [self._column(month, LEFT + place * room, room) for place, month in enumerate(self.months)]

    def _column(self, month: needs.Month, x: float, room: float) -> dict:
        width = (room - GAP) / len(month.spans)
        found = [
            {
                "css": f"needs-figure-{name}",
                "x": round(x + GAP / 2 + place * width, 1),
                "y": round(HEIGHT - BOTTOM - self.scale(span.days), 1),
                "width": round(width - 1, 1),
                "height": max(1, self.scale(span.days)),
            }
            for place, (name, span) in enumerate(month.spans.items())
            if span.days is not None
        ]
        return {"rects": found, "label": self.month(month.first), "x": round(x + room / 2, 1), "y": HEIGHT - 8}
