"""What waits for those who decide."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.moderation import api as moderation
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class ModerationTodos:
    """Cases to decide and appeals to judge."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        count = moderation.waiting(api.user.get_current().getId() or "")
        url = f"{self.site.absolute_url()}/@@moderation"
        return [Todo(_("Reports to decide"), url, count=count)] if count else []
