"""`@@why-leaving`: why people leave, as a whole, for HR and animators."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser import words
from bluegether.core.journeys.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class WhyLeaving(Page):
    """Counts and words of five people or more."""

    index = ViewPageTemplateFile("why_leaving.pt")
    title = _("Why people leave")

    def show(self) -> str:
        self.whole = journeys.why(actor=self.userid)
        return self.index()

    def rows(self) -> list[dict]:
        most = max((count for _reason, count in self.whole.counts), default=1)
        return [{"title": words.REASONS[reason], "count": count, "of": most} for reason, count in self.whole.counts]
