"""The login of an account in Plone: who holds a role, and what is taken away when an access ends."""

from collections.abc import Iterable
from plone import api
from plone.portlets.constants import USER_CATEGORY
from plone.portlets.interfaces import IPortletManager
from zope.component import getUtilitiesFor
import secrets


def holders(roles: Iterable[str]) -> list[str]:
    """Return the user ids of those who have one of these roles in the site, themselves or through a group.

    It reads everybody's roles: for verbs and timers that need it, never for a page that everyone opens.
    """
    folder = api.portal.get().acl_users
    found: dict[str, None] = {}
    for role in roles:
        for principal, _title in folder.portal_role_manager.listAssignedPrincipals(role):
            members = _members(folder, principal)
            found.update(dict.fromkeys([principal] if members is None else members))
    return list(found)


def empty_login(userid: str) -> None:
    """Leave a login that opens nothing: a password that nobody knows, no role, no group, no link to a new password."""
    folder = api.portal.get().acl_users
    if folder.getUserById(userid) is None:
        return
    for group in folder.source_groups.getGroupsForPrincipal(folder.getUserById(userid)):
        folder.source_groups.removePrincipalFromGroup(userid, group)
    folder.userFolderEditUser(userid, secrets.token_urlsafe(32), [], [])
    forget_resets(userid)


def forget_leftovers(userid: str) -> None:
    """Take away what Plone keeps for ever of who was deleted: their lines of roles and groups, their dashboards."""
    folder = api.portal.get().acl_users
    folder.portal_role_manager._principal_roles.pop(userid, None)
    folder.source_groups._principal_groups.pop(userid, None)
    for _name, manager in getUtilitiesFor(IPortletManager):
        mine = manager.get(USER_CATEGORY)
        if mine is not None and userid in mine:
            del mine[userid]


def forget_resets(userid: str) -> None:
    """Make the links to a new password that this person was sent useless."""
    tool = api.portal.get_tool("portal_password_reset")
    mine = [key for key, (owner, _expiry) in tool._requests.items() if owner == userid]
    for key in mine:
        del tool._requests[key]
    if mine:
        tool._p_changed = True


def _members(folder, principal: str) -> list[str] | None:
    """Return the members of a group, None for a principal that is none."""
    if folder.source_groups.getGroupById(principal) is None:
        return None
    return list(folder.source_groups.getGroupMembers(principal))
