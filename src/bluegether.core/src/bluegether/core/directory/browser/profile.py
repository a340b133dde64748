"""What the directory adds to the page of a person: their visiting card, and their place in the chart."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory.browser.page import Page
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.people.interfaces import IPerson
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.component import adapter
from zope.interface import implementer


@implementer(IProfileSection)
@adapter(IPerson, IBluegetherLayer)
class CardSection(Page):
    """For whoever finds the person in the directory."""

    index = ViewPageTemplateFile("profile.pt")
    order = 50
    title = _("Visiting card")

    def __init__(self, person, request):
        super().__init__(person, request)
        self.of = person.getId()

    def available(self) -> bool:
        return directory.chart.is_here(self.userid, self.of)

    def render(self) -> str:
        return self.index()

    def leads(self) -> int:
        return directory.chart.team(self.userid, self.of).total

    def chart_url(self) -> str:
        return f"{self.site_url}/@@org-chart?{urlencode({'person': self.of})}"

    def card_url(self, version: str = "") -> str:
        asked = {"userid": self.of} | ({"version": version} if version else {})
        return f"{self.site_url}/@@vcard?{urlencode(asked)}"
