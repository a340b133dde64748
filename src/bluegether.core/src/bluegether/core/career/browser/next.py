"""`@@career-next`: the form for what one wants next."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.browser.page import Page
from bluegether.core.career.interfaces import MAX_TEXT
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Next(Page):
    """The person's alone."""

    index = ViewPageTemplateFile("next.pt")
    title = _("What I want next")

    def open(self) -> None:
        super().open()
        if not self.mine:
            raise career.nothing()

    def post(self) -> str:
        career.want(self.owner, self.text("next"), userid=self.userid)
        return self.say(_("Saved."), self.url("career"))

    def fields(self) -> list[dict]:
        text, _written = career.wants(self.owner, userid=self.userid)
        return [
            self.field("next", label=_("In a few sentences"), value=text, type="textarea", maximum=MAX_TEXT, rows=8)
        ]
