"""What this room's own notices say: urgent messages."""

from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.notifications import api as notifications
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


EXCERPT = 200


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class AnnouncementKind:
    """An urgent message; clients are told when it is for them."""

    category = "announcement"
    for_clients = True

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid, actors):
        found = notifications.announcement(int(thing), userid)
        words = " ".join(found.text.split())
        excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]}…"
        return Said(found.title, f"{self.site.absolute_url()}/@@announcement?id={thing}", excerpt)
