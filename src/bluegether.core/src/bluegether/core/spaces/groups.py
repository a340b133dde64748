"""The plug-in that makes groups of spaces: `space:<uid>` of all members, `space:<uid>:<role>` of those who lead;
`space:<uid>:invited` of those who may look at what they are invited to.

Nothing is stored for a group. PAS asks at every request in which groups somebody is; the answer is one small tree.
Groups are found by their exact name only: a list of them would tell of secret spaces.
"""

from bluegether.core.kit.annotation import stored
from bluegether.core.spaces.interfaces import MEMBER
from bluegether.core.spaces.storage import INVITED
from bluegether.core.spaces.storage import KEY
from bluegether.core.spaces.storage import roles_of
from plone import api
from Products.PlonePAS.interfaces.group import IGroupIntrospection
from Products.PlonePAS.plugins.group import PloneGroup
from Products.PluggableAuthService.interfaces.plugins import IGroupEnumerationPlugin
from Products.PluggableAuthService.interfaces.plugins import IGroupsPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.interface import implementer


PLUGIN = "bluegether_spaces"
PREFIX = "space:"
INTERFACES = (IGroupsPlugin, IGroupEnumerationPlugin, IGroupIntrospection)


@implementer(*INTERFACES)
class SpaceGroups(BasePlugin):
    """See the module."""

    meta_type = "BlueGether Space Groups"

    def __init__(self, plugin_id: str = PLUGIN, title: str = "Groups of the members of spaces"):
        self._setId(plugin_id)
        self.title = title

    def getGroupsForPrincipal(self, principal, request=None) -> tuple[str, ...]:
        """Return the groups of this person's spaces; groups are in no group."""
        userid = principal.getId()
        if not userid or ":" in userid:
            return ()
        found = []
        for uid, role in roles_of(stored(api.portal.get(), KEY), userid):
            if role != INVITED:
                found.append(f"{PREFIX}{uid}")
            if role != MEMBER:
                found.append(f"{PREFIX}{uid}:{role}")
        return tuple(found)

    def enumerateGroups(self, id=None, title=None, exact_match=False, sort_by=None, max_results=None, **kw):  # noqa: A002 (PAS names it)
        """Return the one group of this exact name, if its space is there."""
        names = [id] if isinstance(id, str) else list(id or ())
        if not exact_match or title or kw:
            return ()
        return tuple({"id": name, "pluginid": self.getId()} for name in names if _record(name) is not None)

    def getGroupById(self, group_id, default=None):
        """Return the group of this name, or the default."""
        found = _record(group_id)
        if found is None:
            return default
        group = PloneGroup(group_id, group_id).__of__(self)
        group._addRoles(())
        return group

    def getGroups(self) -> list:
        return []

    def getGroupIds(self) -> list:
        return []

    def getGroupMembers(self, group_id) -> tuple[str, ...]:
        """Return the user ids of the members, or of those who lead."""
        found = _record(group_id)
        if found is None:
            return ()
        role = group_id.removeprefix(PREFIX).partition(":")[2]
        return tuple(one for one, (its_role, _since) in found.members.items() if role in ("", its_role))


def _record(name: str):
    if not isinstance(name, str) or not name.startswith(PREFIX):
        return None
    kept = stored(api.portal.get(), KEY)
    return kept.records.get(name.removeprefix(PREFIX).partition(":")[0]) if kept is not None else None


def install(site) -> None:
    """Set the plug-in up; twice is once."""
    folder = site.acl_users
    if PLUGIN not in folder.objectIds():
        folder._setObject(PLUGIN, SpaceGroups())
    for interface in INTERFACES:
        if PLUGIN not in folder.plugins.listPluginIds(interface):
            folder.plugins.activatePlugin(interface, PLUGIN)
