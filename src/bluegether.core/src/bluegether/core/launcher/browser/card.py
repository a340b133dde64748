"""The home card of applications: one's own and the mandatory ones."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.browser.page import Page
from functools import cached_property
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


MOST = 9


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class AppsCard(Page):
    """Nothing where there is no application for this person."""

    index = ViewPageTemplateFile("card.pt")
    order = 15
    wide = False

    @cached_property
    def tiles(self) -> list[launcher.Tile]:
        return launcher.apps(self.userid, language=self.language)

    def shown(self) -> list[launcher.Tile]:
        found = [one for one in self.tiles if one.chosen or one.mandatory]
        return (found or self.tiles)[:MOST]

    def available(self) -> bool:
        return bool(self.tiles)

    def render(self) -> str:
        return self.index()
