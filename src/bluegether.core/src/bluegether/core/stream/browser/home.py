"""The home page's card `stream`: the latest publications."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.showing import Showing
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


LATEST = 4


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class LatestPublications(Showing):
    """Loads the entries that it shows and no other."""

    order = 20
    wide = True
    index = ViewPageTemplateFile("home.pt")

    def available(self) -> bool:
        return bool(api.user.has_permission("BlueGether: View Stream", obj=self.context))

    def render(self) -> str:
        return self.index()

    def reactions(self, shown) -> dict:
        """Return nothing: the card only tells of the publications."""
        return {}

    def latest(self) -> list[dict]:
        """Return the newest entries as the template needs them."""
        page = stream.entries(stream.view("all"), userid=self.userid, size=LATEST)
        return [self.card(item) for item in page.items]
