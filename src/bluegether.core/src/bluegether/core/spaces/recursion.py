"""Groups of groups, without asking for the groups of spaces one by one.

PAS asks every plug-in for the groups of each group that somebody is in. Groups of spaces are in no group, so for them
the answer is known: without this, the cost of a request grows with the spaces one is in. The plug-in has the interface
and the place of Plone's `recursive_groups`, which stays in the folder and is switched off; taking this one out and
switching that one on is the way back.
"""

from Acquisition import aq_parent
from bluegether.core.spaces.groups import PREFIX
from Products.PluggableAuthService.interfaces.plugins import IGroupsPlugin
from Products.PluggableAuthService.plugins.RecursiveGroupsPlugin import IRecursiveGroupsPlugin
from Products.PluggableAuthService.plugins.RecursiveGroupsPlugin import RecursiveGroupsPlugin
from Products.PluggableAuthService.PropertiedUser import PropertiedUser
from zope.interface import implementer


PLUGIN = "bluegether_groups_of_groups"
REPLACED = "recursive_groups"


@implementer(IRecursiveGroupsPlugin, IGroupsPlugin)
class GroupsOfGroups(RecursiveGroupsPlugin):
    """See the module."""

    meta_type = "BlueGether Groups of Groups"

    def getGroupsForPrincipal(self, user, request=None) -> tuple[str, ...]:
        """Return the groups of this person that are no spaces, with the groups that those are in."""
        folder, found = aq_parent(self), {}
        waiting = list(user.getGroups())
        while waiting:
            name = waiting.pop()
            if name in found or name.startswith(PREFIX):
                continue
            found[name] = True
            group = PropertiedUser(name).__of__(folder)
            waiting.extend(folder._getGroupsForPrincipal(group, request, ignore_plugins=(self.getId(),)))
        return tuple(found)


def install(site) -> None:
    """Take the place of Plone's plug-in; twice is once."""
    folder = site.acl_users
    if PLUGIN not in folder.objectIds():
        folder._setObject(PLUGIN, GroupsOfGroups(PLUGIN, "Groups of groups, spaces left out"))
    active = folder.plugins.listPluginIds(IGroupsPlugin)
    if PLUGIN not in active:
        folder.plugins.activatePlugin(IGroupsPlugin, PLUGIN)
    if REPLACED in active:
        for _step in active[active.index(REPLACED) + 1 :]:
            folder.plugins.movePluginsUp(IGroupsPlugin, [PLUGIN])
        folder.plugins.deactivatePlugin(IGroupsPlugin, REPLACED)
