"""Whose missions and availability somebody steers by."""

from bluegether.core.missions.api.rules import sees_business
from bluegether.core.people import api as people
from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """Everybody, or these people only."""

    everybody: bool
    userids: frozenset[str] = frozenset()

    def holds(self, userid: str) -> bool:
        return self.everybody or userid in self.userids


def scope(userid: str) -> Scope | None:
    """Return whom this person steers: everybody for business, their team for a manager; None for everybody else."""
    if sees_business(userid):
        return Scope(True)
    team = people.team(userid) if userid else []
    return Scope(False, frozenset(team)) if team else None
