"""`@@skill-propose`: tell who keeps the list that a skill is missing."""

from bluegether.core import _
from bluegether.core.skills import api as skills
from bluegether.core.skills.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Propose(Page):
    """One field; nothing waits for the answer."""

    index = ViewPageTemplateFile("propose.pt")
    title = _("Propose a missing skill")
    noted = ""

    @property
    def fields(self) -> list[dict]:
        return [
            self.field(
                "text",
                label=_("Name of the skill"),
                required=True,
                maximum=skills.MAX_TITLE,
                suggest=f"{self.site_url}/@skills",
                help=_("If it is suggested while you type, it is there already: choose it in your profile."),
            )
        ]

    def post(self) -> str:
        self.noted = skills.propose(self.text("text"), userid=self.userid)
        return ""
