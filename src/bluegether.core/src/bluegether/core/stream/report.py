"""Posts that are reported: found, hidden, shown again, removed. Activities are not: what they are about is."""

from bluegether.core import _
from bluegether.core.kit.access import acting_as
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.kit.report import gone
from bluegether.core.kit.report import Target
from bluegether.core.stream import api as stream
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IReportable)
@adapter(IPloneSiteRoot)
class Posts:
    """The key is the number of the publication. A post stands alone: it has no near context."""

    title = _("Publication")
    verbs = frozenset({"hide", "remove"})

    def __init__(self, site):
        self.site = site

    def entry(self, key: str):
        found = stream.publication(int(key)).entry if key.isascii() and key.isdigit() and len(key) < 20 else None
        if found is None or found.verb:
            raise gone()
        return found

    def target(self, key: str, userid: str | None) -> Target:
        found = self.entry(key)
        if userid is not None:
            with acting_as(userid) as known:
                if not known or not stream.may_see(found, userid):
                    raise gone()
        url = f"{self.site.absolute_url()}/@@stream/{found.id}"
        return Target("post", key, found.author, found.text, url, found.created, hidden=found.hidden)

    def hide(self, key: str) -> None:
        stream.hide(self.entry(key))

    def show(self, key: str) -> None:
        stream.show(self.entry(key))

    def remove(self, key: str) -> None:
        stream.expel(self.entry(key))
