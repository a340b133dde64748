"""What referrals hold about a member."""

from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.referrals import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class ReferralsData:
    """Whom one referred, by reference: the candidate's data are the candidate's."""

    def __init__(self, site):
        self.site = site

    def export(self, userid: str) -> dict:
        return api.exported(userid)

    def erase(self, userid: str) -> None:
        api.forget_member(userid)
