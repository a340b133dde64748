"""The home card `newcomers`: who arrived last."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class Newcomers(Page):
    """For members; clients do not meet the network."""

    order = 60
    wide = False
    index = ViewPageTemplateFile("newcomers.pt")

    def available(self) -> bool:
        if not api.user.has_permission("BlueGether: View people"):
            return False
        self.people = people.newcomers()
        return bool(self.people)

    def render(self) -> str:
        return self.index()

    def about(self, person) -> str:
        return ", ".join(filter(None, (person.job, self.unit_title(person.unit))))
