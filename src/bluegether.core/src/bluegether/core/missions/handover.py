"""What somebody who leaves hands over of missions."""

from bluegether.core import _
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.missions import api as missions
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class MissionsHandover:
    """The clients of an account manager are given on; the missions of a consultant are listed: sales replace them."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        url = api.portal.get().absolute_url()
        clients, own = len(missions.managed_by(userid)), len(missions.ahead(userid))
        found = []
        if clients:
            found.append(Holding("clients", _("Clients as account manager"), f"{url}/clients", clients))
        if own:
            found.append(Holding("missions", _("Missions to be replaced in"), f"{url}/people/{userid}", own))
        return found

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        missions.give_clients(userid, to, actor=actor)
