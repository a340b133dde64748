"""The skills room's part of what the portal holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.skills import api as skills
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class SkillsData:
    """Which missing skills the person proposed; who has a skill is in their profile."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        found = skills.proposed_by(userid)
        return {"proposed": [{"text": text, "when": when.isoformat()} for text, when in found]} if found else {}

    def erase(self, userid: str) -> None:
        skills.forget(userid)
