"""The room's part of what the portal holds about a person."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.rewards import api as rewards
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class RewardsData:
    """Ledger, orders, deeds; erased, the ledger is nobody's and the published figures stay."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return rewards.exported(userid)

    def erase(self, userid: str) -> None:
        rewards.erase(userid)
