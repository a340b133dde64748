"""The home page's card `spaces`: one's own."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser.page import Looks
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


SHOWN = 6


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class MySpaces(Looks):
    """Wakes no space."""

    index = ViewPageTemplateFile("home.pt")
    order = 45
    wide = False

    def available(self) -> bool:
        return spaces.container() is not None and bool(api.user.has_permission("BlueGether: View Spaces"))

    def render(self) -> str:
        self.found = [one for one in spaces.mine(self.userid) if not one.archived]
        return self.index()

    def shown(self) -> list:
        return self.found[:SHOWN]
