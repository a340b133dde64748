"""Requests for endorsements that wait for the signed-in person."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class ExpertiseTodos:
    """One line for all requests."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId() or ""
        count = len(expertise.requests(userid)) if userid else 0
        if not count or not expertise.can_endorse(userid):
            return []
        return [
            Todo(_("Colleagues ask you for an endorsement"), f"{self.site.absolute_url()}/@@endorsements", count=count)
        ]
