"""The section of a person's profile page that leads to their career: for the three only."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.people.interfaces import IPerson
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(IProfileSection)
@adapter(IPerson, IBluegetherLayer)
class CareerSection(BrowserView):
    """A link, and nothing of what is behind it."""

    order = 90
    title = _("Career")
    index = ViewPageTemplateFile("section.pt")

    @property
    def owner(self) -> str:
        return self.context.getId()

    @property
    def mine(self) -> bool:
        return self.owner == (api.user.get_current().getId() or "")

    def available(self) -> bool:
        return bool(career.sides(self.owner, api.user.get_current().getId() or ""))

    def render(self) -> str:
        return self.index()

    @property
    def url(self) -> str:
        return f"{api.portal.get().absolute_url()}/@@career?userid={self.owner}"
