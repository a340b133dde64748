"""`@@endorsements`: what colleagues ask me to endorse, and what I endorse."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


GIVEN = 100


class Endorsements(Page):
    """Two lists; the buttons are those of `@@endorse`."""

    index = ViewPageTemplateFile("endorsements.pt")
    title = _("My endorsements")

    def requests(self) -> list[dict]:
        return [
            self.face(one.asker)
            | {"skill": one.skill, "title": self.skill_title(one.skill), "day": self.day(one.moment)}
            for one in expertise.requests(self.userid)
        ]

    def given(self) -> list[dict]:
        found = expertise.given(self.userid)[:GIVEN]
        return [self.face(owner) | {"skill": skill, "title": self.skill_title(skill)} for owner, skill in found]
