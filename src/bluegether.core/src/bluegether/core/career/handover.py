"""What somebody who leaves hands over of careers."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class CareerHandover:
    """How many, never whose or what: who handles a departure is not always in the circle."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        titles = {"interviews": _("Open interviews to lead"), "wishes": _("Goals and wishes of the team to answer")}
        counts = career.held(userid)
        return [Holding(key, title, count=counts[key]) for key, title in titles.items() if counts[key]]

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        career.hand_over(userid, to, actor=actor)
