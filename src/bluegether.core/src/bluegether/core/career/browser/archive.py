"""`@@career-archive`: signed interviews of people who were erased, for HR, until the legal time is over."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.browser.page import Page
from bluegether.core.kit import query
from datetime import datetime
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 25


class Archive(Page):
    """A list, or with `id` one document."""

    index = ViewPageTemplateFile("archive.pt")
    title = _("Signed interviews of people who left")
    one = None

    def open(self) -> None:
        start = query.integer(self.request.form, "b_start", default=0, maximum=10**6)
        self.rows = career.archive(userid=self.userid, start=start, size=SIZE)
        if self.thing:
            self.one = career.archived(self.thing, userid=self.userid)

    def held(self, document: dict) -> str:
        return self.day(datetime.fromisoformat(document["document"]["held"]))

    def moment(self, text: str) -> str:
        return self.hour(datetime.fromisoformat(text))

    def link(self, key: int) -> str:
        return f"{self.site_url}/@@career-archive?id={key}"
