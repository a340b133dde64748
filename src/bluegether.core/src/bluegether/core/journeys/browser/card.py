"""The home card `journeys`: the newcomer's next step; and of those whose buddy one is."""

from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser.page import Page
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class JourneyCard(Page):
    """Gone when the arrival has ended."""

    order = -5
    wide = True
    index = ViewPageTemplateFile("card.pt")

    def available(self) -> bool:
        self.journey = journeys.own_journey(self.userid)
        return self.journey is not None

    def render(self) -> str:
        return self.index()

    def progress(self) -> dict:
        return {"done": len(self.journey.done), "total": len(self.journey.steps)}

    def next_step(self):
        """Return one's own next open step, or None."""
        mine = (step for step in self.journey.steps if step.who == "newcomer" and step.id not in self.journey.done)
        return next(mine, None)
