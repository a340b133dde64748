"""What somebody who leaves hands over of spaces: those that they own."""

from bluegether.core import _
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.spaces import api as spaces
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class SpacesHandover:
    """One holding for all; a secret space is counted and not named."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        owned = spaces.led_by(userid)
        url = f"{self.site.absolute_url()}/spaces"
        return [Holding("spaces", _("Spaces that they own"), url, len(owned))] if owned else []

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        spaces.give_spaces(userid, to, actor=actor)
