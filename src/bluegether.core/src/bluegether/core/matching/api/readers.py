"""Who reads, and so what a record tells them: what is not for the reader is blank, as if it had never been said."""

from bluegether.core.matching.storage import Record
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.people.api.roles import BUSINESS
from bluegether.core.people.api.roles import INVITE_ALL
from dataclasses import dataclass
from plone import api


RANK = "BlueGether: Rank People"
# Field of a record -> group of fields that it belongs to, by its place in `Record.audiences`.
BLANK = (
    {"skills": (), "refreshed": 0},
    {"free": 0, "share": -1, "places": (), "remote": ""},
    {"wish_skills": (), "wish_sectors": (), "wish_places": (), "wish_day": 0},
    {"city": ""},
)


@dataclass(frozen=True)
class Reader:
    """Somebody who reads scores. `audiences` None: sees all, as HR does; `capacity`: sees when who is on a mission."""

    userid: str
    audiences: frozenset[str] | None
    capacity: bool

    def sees(self, userid: str, record: Record) -> Record:
        """Return the record as this reader may know it."""
        if self.audiences is None or userid == self.userid:
            return record
        if self.capacity and self.audiences.issuperset(record.audiences):
            return record
        hidden: dict = {} if self.capacity else {"periods": ()}
        for place, audience in enumerate(record.audiences):
            if audience not in self.audiences:
                hidden |= BLANK[place]
        return record._replace(**hidden)


NOBODY = Reader("", frozenset(), False)


def reader_of(userid: str) -> Reader:
    """Return what this person may read; nothing for a client and for nobody. Looks the roles up once."""
    account = people.account(userid)
    roles = people.roles_of(userid)
    if not roles & {"Member", *INVITE_ALL} or (account is not None and account.kind == "client"):
        return NOBODY
    if roles & INVITE_ALL:
        return Reader(userid, None, True)
    found = {"everyone"}
    if account is not None and account.unit:
        found.add(f"unit:{account.unit}")
    if roles & BUSINESS:
        found.add("business")
    return Reader(userid, frozenset(found), missions.sees_business(userid))


def can_rank(userid: str) -> bool:
    """Return whether this person asks who fits a need: sales, HR, direction, administrators."""
    if not userid:
        return False
    if api.user.get_current().getId() == userid:
        return api.user.has_permission(RANK, obj=api.portal.get())
    return api.user.get(userid=userid) is not None and api.user.has_permission(
        RANK, username=userid, obj=api.portal.get()
    )
