"""What waits for the signed-in person in referrals."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.referrals import api as referrals
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class ReferralTodos:
    """HR: candidates to answer, bonuses to approve; the recruiter: theirs; the referrer: to say why."""

    def __init__(self, site, request):
        self.url = site.absolute_url()

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId() or ""
        if not api.user.has_permission("BlueGether: Use Referrals"):
            return []
        return [*self.of_hr(userid), *self.of_referrer(userid)]

    def of_hr(self, userid: str) -> list[Todo]:
        if not referrals.is_hr(userid):
            return []
        counts = (
            (_("Referrals to answer"), f"{self.url}/@@referrals-board", referrals.to_qualify(userid)),
            (_("Referral bonuses to approve"), f"{self.url}/@@referral-bonuses", referrals.ripe()),
        )
        return [Todo(title, url, count=count) for title, url, count in counts if count]

    def of_referrer(self, userid: str) -> list[Todo]:
        title = _("Say why you recommend ${name}")
        return [
            Todo(Message(title, mapping={"name": one.name}), f"{self.url}/@@referral?id={one.id}#why")
            for one in referrals.to_describe(userid)
        ]
