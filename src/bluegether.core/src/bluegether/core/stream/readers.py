"""Who may see a publication, as Zope asks: the stream's own rule gives the local role that its permissions name."""

from AccessControl import getSecurityManager
from bluegether.core.stream import api as stream
from bluegether.core.stream.content import READERS
from bluegether.core.stream.interfaces import IPublication
from borg.localrole.interfaces import ILocalRoleProvider
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IPublication)
class Readers:
    """Answers for whoever is asking now, not for the groups that Zope asks about along with them."""

    def __init__(self, context):
        self.context = context

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        if principal_id != getSecurityManager().getUser().getId():
            return ()
        return READERS if stream.may_see(self.context.entry, principal_id) else ()

    def getAllRoles(self):
        return ()
