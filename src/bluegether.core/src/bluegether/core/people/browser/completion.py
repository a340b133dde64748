"""The home card `profile`: how complete one's own profile is, and what to add."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


MAX_MISSING = 3


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class ProfileCard(Page):
    """For members whose profile lacks something."""

    order = 40
    wide = False
    index = ViewPageTemplateFile("completion.pt")

    def available(self) -> bool:
        self.person = people.person(self.userid)
        if self.person is None or not api.user.has_permission("BlueGether: View people"):
            return False
        self.completion = people.completion(self.person)
        return bool(self.completion.missing)

    def render(self) -> str:
        return self.index()

    def missing(self) -> tuple:
        """Return the first things to add."""
        return self.completion.missing[:MAX_MISSING]
