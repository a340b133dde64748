"""What the figures ask of the animator."""

from bluegether.core import _
from bluegether.core.adoption import api as adoption
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class AdoptionTodos:
    """One thing to do, whatever the number of figures that fall short in the last month that says something."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        if "Animator" not in api.user.get_current().getRoles():
            return []
        found = next((month for month in adoption.months(2) if adoption.shortfalls(month)), None)
        if found is None:
            return []
        url = f"{self.site.absolute_url()}/@@adoption?month={found.name}"
        return [Todo(_("Figures of the network that fall short"), url, count=len(adoption.shortfalls(found)))]
