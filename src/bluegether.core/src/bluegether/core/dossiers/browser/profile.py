"""The dossier's place on the page of a person, for those who may make one."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.clock import local
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
class ProfileSection(BrowserView):
    """A link, and how fresh the profile is."""

    index = ViewPageTemplateFile("profile.pt")
    order = 60
    title = _("Skills profile")

    def available(self) -> bool:
        return dossiers.can_make(self.context.getId(), self._reader())

    def render(self) -> str:
        return self.index()

    def mine(self) -> bool:
        return self.context.getId() == self._reader()

    def url(self) -> str:
        base = f"{api.portal.get().absolute_url()}/@@dossier"
        return base if self.mine() else f"{base}?userid={self.context.getId()}"

    def refreshed(self) -> str:
        moment = dossiers.refreshed(self.context.getId())
        return api.portal.get_localized_time(local(moment)) if moment is not None else ""

    def is_asked(self) -> bool:
        return self.mine() and dossiers.is_asked(self._reader())

    def _reader(self) -> str:
        return api.user.get_current().getId() or ""
