"""What notices of this room say."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.people import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class CertificationExpiring:
    """For the holder alone; nothing once the certification is gone or renewed."""

    category = "career"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        row = api.certification(thing) if thing.startswith(f"{userid}|") else None
        if row is None:
            return None
        mapping = {"title": row["title"], "date": spoken(row["expires"])}
        text = _("Your certification “${title}” expires on ${date}.", mapping=mapping)
        return Said(text, f"{self.site.absolute_url()}/people/{userid}/@@profile-skills")
