"""The section of a person's page that says since when they are gone and who took over."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser.page import Page
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPerson
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(IProfileSection)
@adapter(IPerson, IBluegetherLayer)
class LeftSection(Page):
    """For everybody who may open the page, once the access is over."""

    order = -10
    of_left = True
    title = _("Departure")
    index = ViewPageTemplateFile("section.pt")

    def available(self) -> bool:
        return people.has_ended(self.context.getId())

    def render(self) -> str:
        return self.index()

    def last_day(self):
        """Return the last day, or the moment of the end where no departure was recorded."""
        found = journeys.departure_of(self.context.getId())
        if found is not None and found.state != "proposed":
            return found.last_day
        return people.closing(self.context.getId()).ends

    def successor(self) -> str:
        return journeys.took_over(self.context.getId())
