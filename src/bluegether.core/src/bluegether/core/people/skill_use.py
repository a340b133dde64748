"""How often profiles name a skill, for whoever merges or removes one."""

from bluegether.core import _
from bluegether.core.people import api
from bluegether.core.skills.interfaces import ISkillUse
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ISkillUse)
@adapter(IPloneSiteRoot)
class ProfileSkills:
    """Skills, experiences and wishes."""

    title = _("Profiles")

    def __init__(self, site):
        self.site = site

    def count(self, skill_id: str) -> int:
        return len(api.naming_skill(skill_id))
