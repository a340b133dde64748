"""`@@referral-figures`: what comes of referrals, by quarter, as a picture and a table, with what each number means."""

from bluegether.core import _
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals import vocabularies
from bluegether.core.referrals.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


HEIGHT = 160
COLUMN = 84
BAR = 26
TOP = 20
FEW = f"< {referrals.FEWEST}"


class Figures(Page):
    """The page."""

    index = ViewPageTemplateFile("figures.pt")
    title = _("Figures of referrals")

    def open(self) -> None:
        self.quarters = referrals.quarters(userid=self.userid)
        self.hr = referrals.is_hr(self.userid)

    @property
    def fewest(self) -> int:
        return referrals.FEWEST

    def number(self, value) -> str:
        return FEW if value is None else str(value)

    def quarter(self, name: str):
        """Return what a quarter is called."""
        year, _dash, number = name.partition("-Q")
        return _("Q${number} ${year}", mapping={"number": number, "year": year})

    def amount(self, cents) -> str:
        return "–" if cents is None else self.money(cents)

    def medians(self) -> list[dict]:
        return [
            {"title": vocabularies.STATES[one.stage][0], "days": one.days, "people": self.number(one.people)}
            for one in referrals.medians(userid=self.userid)
        ]

    def picture(self) -> dict:
        """Return two bars per quarter, referred and hired; fewer than five is drawn as an outline without a height."""
        highest = max((one.submitted or 0 for one in self.quarters), default=0) or 1
        bars = []
        for place, one in enumerate(self.quarters):
            for shift, css, value in ((0, "referred", one.submitted), (BAR + 4, "hired", one.hired)):
                bars.append(self._bar(place * COLUMN + 10 + shift, css, value, highest))
        labels = [
            {"x": place * COLUMN + 10 + BAR, "text": self.quarter(one.name)} for place, one in enumerate(self.quarters)
        ]
        width = max(1, len(self.quarters)) * COLUMN
        return {"bars": bars, "labels": labels, "width": width, "height": TOP + HEIGHT + 24, "base": TOP + HEIGHT}

    def _bar(self, x: int, css: str, value: int | None, highest: int) -> dict:
        height = round(HEIGHT * (value or 0) / highest)
        few = value is None
        return {
            "x": x,
            "y": TOP + HEIGHT - (8 if few else height),
            "width": BAR,
            "height": 8 if few else height,
            "css": f"referral-bar referral-bar-{'few' if few else css}",
            "text": self.number(value),
            "middle": x + BAR / 2,
        }
