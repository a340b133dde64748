"""What somebody who leaves hands over of needs: those that they follow and that are not closed."""

from bluegether.core import _
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.needs import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class NeedsHandover:
    """The successor follows them."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        count = api.held(userid)
        url = f"{self.site.absolute_url()}/needs?manager={userid}"
        return [Holding("needs", _("Needs that they follow"), url, count)] if count else []

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        api.hand_over(userid, to, actor=actor)
