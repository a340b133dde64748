"""How often missions name a skill, for whoever merges or removes one."""

from bluegether.core import _
from bluegether.core.missions import api as missions
from bluegether.core.skills.interfaces import ISkillUse
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ISkillUse)
@adapter(IPloneSiteRoot)
class MissionSkills:
    """Skills used on missions."""

    title = _("Missions")

    def __init__(self, site):
        self.site = site

    def count(self, skill_id: str) -> int:
        return missions.naming_skill(skill_id)
