"""Where careers are kept: one annotation of the site, one object per person, so that writers of two careers never meet.

Times are aware UTC; ids of things are the microseconds since 1970 of their making.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from datetime import datetime
from persistent import Persistent
from typing import NamedTuple


KEY = "bluegether.core.career"


class Said(NamedTuple):
    """One contribution to the thread of a goal or wish. `side`: person, manager or hr, as it was then."""

    at: datetime
    author: str
    side: str
    text: str


class Step(NamedTuple):
    """One line of the history. `subject`: goal, wish, interview or next; `title` as it was then."""

    at: datetime
    actor: str
    verb: str
    subject: str
    thing: int
    title: str


class Note(NamedTuple):
    """What one participant prepared; private to them until `shared` says when it no longer was."""

    text: str
    saved: datetime
    shared: datetime | None


class Decision(NamedTuple):
    """What was decided, which side does it (person, manager, hr), and by which date."""

    what: str
    who: str
    by: object  # date or None


class Signature(NamedTuple):
    """Who signed which exact text when. The name is kept: a signed text outlives accounts."""

    userid: str
    name: str
    at: datetime
    sha256: str
    comment: str


class Goal(Persistent):
    """What a person wants to reach."""

    state = "open"  # open, reached, dropped
    thread: tuple = ()  # of Said

    def __init__(self, goal_id: int, *, title: str, why: str, horizon: str):
        self.id = goal_id
        self.title = title
        self.why = why
        self.horizon = horizon


class Wish(Persistent):
    """A training that a person asks for."""

    state = "asked"  # asked, accepted, later, refused, done, withdrawn
    planned_on = None  # date, when accepted
    reason = ""
    decided_by = ""
    decided = None
    thread: tuple = ()  # of Said

    def __init__(self, wish_id: int, *, title: str, why: str, skill: str, urgency: str):
        self.id = wish_id
        self.title = title
        self.why = why
        self.skill = skill
        self.urgency = urgency


class Interview(Persistent):
    """One interview. Who leads it and who is the manager follow the company until it is held; then they are kept."""

    state = "planned"  # planned, preparation, held, half (signed by one), signed, cancelled
    hr_lead = ""  # user id of the HR referent who leads instead of the manager
    manager = ""  # user id of the manager at the time, kept when it is held
    lead = ""  # user id of who led it, kept when it is held
    held = None
    signed = None
    reason = ""  # of a cancellation
    mission = ""  # UID of the mission that a mid-mission interview is about
    agenda: tuple = ()  # of lines
    agenda_revision = 0
    report = ""
    decisions: tuple = ()  # of Decision
    revision = 0  # of report and decisions
    edited_by = ""
    edited = None
    shared_with = ""  # user id of the later manager whom the person lets see it

    def __init__(self, interview_id: int, *, kind: str, planned_by: str, start, minutes: int, place: str, link: str):
        self.id = interview_id
        self.kind = kind
        self.planned_by = planned_by
        self.start = start
        self.minutes = minutes
        self.place = place
        self.link = link
        self.notes: dict = {}  # user id -> Note; replaced, never changed in place
        self.signatures: dict = {}  # user id -> Signature; replaced, never changed in place
        self.reminders: dict = {}  # prepare, sign -> key in Careers.reminders that counts; replaced


class Career(Persistent):
    """One person's page."""

    wants = ""
    wants_at = None

    def __init__(self):
        self.goals = LOBTree()  # id -> Goal
        self.wishes = LOBTree()  # id -> Wish
        self.interviews = LOBTree()  # id -> Interview
        self.history = LOBTree()  # minus the microseconds since 1970 -> Step: walked from its start, newest first


class Archived(Persistent):
    """A signed interview of somebody who was erased: read by HR until the legal time is over."""

    def __init__(self, userid: str, fullname: str, document: dict):
        self.userid = userid
        self.fullname = fullname
        self.document = document


class Careers(Persistent):
    """The room's trees."""

    def __init__(self):
        self.careers = OOBTree()  # user id -> Career
        self.open = OOBTree()  # user id -> tuple of ids of interviews neither signed nor cancelled
        self.leading = OOBTree()  # user id -> OOTreeSet of (owner, interview id) of open ones led by name
        self.led = OOBTree()  # user id -> OOTreeSet of (microseconds of the start, owner, interview id), led by name
        self.without_lead = OOTreeSet()  # (owner, interview id): no manager and no HR referent leads it yet
        self.unanswered = OOBTree()  # user id -> tuple of ids of goals that nobody answered
        self.asked = OOTreeSet()  # (wish id, owner): wishes that HR has not answered
        self.touched = OOBTree()  # user id -> OOTreeSet of owners in whose career this person did something
        self.bases = OOBTree()  # user id -> {kind: ordinal of the day from which the next interview is counted}
        self.since = OOBTree()  # kind -> OOTreeSet of (that ordinal, user id), without those who have one planned
        self.unreminded = OOBTree()  # kind -> OOTreeSet of (ordinal, user id) of which nobody was told yet
        self.reminders = LOBTree()  # microseconds since 1970 -> (owner, interview id, prepare or sign)
        self.archive = LOBTree()  # microseconds since 1970 of the last signature -> Archived


def free_key(tree, moment: datetime) -> int:
    """Return the moment in microseconds since 1970, or the first free key after it."""
    key = microseconds(moment)
    while key in tree:
        key += 1
    return key


def microseconds(moment: datetime) -> int:
    """Return the aware moment in microseconds since 1970."""
    return int(moment.timestamp() * 1_000_000)


def members(tree, key: str):
    """Return the set of this key, made when it is missing; only for writing."""
    if key not in tree:
        tree[key] = OOTreeSet()
    return tree[key]


def drop(tree, key: str, member) -> None:
    """Take the member out of the set of this key, if it is there."""
    found = tree.get(key)
    if found is not None and member in found:
        found.remove(member)


def add_id(tree, key: str, number: int) -> None:
    """Add the number to the tuple of this key, once."""
    tree[key] = (*(one for one in tree.get(key, ()) if one != number), number)


def drop_id(tree, key: str, number: int) -> None:
    """Take the number out of the tuple of this key; an empty one goes."""
    left = tuple(one for one in tree.get(key, ()) if one != number)
    if left:
        tree[key] = left
    elif key in tree:
        del tree[key]
