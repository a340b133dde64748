"""`@@skill-remove?id=`: remove an unused skill, after a question."""

from bluegether.core import _
from bluegether.core.skills import api as skills
from bluegether.core.skills.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Remove(Page):
    """A used skill cannot go: it is merged."""

    index = ViewPageTemplateFile("remove.pt")
    title = _("Remove a skill")

    def prepare(self) -> None:
        self.found = self.named()

    @property
    def name(self) -> str:
        return skills.title(self.found.id)

    @property
    def uses(self) -> list[skills.Use]:
        return skills.uses(self.found.id)

    def post(self) -> str:
        skills.remove(self.found.id, actor=self.userid)
        self.say(_("The skill was removed."))
        return self.link(self.found.parent) if self.found.parent else f"{self.site_url}/@@skills"
