"""Who may: see what of missions and clients, see amounts, change them."""

from bluegether.core.kit.annotation import stored
from bluegether.core.missions.storage import KEY
from bluegether.core.missions.storage import Missions
from bluegether.core.missions.storage import Record
from bluegether.core.people import api as people
from plone import api


VIEW_AMOUNTS = "BlueGether: View Amounts"
MANAGE = "BlueGether: Manage Missions"
# Roles that handle business: they see every client and mission, not all of them the amounts.
BUSINESS = frozenset({"Sales Referent", "Finance Referent", "Director", "HR Referent", "Site Administrator", "Manager"})


def kept() -> Missions | None:
    """Return the room's trees, or None while there is no client. Never writes."""
    return stored(api.portal.get(), KEY)


def can_view_amounts(userid: str) -> bool:
    """Return whether this person sees rates, costs and orders: sales, finance, direction."""
    return _may(VIEW_AMOUNTS, userid)


def can_manage(userid: str) -> bool:
    """Return whether this person adds and changes clients and missions: sales, direction, administrators."""
    return _may(MANAGE, userid)


def sees_business(userid: str) -> bool:
    """Return whether this person sees every client and every mission, confidential ones included."""
    return bool(people.roles_of(userid) & BUSINESS)


def is_member(userid: str) -> bool:
    """Return whether this person belongs to the network: client accounts and visitors learn nothing."""
    person = people.account(userid)
    return person is not None and person.kind != "client"


def concerned(record: Record, userid: str) -> bool:
    """Return whether the mission is this person's own, one of their team's, or of a client that they manage."""
    if not userid:
        return False
    if userid in record.userids or userid == account_manager(record.client):
        return True
    return any(people.manager_of(consultant) == userid for consultant in record.userids)


def may_view(record: Record, userid: str) -> bool:
    """Return whether this person sees the mission whole, except for its amounts."""
    return sees_business(userid) or concerned(record, userid)


def account_manager(client_uid: str) -> str:
    """Return the user id of who is told of a client's missions, empty for nobody."""
    trees = kept()
    client = trees.clients.get(client_uid) if trees is not None else None
    return client.account_manager if client is not None else ""


def _may(permission: str, userid: str) -> bool:
    if not userid:
        return False
    if api.user.get_current().getId() == userid:
        return api.user.has_permission(permission, obj=api.portal.get())
    return api.user.get(userid=userid) is not None and api.user.has_permission(
        permission, username=userid, obj=api.portal.get()
    )
