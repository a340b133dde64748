"""What waits for a person: a look at their own profile."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class DossierTodos:
    """Are skills and experiences still right?"""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        if not dossiers.is_asked(api.user.get_current().getId() or ""):
            return []
        return [Todo(_("Look at your skills and experiences"), f"{self.site.absolute_url()}/@@dossier#fresh")]
