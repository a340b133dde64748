"""What rules may reward: a suggestion that sales took up."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.needs import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class SuggestionAccepted:
    """`thing` is `<UID of the need>/<key>`; who may not see the need is told no title."""

    title = _("A skill that I suggested for a need is taken up")

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str) -> tuple[str, str]:
        record = api.record_of(thing.partition("/")[0], reader=userid)
        if record is None:
            return _("A need"), ""
        return record.title, f"{self.site.absolute_url()}/needs/{record.id}"
