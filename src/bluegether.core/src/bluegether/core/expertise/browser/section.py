"""The part of a person's page that shows who endorses their skills, with the buttons of the reader."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.browser.page import reason_words
from bluegether.core.expertise.browser.page import Showing
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.people.interfaces import IPerson
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


FACES = 5


@implementer(IProfileSection)
@adapter(IPerson, IBluegetherLayer)
class Section(Showing):
    """Only the skills that the reader sees; nothing at all when they are hidden."""

    index = ViewPageTemplateFile("section.pt")
    order = 30
    title = _("Endorsements")
    error = None

    @property
    def whose(self) -> str:
        return self.context.getId()

    @cached_property
    def found(self) -> list[expertise.Endorsed]:
        return expertise.endorsed(self.whose, reader=self.userid)

    def available(self) -> bool:
        return bool(self.found)

    def render(self) -> str:
        return self.index()

    @cached_property
    def mine(self) -> bool:
        return self.whose == self.userid

    @cached_property
    def may_endorse(self) -> bool:
        return not self.mine and expertise.can_endorse(self.userid)

    @cached_property
    def places(self) -> list[tuple[str, str]]:
        """Return (key, words) of what an endorsement may name: missions and experiences that the reader knows of."""
        return list(expertise.named(self.whose, self.userid).items()) if self.may_endorse else []

    def rows(self) -> list[dict]:
        return [self.row(one) for one in self.found]

    def row(self, one: expertise.Endorsed) -> dict:
        seen = [self.face(endorsement.endorser) | self.words(endorsement) for endorsement in one.endorsements[:FACES]]
        return {
            "skill": one.skill,
            "title": self.skill_title(one.skill),
            "count": len(one.endorsements),
            "faces": seen,
            "more": max(0, len(one.endorsements) - FACES),
            "mine": one.mine is not None,
            "expert": one.reason.expert,
            "why": reason_words(one.reason),
            "ask": self.address("endorsement-ask", skill=one.skill),
            "experts": self.address("experts", skill=one.skill),
        }

    def words(self, endorsement: expertise.Endorsement) -> dict:
        return {
            "experience": endorsement.experience,
            "left": endorsement.left,
            "day": self.day(endorsement.moment),
        }
