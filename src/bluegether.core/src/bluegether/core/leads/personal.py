"""The room's part of what the portal holds about a person, and of what somebody who leaves hands over."""

from bluegether.core import _
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.leads import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class LeadsData:
    """Leads handed in, steps and notes of who handled them."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.export(userid)

    def erase(self, userid: str) -> None:
        api.erase(userid)


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class LeadsHandover:
    """Open leads that somebody of sales follows."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        count = api.held(userid)
        url = f"{self.site.absolute_url()}/@@leads"
        return [Holding("leads", _("Leads that they follow"), url, count)] if count else []

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        if api.held(userid):
            api.hand_over(userid, to, actor=actor)
