"""Leads that wait for an answer, for sales."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.leads import api as leads
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class LeadTodos:
    """One line for all that nobody answered."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        if not leads.can_handle(api.user.get_current().getId() or ""):
            return []
        count, due = leads.waiting()
        url = f"{self.site.absolute_url()}/@@leads?state=new"
        return [Todo(_("Leads wait for an answer"), url, due=due, count=count)] if count else []
