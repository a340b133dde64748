"""What a recruiter who leaves hands over."""

from bluegether.core import _
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.referrals import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class ReferralsHandover:
    """How many, never whom: who works through a departure does not always see candidates."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        count = api.held(userid)
        return [Holding("referrals", _("Referrals followed as the recruiter"), count=count)] if count else []

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        api.hand_over(userid, to)
