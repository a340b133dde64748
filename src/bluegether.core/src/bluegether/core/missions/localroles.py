"""Who is concerned by a mission views it whatever their roles: consultants, their managers, the account manager."""

from bluegether.core.missions import api as missions
from bluegether.core.missions.interfaces import IClient
from bluegether.core.missions.interfaces import IMission
from bluegether.core.people import api as people
from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from zope.component import adapter
from zope.interface import implementer


CONCERNED = ("Concerned",)


@implementer(ILocalRoleProvider)
@adapter(IMission)
class Concerned:
    """The local role Concerned, from what is kept: nothing is stored on the mission."""

    def __init__(self, mission):
        self.mission = mission

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        record = missions.record_of(self.mission)
        return CONCERNED if record is not None and missions.concerned(record, principal_id) else ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        record = missions.record_of(self.mission)
        if record is None:
            return
        concerned = {*record.userids, missions.account_manager(record.client)}
        concerned |= {people.manager_of(userid) for userid in record.userids}
        for userid in concerned - {""}:
            yield userid, CONCERNED


@implementer(ILocalRoleProvider)
@adapter(IClient)
class AccountManager:
    """The local role Concerned of who is told of a client's missions."""

    def __init__(self, client):
        self.client = client

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        return CONCERNED if principal_id and principal_id == self.client.account_manager else ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        if self.client.account_manager:
            yield self.client.account_manager, CONCERNED
