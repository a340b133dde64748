"""Who has a skill, as far as everyone may know: what the pages of skills ask for."""

from bluegether.core.directory import api
from bluegether.core.skills.interfaces import ISkillPeople
from plone import api as plone_api
from plone.base.interfaces import IPloneSiteRoot
from urllib.parse import urlencode
from zope.component import adapter
from zope.interface import implementer


@implementer(ISkillPeople)
@adapter(IPloneSiteRoot)
class SkillPeople:
    """Numbers and addresses; those below a skill count as having it."""

    def __init__(self, site):
        self.site = site

    def counts(self, skill_ids) -> dict[str, int]:
        return api.skill_counts(skill_ids)

    def url(self, skill_id: str) -> str:
        return f"{plone_api.portal.get().absolute_url()}/people?{urlencode({'skill': skill_id})}"
