"""The part of a person's page that says where they work and worked, as far as the reader may know."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.missions import api as missions
from bluegether.core.missions.interfaces import Shown
from bluegether.core.people.interfaces import IPerson
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


MOST = 12


@implementer(IProfileSection)
@adapter(IPerson, IBluegetherLayer)
class Section(BrowserView):
    """Running missions first. Who may not open one reads its role and client; nothing of a confidential client's."""

    index = ViewPageTemplateFile("section.pt")
    order = 20
    title = _("Missions")

    @cached_property
    def found(self) -> list[Shown]:
        reader = api.user.get_current().getId() or ""
        return missions.missions_of(self.context.getId(), reader=reader)

    def available(self) -> bool:
        return bool(self.found)

    def render(self) -> str:
        return self.index()

    def rows(self) -> list[Shown]:
        return self.found[:MOST]

    def more(self) -> int:
        return max(0, len(self.found) - MOST)

    def days(self, shown: Shown):
        """Return from when until when, for who may open the mission."""
        if not shown.periods:
            return ""
        first, last = shown.periods[0].start, max(one.end for one in shown.periods)
        return _("${start} to ${end}", mapping={"start": spoken(first), "end": spoken(last)})
