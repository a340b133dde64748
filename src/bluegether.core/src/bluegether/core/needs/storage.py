"""Where needs are kept beside their content: one annotation of the site for lists and figures, one of each need.

Lists, figures and to-dos read the compact records alone: no need is woken for them. Ids only; times aware UTC.
"""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from persistent import Persistent
from typing import NamedTuple


KEY = "bluegether.core.needs"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 86_400_000_000  # microseconds


class Record(NamedTuple):
    """What lists show of a need. Neither client nor amounts: those are asked of the need itself."""

    uid: str
    id: str  # in the folder
    title: str
    state: str
    since: datetime  # when it entered the state
    internal: bool  # for sales alone
    manager: str
    required: tuple[tuple[str, int], ...]  # (skill id, level)
    welcome: tuple[tuple[str, int], ...]
    start: date | None
    end: date | None
    share: int
    number: int
    place: str
    remote: str
    sector: str
    hard: tuple[str, ...]
    deadline: date | None
    until: date | None  # postponed until


class Step(NamedTuple):
    """One line of a need's history; `what` says who may read it, see `api.tracing`."""

    what: str
    userid: str
    values: dict


class Needs(Persistent):
    """The site's trees."""

    def __init__(self):
        self.records = OOBTree()  # uid -> Record, as a plain tuple
        self.order = OOBTree()  # state -> OOTreeSet of (minus microseconds since it entered, uid)
        self.managers = OOBTree()  # user id -> OOTreeSet of uid
        self.skills = OOBTree()  # skill id -> OOTreeSet of uid: needs whose rows or suggestions name it
        self.named = OOBTree()  # uid -> tuple of those skill ids
        self.candidacies = OOBTree()  # user id -> OOBTree: uid -> state
        self.traces = OOBTree()  # user id -> OOTreeSet of uid: where something of this person is kept
        self.log = LOBTree()  # microseconds -> (uid, milestone), each milestone of a need once
        self.milestones = OOBTree()  # uid -> {milestone: aware datetime}

    def record(self, uid: str) -> Record | None:
        found = self.records.get(uid)
        return Record(*found) if found is not None else None

    def keep(self, record: Record, skill_ids: set[str]) -> None:
        """Keep a record in place of an earlier one; `skill_ids` are those that rows and suggestions name."""
        before = self.record(record.uid)
        if before is not None:
            self._unlist(before)
        self.records[record.uid] = tuple(record)
        _in(self.order, record.state).insert((-micros(record.since), record.uid))
        if record.manager:
            _in(self.managers, record.manager).insert(record.uid)
        self.name_skills(record.uid, skill_ids)

    def name_skills(self, uid: str, skill_ids: set[str]) -> None:
        """Let these skills and no others be named by the need."""
        for skill_id in self.named.get(uid, ()):
            _out(self.skills, skill_id, uid)
        for skill_id in skill_ids:
            _in(self.skills, skill_id).insert(uid)
        self.named[uid] = tuple(sorted(skill_ids))

    def drop(self, uid: str) -> None:
        """Forget a need that was deleted; what was counted of it stays in the figures."""
        before = self.record(uid)
        if before is not None:
            self._unlist(before)
            del self.records[uid]
        self.name_skills(uid, set())
        self.named.pop(uid, None)

    def _unlist(self, record: Record) -> None:
        _out(self.order, record.state, (-micros(record.since), record.uid))
        _out(self.managers, record.manager, record.uid)

    def note(self, uid: str, milestone: str, moment: datetime) -> bool:
        """Log a milestone of a need unless it was reached before; return whether it is the first time."""
        reached = self.milestones.get(uid, {})
        if milestone in reached:
            return False
        self.milestones[uid] = reached | {milestone: moment}
        self.log[free(self.log, micros(moment))] = (uid, milestone)
        return True

    def place(self, userid: str, uid: str, state: str) -> None:
        """Keep where a person stands as a candidate; "" takes it away."""
        mine = self.candidacies.get(userid)
        if mine is None:
            mine = self.candidacies[userid] = OOBTree()
        if state:
            mine[uid] = state
        else:
            mine.pop(uid, None)
        if not mine:
            del self.candidacies[userid]

    def trace(self, userid: str, uid: str) -> None:
        """Remember that the need keeps something of this person."""
        if userid:
            _in(self.traces, userid).insert(uid)


class Candidate(Persistent):
    """One person for one need."""

    def __init__(self, userid: str):
        self.userid = userid
        self.state = ""
        self.revision = 0  # grows with each change: who decides on an older one is told
        self.message = ""  # the applicant's, for sales alone
        self.reason = ""  # why refused
        self.naming = ""  # how the dossier that was sent names the person
        self.mission = ""  # UID of the mission made of it
        self.history = ()  # (moment, user id of who did it, state, word)


class Suggestion(Persistent):
    """A skill that somebody of the network would ask for."""

    hidden = False  # by moderation, from everybody

    def __init__(self, key: int, *, userid: str, skill: str, level: int, required: bool, why: str):
        self.key = key
        self.userid = userid
        self.skill = skill
        self.level = level
        self.required = required
        self.why = why
        self.state = "open"  # open, accepted, refused
        self.decided_by = ""
        self.decided = None
        self.word = ""


class Room(Persistent):
    """What people attach to one need."""

    def __init__(self):
        self.candidates = OOBTree()  # user id -> Candidate
        self.suggestions = LOBTree()  # microseconds when it was made -> Suggestion
        self.steps = LOBTree()  # microseconds -> Step, as a plain tuple
        self.asked = OOTreeSet()  # user ids of the experts who were asked
        self.asked_skills = OOTreeSet()  # ids of the skills whose experts were asked
        self.sources = OOBTree()  # skill id -> user id of who suggested it
        self.reason = ("", "")  # why lost: key, word


def micros(moment: datetime) -> int:
    """Return microseconds since 1970."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(key: int) -> datetime:
    """Return the moment of a key."""
    return EPOCH + timedelta(microseconds=key)


def free(tree, key: int) -> int:
    """Return the key, or the next one that is free."""
    while key in tree:
        key += 1
    return key


def read_all(site) -> Needs:
    """Return the site's trees to read from; empty ones, which are not stored, before the first need."""
    return stored(site, KEY) or Needs()


def write_all(site) -> Needs:
    """Return the site's trees to write to."""
    return store(site, KEY, Needs)


def read_one(need) -> Room:
    """Return what is attached to a need, to read from."""
    return stored(need, KEY) or Room()


def write_one(need) -> Room:
    """Return what is attached to a need, to write to."""
    return store(need, KEY, Room)


def _in(tree, key):
    if key not in tree:
        tree[key] = OOTreeSet()
    return tree[key]


def _out(tree, key, member) -> None:
    if key in tree and member in tree[key]:
        tree[key].remove(member)
        if not tree[key]:
            del tree[key]
