"""What somebody who leaves hands over of rewards: the orders that they approved and have not delivered."""

from bluegether.core import _
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.rewards import api as rewards
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class RewardsHandover:
    """The successor must handle orders: HR or direction."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        count = len(rewards.to_deliver(userid))
        url = f"{self.site.absolute_url()}/@@rewards-orders"
        return [Holding("rewards", _("Rewards to deliver"), url, count)] if count else []

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        rewards.hand_over(userid, to)
