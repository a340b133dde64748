"""Where referrals are kept: one annotation of the site. They are no content: nothing of a candidate is in the catalog,
in a history, in a listing of Plone's or behind a role that Plone gives.

Ids are microseconds since 1970, times aware UTC, amounts whole cents.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from datetime import date
from datetime import datetime
from persistent import Persistent
from typing import NamedTuple
import secrets


KEY = "bluegether.core.referrals"


class Step(NamedTuple):
    """A stage and when it was reached, by whom: a user id, "candidate", or "" for time."""

    at: datetime
    state: str
    actor: str


class Note(NamedTuple):
    """What HR wrote; `grade` 1 to 5 for the evaluation of an interview, 0 for a note."""

    at: datetime
    author: str
    grade: int
    text: str


class CV(NamedTuple):
    """A file, what it is was found out from its content."""

    name: str
    content_type: str
    size: int
    blob: object  # NamedBlobFile
    by: str  # "candidate" or "referrer"


class Row(NamedTuple):
    """What the board finds and filters a referral by, without waking it."""

    kind: str
    recruiter: str
    profile: str
    need: str
    words: str  # folded name


class Dossier(Persistent):
    """What is kept with the candidate's consent only."""

    skills = ""
    why = ""  # the referrer's words
    words = ""  # the candidate's words
    cv = None  # CV
    notes: tuple = ()  # of Note: HR's alone


class Referral(Persistent):
    """One person, or one company and a person there. Erased, it keeps its stages and dates."""

    rules = 0  # number of the rules in force when it was submitted
    profile = ""  # kind of profile, that the bonus depends on
    recruiter = ""  # user id
    userid = ""  # the account of who was hired
    started = None  # date: first day
    passed = None  # date: end of the trial
    consented = None
    notice = ""  # SHA-256 of the notice that was agreed to
    dossier = None  # Dossier, once there is consent
    erased = None  # when
    dues: tuple = ()  # of (what, key in Referrals.due)
    digests: tuple = ()  # SHA-256 of the tokens in use
    claims: tuple = ()  # keys in Referrals.claims
    place = None  # (state, key in that state's rows)

    def __init__(self, number: int, *, kind: str, by: str, at: datetime, language: str, need: str):
        self.id = number
        self.kind = kind
        self.by = by  # user id, empty once the referrer is erased
        self.created = at
        self.language = language
        self.need = need  # UID
        self.name = self.email = self.phone = self.company = ""
        self.state = "submitted"
        self.steps: tuple[Step, ...] = (Step(at, "submitted", by),)


class Rule(NamedTuple):
    """Part of a bonus: so many cents, so many months after the milestone; `profile` "" is any but a partner."""

    profile: str
    milestone: str
    months: int
    cents: int


class Rules(NamedTuple):
    """A version of the rules; never changed."""

    number: int
    since: date
    rows: tuple[Rule, ...]
    text: str
    by: str
    at: datetime


class Event(NamedTuple):
    """Something that happened to a bonus: who (a user id, or "" for a rule), what, why."""

    at: datetime
    actor: str
    what: str
    reason: str


class Bonus(Persistent):
    """One amount for one referrer."""

    state = "due"
    export = 0  # number of the export that it first went out with

    def __init__(self, number: int, *, referral: int, userid: str, rule: Rule, rules: int, on: date, event: Event):
        self.id = number
        self.referral = referral
        self.userid = userid
        self.rule = rule
        self.rules = rules
        self.on = on
        self.history: tuple[Event, ...] = (event,)


class Line(NamedTuple):
    """A line for payroll: nothing but the employee number says whose it is."""

    matricule: str
    bonus: int
    cents: int
    on: date
    milestone: str


class Export(NamedTuple):
    """A file for payroll, kept as it went out; `corrects` names the one that it corrects, 0 for none."""

    number: int
    at: datetime
    by: str
    corrects: int
    reason: str
    lines: tuple[Line, ...]
    sha256: str


class Referrals(Persistent):
    """The room's trees."""

    def __init__(self):
        self.salt = secrets.token_hex(32)  # key of the fingerprints
        self.referrals = LOBTree()  # id -> Referral
        self.rows = OOBTree()  # state -> OOBTree of (minus microseconds of the last move, id) -> Row
        self.referred = OOBTree()  # user id of the referrer -> OOTreeSet of ids
        self.recruiting = OOBTree()  # user id -> OOTreeSet of ids that are open
        self.hires = OOBTree()  # user id of who was hired -> id
        self.touched = OOBTree()  # user id -> OOTreeSet of ids whose stages or notes name them
        self.claims = OOBTree()  # normalised mail address or number -> id
        self.tokens = OOBTree()  # SHA-256 of a token -> id
        self.due = LOBTree()  # microseconds since 1970 -> (remind, expire, forget, former; id or fingerprint)
        self.former = OOBTree()  # fingerprint of a former member's address -> key in `due`
        self.rules = LOBTree()  # number -> Rules
        self.bonuses = LOBTree()  # id -> Bonus
        self.standing = OOBTree()  # state of bonuses -> OOTreeSet of (ordinal of the day, id)
        self.earned = OOBTree()  # user id -> OOTreeSet of ids of bonuses
        self.of_referral = OOBTree()  # id of a referral -> tuple of ids of its bonuses
        self.exports = LOBTree()  # number -> Export
        self.counts = OOBTree()  # (quarter, what) -> number
        self.days = OOBTree()  # (stage, whole days that one stayed there) -> number
        self.payees = OOBTree()  # quarter -> OOTreeSet of fingerprints


def free_key(tree, moment: datetime) -> int:
    """Return the moment in microseconds since 1970, or the first free key after it."""
    key = microseconds(moment)
    while key in tree:
        key += 1
    return key


def microseconds(moment: datetime) -> int:
    """Return the aware moment in microseconds since 1970."""
    return int(moment.timestamp() * 1_000_000)


def members(tree, key):
    """Return the set of this key, made when it is missing; only for writing."""
    if key not in tree:
        tree[key] = OOTreeSet()
    return tree[key]


def drop(tree, key, member) -> None:
    """Take the member out of the set of this key; an empty set goes."""
    found = tree.get(key)
    if found is not None and member in found:
        found.remove(member)
        if not found:
            del tree[key]


def place(kept: Referrals, found: Referral, words: str) -> None:
    """Let the board find the referral where it stands now."""
    displace(kept, found)
    if found.state not in kept.rows:
        kept.rows[found.state] = OOBTree()
    key = (-microseconds(found.steps[-1].at), found.id)
    kept.rows[found.state][key] = Row(found.kind, found.recruiter, found.profile, found.need, words)
    found.place = (found.state, key)


def displace(kept: Referrals, found: Referral) -> None:
    """Take the referral off the board."""
    if found.place is not None:
        state, key = found.place
        kept.rows[state].pop(key, None)
        found.place = None


def schedule(kept: Referrals, found: Referral, what: str, moment: datetime) -> None:
    """Let the timer come back to this referral then; an earlier date for the same thing is forgotten."""
    unschedule(kept, found, what)
    key = free_key(kept.due, moment)
    kept.due[key] = (what, found.id)
    found.dues = (*found.dues, (what, key))


def unschedule(kept: Referrals, found: Referral, *what: str) -> None:
    """Forget what was due, all of it without a name."""
    for name, key in found.dues:
        if not what or name in what:
            kept.due.pop(key, None)
    found.dues = tuple(pair for pair in found.dues if what and pair[0] not in what)
