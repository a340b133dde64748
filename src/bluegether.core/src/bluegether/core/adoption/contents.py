"""Contents that people added, for the counts: read from the catalog, no content is woken."""

from bluegether.core.kit.contribution import Contribution
from bluegether.core.kit.interfaces import IContributions
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


TYPES = ("Document", "Event", "File", "Image", "Link", "News Item")
EVERYONE = frozenset({"Anonymous", "Authenticated", "Member"})


@implementer(IContributions)
@adapter(IPloneSiteRoot)
class Contents:
    """Pages, news, events, files and pictures."""

    def __init__(self, site):
        self.site = site

    def contributions(self, start, end):
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog.unrestrictedSearchResults(
            portal_type=TYPES, created={"query": (start, end), "range": "min:max"}
        )
        for brain in found:
            roles = catalog.Indexes["allowedRolesAndUsers"].getEntryForObject(brain.getRID(), ())
            moment = brain.created.asdatetime()
            if brain.Creator and moment < end:
                yield Contribution(brain.Creator, moment, open=not EVERYONE.isdisjoint(roles))
