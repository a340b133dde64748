"""What the room adds to the page of a person: a way to write to them."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.messaging import api as messaging
from bluegether.core.messaging.browser.page import Page
from bluegether.core.people.interfaces import IPerson
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.component import adapter
from zope.interface import implementer


@implementer(IProfileSection)
@adapter(IPerson, IBluegetherLayer)
class WriteSection(Page):
    """For members, on the pages of others who can be written to."""

    index = ViewPageTemplateFile("section.pt")
    order = 5
    in_head = True
    title = _("Messages")

    def __init__(self, person, request):
        super().__init__(person, request)
        self.of = person.getId()

    def available(self) -> bool:
        if self.of == self.userid or not messaging.can_be_written_to(self.of):
            return False
        return messaging.can_be_written_to(self.userid)

    def render(self) -> str:
        return self.index()

    def write_url(self) -> str:
        return f"{self.site_url}/@@message-new?{urlencode({'to': self.of})}"
