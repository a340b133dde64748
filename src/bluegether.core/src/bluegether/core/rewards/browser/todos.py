"""What waits for who handles orders."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.rewards import api as rewards
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class RewardsTodos:
    """Orders to decide, and those that one approved and has to deliver."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId() or ""
        url = f"{self.site.absolute_url()}/@@rewards-orders"
        found = (
            (_("Orders of rewards to decide"), "#waiting", rewards.waiting(userid)),
            (_("Rewards to deliver"), "#approved", len(rewards.to_deliver(userid))),
        )
        return [Todo(title, f"{url}{anchor}", count=count) for title, anchor, count in found if count]
