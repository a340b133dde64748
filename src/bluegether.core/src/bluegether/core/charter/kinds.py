"""What the charter's notice says, to who has to sign it and to nobody else."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.interfaces import Status
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class ToSignKind:
    """A version has come into force; `thing` is its UID. The charter's own reminders go by mail already."""

    category = "charter"
    for_clients = True

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid, actors):
        version = charter.version_in_force()
        if version is None or api.content.get_uuid(version) != thing:
            return None
        if charter.status(userid) not in (Status.GRACE, Status.TO_SIGN):
            return None
        url = f"{self.site.absolute_url()}/@@charter-sign"
        return Said(_("A new version of the charter waits for your signature"), url)
