"""What published rules may reward: an endorsement received."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IDeedKind
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class Endorsed:
    """Once for each colleague, whatever the number of skills; never between two who endorse each other."""

    title = _("A colleague endorses a skill of mine")
    values = {}

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str) -> tuple[str, str]:
        return _("A colleague endorsed a skill of yours"), f"{self.site.absolute_url()}/people/{userid}#endorsements"
