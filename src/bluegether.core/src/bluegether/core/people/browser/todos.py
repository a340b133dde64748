"""What waits for those who answer requests for accounts."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.people import api as people
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class PeopleTodos:
    """Requests for accounts."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        count = people.waiting_requests()
        userid = api.user.get_current().getId()
        if not count or not userid or not people.can_handle_requests(userid):
            return []
        url = f"{self.site.absolute_url()}/@@accounts?tab=requests&state=waiting"
        return [Todo(_("Requests for an account to answer"), url, count=count)]
