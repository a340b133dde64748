"""What people said below contents, for `adoption` to count."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.interfaces import IContributions
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IContributions)
@adapter(IPloneSiteRoot)
class Comments:
    """Comments on content are in the catalog; a conversation is opened once, however much was said there."""

    def __init__(self, site):
        self.site = site

    def contributions(self, start, end):
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="Discussion Item", created={"query": (start, end), "range": "min:max"}
        )
        for brain in {brain.getPath().rpartition("/")[0]: brain for brain in found}.values():
            comment = brain._unrestrictedGetObject()
            yield from discussion.said(comment.__parent__.__parent__, start, end)
