"""Publications, as others find them and as Zope asks who may see them: the stream's rule gives the local role."""

from AccessControl import getSecurityManager
from bluegether.core.discussion.interfaces import IDiscussedKind
from bluegether.core.stream import api as stream
from bluegether.core.stream.content import READERS
from bluegether.core.stream.interfaces import IPublication
from borg.localrole.interfaces import ILocalRoleProvider
from plone.base.interfaces import IPloneSiteRoot
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


@implementer(IDiscussedKind)
@adapter(IPloneSiteRoot)
class Publications:
    """Publications by the number in their key `stream:<number>`."""

    def __init__(self, site):
        self.site = site

    def thing(self, rest: str):
        return stream.publication(int(rest))
