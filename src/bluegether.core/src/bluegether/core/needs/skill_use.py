"""How often needs name a skill, in their rows and in suggestions, for whoever merges or removes one."""

from bluegether.core import _
from bluegether.core.needs import api
from bluegether.core.skills.interfaces import ISkillUse
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ISkillUse)
@adapter(IPloneSiteRoot)
class NeedSkills:
    """Counted by an index: no need is woken."""

    title = _("Needs")

    def __init__(self, site):
        self.site = site

    def count(self, skill_id: str) -> int:
        return api.naming_skill(skill_id)
