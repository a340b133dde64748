"""Who said that they are out of office: mail and push messages wait for them."""

from bluegether.core.kit.interfaces import IAbsences
from bluegether.core.people import api
from datetime import datetime
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IAbsences)
@adapter(IPloneSiteRoot)
class Absences:
    """What people say of themselves in their profile."""

    def __init__(self, site):
        self.site = site

    def away_until(self, userid: str, moment: datetime) -> datetime | None:
        return api.away_until(userid, moment)
