"""The home card `launch`: how far the launch is, and what comes next."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.onboarding import api as onboarding
from bluegether.core.onboarding.browser.words import LaunchView
from functools import cached_property
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class LaunchCard(LaunchView):
    """The first thing on the page until something of the launch is done, then a card on the side."""

    index = ViewPageTemplateFile("card.pt")

    @cached_property
    def progress(self) -> onboarding.Progress:
        return onboarding.progress()

    @property
    def order(self) -> int:
        return 20 if self.progress.begun else -10

    @property
    def wide(self) -> bool:
        return not self.progress.begun

    def available(self) -> bool:
        return onboarding.can_lead(self.userid) and bool(self.progress.next)

    def steps(self) -> list[onboarding.Step]:
        """Return every step before the launch has begun, then the next one only."""
        found = onboarding.steps()
        return [step for step in found if step.id == self.progress.next] if self.progress.begun else found

    def render(self) -> str:
        return self.index()
