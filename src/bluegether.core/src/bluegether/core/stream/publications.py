"""Publications as others find them, and who may see one, as Zope asks."""

from bluegether.core.discussion.interfaces import IDiscussedKind
from bluegether.core.stream import api as stream
from bluegether.core.stream.content import READERS
from bluegether.core.stream.content import TALKERS
from bluegether.core.stream.interfaces import IPublication
from borg.localrole.interfaces import ILocalRoleProvider
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IPublication)
class Readers:
    """Gives the role to people who see the entry; of groups, which Zope asks about too, the stream knows nothing."""

    def __init__(self, context):
        self.context = context

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        if ":" in principal_id or api.portal.get_tool("acl_users").getGroupById(principal_id) is not None:
            return ()
        if not stream.may_see(self.context.entry, principal_id):
            return ()
        return READERS + TALKERS if stream.may_talk(self.context.entry, principal_id) else READERS

    def getAllRoles(self):
        return ()


@implementer(IDiscussedKind)
@adapter(IPloneSiteRoot)
class Publications:
    """Publications by the number in their key `stream:<number>`."""

    def __init__(self, site):
        self.site = site

    def thing(self, rest: str):
        found = stream.publication(int(rest))
        return found if found.entry is not None else None
