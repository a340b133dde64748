"""What published rules may reward: a profile in which nothing is missing."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IDeedKind
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class ProfileComplete:
    """Once in a life here: it is not undone when something is taken off again."""

    title = _("My profile is complete")
    values = {}

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str) -> tuple[str, str]:
        return _("Your profile became complete"), f"{self.site.absolute_url()}/people/{userid}"
