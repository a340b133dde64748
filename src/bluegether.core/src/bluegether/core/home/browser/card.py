"""What the cards of this room share."""

from bluegether.core.home import api as home
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser import BrowserView
from zope.component import adapter
from zope.interface import implementer


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class Card(BrowserView):
    """A card is a view without a name of its own: `index` is its template."""

    order = 100
    wide = True

    @property
    def userid(self) -> str:
        return api.user.get_current().getId()

    def available(self) -> bool:
        return not home.is_client(self.userid)

    def render(self) -> str:
        return self.index()

    def day(self, moment) -> str:
        """Return a date as the site writes it."""
        return spoken(moment)

    def icon(self, name: str, css: str = "") -> str:
        """Return the icon's markup; it says nothing to a screen reader."""
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_class=css, tag_alt="")
