"""Who is where until when: one annotation of the site, kept in step with the missions; and the facts of each mission.

Nothing here is an amount: lists are made from these records, whoever reads them.
"""

from bluegether.core.missions.interfaces import Period
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from persistent import Persistent


KEY = "bluegether.core.missions"
FACTS_KEY = "bluegether.core.missions.facts"


@dataclass(frozen=True)
class ClientRecord:
    """What lists know of a client."""

    uid: str
    title: str
    sector: str
    account_manager: str
    confidential: bool
    revision: int


@dataclass(frozen=True)
class Record:
    """What lists know of a mission; `rows` are the periods as agreed, `periods` (user id, period) as they are."""

    uid: str
    title: str
    client: str
    state: str
    place: str
    rows: tuple[tuple[str, Period], ...]
    periods: tuple[tuple[str, Period], ...]
    skills: tuple[str, ...]
    revision: int

    @property
    def userids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(userid for userid, _period in self.periods))


def last_days(record: Record) -> dict[str, int]:
    """Return user id -> the ordinal of the person's last confirmed day on the mission."""
    found: dict[str, int] = {}
    for userid, period in record.periods:
        if period.confirmed:
            found[userid] = max(found.get(userid, 0), period.end.toordinal())
    return found


@dataclass(frozen=True)
class EarlyEnd:
    """The fact that an agreed period ended before its last day."""

    userid: str
    start: date
    end: date
    day: date
    reason: str
    actor: str
    happened: datetime


class Facts(Persistent):
    """What happened to one mission: an annotation of it."""

    def __init__(self):
        self.early_ends = ()  # EarlyEnd
        self.history = LOBTree()  # microseconds since 1970 -> (actor, what, dict of plain values)
        self.closings = OOBTree()  # user id of a consultant -> Closing


class Closing(Persistent):
    """The end of one consultant's mission: what both sides say, and what has to be done."""

    def __init__(self):
        self.evaluations = {}  # "consultant" or "account" -> dict of plain values; replaced as a whole
        self.done = {}  # key of the checklist -> (user id, aware moment); replaced as a whole
        self.revision = 0


class Missions(Persistent):
    """The room's trees."""

    def __init__(self):
        self.clients = OOBTree()  # UID of a client -> ClientRecord
        self.records = OOBTree()  # UID of a mission -> Record
        self.of_client = OOBTree()  # UID of a client -> OOTreeSet of UIDs of missions
        self.of_manager = OOBTree()  # user id of an account manager -> OOTreeSet of UIDs of clients
        self.people = OOBTree()  # user id -> tuple of Period, by first day
        self.ends = OOTreeSet()  # (last confirmed day of somebody as an ordinal, UID of the mission, user id)
        self.due = OOTreeSet()  # (ordinal of a day, UID of a mission): when the timer looks at it
        self.due_of = OOBTree()  # UID of a mission -> that ordinal
        self.skills = OOBTree()  # skill id -> OOTreeSet of UIDs of missions
        self.managers = OOBTree()  # user id of a consultant -> user id of the manager whom the catalog lets in
        self.told = (
            OOBTree()
        )  # (UID of a mission, user id) -> (ordinal of the end, weeks): the last alert; -1: it is over
        self.evaluated = OOTreeSet()  # (UID of a mission, user id of the consultant, side that has evaluated)

    def put(self, record: Record) -> None:
        """Keep a mission's record and everything that is looked up from it."""
        self.drop(record.uid)
        self.records[record.uid] = record
        _put(self.of_client, record.client, record.uid)
        for skill_id in record.skills:
            _put(self.skills, skill_id, record.uid)
        for userid in record.userids:
            mine = tuple(period for other, period in record.periods if other == userid)
            self.people[userid] = tuple(sorted(self.people.get(userid, ()) + mine))
        for userid, day in last_days(record).items():
            self.ends.insert((day, record.uid, userid))

    def drop(self, uid: str) -> None:
        """Forget a mission's record; what the timer and the alerts know stays."""
        record = self.records.pop(uid, None)
        if record is None:
            return
        _take(self.of_client, record.client, uid)
        for skill_id in record.skills:
            _take(self.skills, skill_id, uid)
        for userid in record.userids:
            left = tuple(period for period in self.people.get(userid, ()) if period.mission_uid != uid)
            if left:
                self.people[userid] = left
            else:
                self.people.pop(userid, None)
        for userid, day in last_days(record).items():
            self.ends.remove((day, uid, userid))

    def plan(self, uid: str, day: int | None) -> None:
        """Say when the timer looks at the mission next; None: never."""
        before = self.due_of.pop(uid, None)
        if before is not None and (before, uid) in self.due:
            self.due.remove((before, uid))
        if day is not None:
            self.due_of[uid] = day
            self.due.insert((day, uid))

    def forget(self, uid: str) -> None:
        """Forget a mission that is deleted."""
        for userid in self.records[uid].userids if uid in self.records else ():
            self.told.pop((uid, userid), None)
        for key in list(self.evaluated.keys((uid, "", ""), (uid, "\U0010ffff", ""))):
            self.evaluated.remove(key)
        self.plan(uid, None)
        self.drop(uid)

    def put_client(self, record: ClientRecord) -> None:
        """Keep a client's record."""
        self.drop_client(record.uid)
        self.clients[record.uid] = record
        if record.account_manager:
            _put(self.of_manager, record.account_manager, record.uid)

    def drop_client(self, uid: str) -> None:
        """Forget a client's record."""
        record = self.clients.pop(uid, None)
        if record is not None and record.account_manager:
            _take(self.of_manager, record.account_manager, uid)


def _put(tree: OOBTree, key: str, uid: str) -> None:
    if key not in tree:
        tree[key] = OOTreeSet()
    tree[key].insert(uid)


def _take(tree: OOBTree, key: str, uid: str) -> None:
    found = tree.get(key)
    if found is not None and uid in found:
        found.remove(uid)
        if not found:
            del tree[key]
