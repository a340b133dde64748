"""What waits for who keeps the list of skills."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.skills import api as skills
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class SkillsTodos:
    """Proposals of members."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        count = skills.waiting()
        if not count or not skills.can_manage(api.user.get_current().getId() or ""):
            return []
        return [Todo(_("Skills that members miss"), f"{self.site.absolute_url()}/@@skill-proposals", count=count)]
