"""Where accounts, invitations and requests are kept, beside Plone's users: one annotation of the site.

Plone keeps the login, the password, the name and the mail address; this keeps what the company says of a person,
and who is on the way to becoming one.
"""

from bluegether.core.kit.annotation import store
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterable
from datetime import datetime
from persistent import Persistent
from types import MappingProxyType
import hashlib


KEY = "bluegether.core.people"
CLOSINGS_KEY = "bluegether.core.people.closings"


class Account(Persistent):
    """What the company says of one person. Ids only; times aware UTC."""

    manager = ""  # user id
    matricule = ""  # employee number, for HR only
    email = ""  # as in Plone's profile

    def __init__(self, userid: str, *, fullname: str, kind: str, employment: str, unit: str, job: str, arrived):
        self.userid = userid
        self.fullname = fullname
        self.kind = kind
        self.employment = employment
        self.unit = unit
        self.job = job
        self.arrived = arrived


class Invitation(Persistent):
    """One person asked to join. `history` holds (aware UTC moment, user id or "", what) of each step."""

    def __init__(self, invitation_id: int, *, invited_by: str, created, language: str, **person):
        self.id = invitation_id
        self.userid = person["userid"]
        self.fullname = person["fullname"]
        self.email = person["email"]
        self.kind = person["kind"]
        self.employment = person["employment"]
        self.unit = person["unit"]
        self.job = person["job"]
        self.language = language
        self.invited_by = invited_by
        self.created = created
        self.state = "open"  # open, accepted, declined, expired, revoked
        self.expires = None
        self.digests = ()  # SHA-256 of each token, in hexadecimal, the valid one last; tokens are kept nowhere
        self.due = 0  # key of its entry in People.due
        self.history = ()


class AccountRequest(Persistent):
    """A visitor who asks for an account."""

    def __init__(self, request_id: int, *, fullname: str, email: str, message: str, language: str, created):
        self.id = request_id
        self.fullname = fullname
        self.email = email
        self.message = message
        self.language = language
        self.created = created
        self.state = "waiting"  # waiting, accepted, refused
        self.decided_by = ""
        self.decided = None
        self.reason = ""
        self.due = 0


class Upload(Persistent):
    """The CSV file that somebody is about to confirm: kept here, so that the browser is not trusted with it."""

    def __init__(self, data: bytes):
        self.data = data
        self.rejected = None  # after confirmation: names of columns, rejected lines
        self.due = 0


class Closing(Persistent):
    """What ends or interrupts one person's access. Times aware UTC; who has none has access."""

    def __init__(self, userid: str):
        self.id = userid
        self.ends = None  # from when on the access is over, or None
        self.ended_by = ""  # user id of who decided it
        self.shut = False  # the login was emptied: the end cannot be taken back any more
        self.suspended = None  # when the suspension was decided, or None
        self.until = None  # until when it is suspended
        self.reason = ""
        self.suspended_by = ""
        self.due = 0  # key of its entry in People.due


class Closings(Persistent):
    """Kept apart from `People`: the gate looks here at every request."""

    def __init__(self):
        self.people = OOBTree()  # user id -> Closing


class Photo(Persistent):
    """A person's picture, made anew from what they sent: JPEG, square, without anything the camera wrote."""

    def __init__(self, large: bytes, small: bytes):
        self.large = large
        self.small = small
        self.digest = hashlib.sha256(large).hexdigest()[:16]


class Profile(Persistent):
    """What one person says of themselves: an annotation of their content, made by the first change.

    Nothing of it is an attribute of the content: what Plone shows of content by itself (REST, WebDAV, scales, catalog)
    knows attributes and fields, and asks nobody's audience.
    """

    photo = None  # Photo
    withheld = MappingProxyType({})  # what moderation took off: biography, photo
    told = ()  # (title, expiry) of the certifications that the person was reminded of

    def __init__(self):
        self.values = {}  # field -> value; replaced as a whole, never changed in place
        self.audiences = {}  # group of fields -> audience that the person chose
        self.revisions = {}  # group of fields -> number of changes: tells two editors from each other
        self.changed = None  # aware UTC moment of the last change


class People(Persistent):
    """The room's trees. Those at class level came later: empty until `writable` makes them."""

    reports = MappingProxyType({})
    absences = MappingProxyType({})
    skill_uses = MappingProxyType({})
    expiries = MappingProxyType({})
    expiry_keys = MappingProxyType({})
    invitation_index = MappingProxyType({})
    synced_invitations = MappingProxyType({})
    synced_ends = MappingProxyType({})
    identities = MappingProxyType({})
    linked = MappingProxyType({})

    def __init__(self):
        self.accounts = OOBTree()  # user id -> Account
        self.arrivals = LOBTree()  # microseconds since 1970 of the arrival -> user id
        self.names = OOBTree()  # (folded name, user id) -> (kind, unit, folded text that is searched): no Account woken
        self.used_ids = OOTreeSet()  # every user id ever given: none is given twice
        self.emails = OOBTree()  # lower-case mail address -> user id
        self.invitations = LOBTree()  # microseconds since 1970 of the invitation (its id) -> Invitation
        self.tokens = OOBTree()  # SHA-256 of a token -> id of the invitation; also of closed ones
        self.open_emails = OOBTree()  # lower-case mail address -> id of the open invitation
        self.open_userids = OOBTree()  # user id -> id of the open invitation
        self.requests = LOBTree()  # microseconds since 1970 of the request (its id) -> AccountRequest
        self.waiting = OOBTree()  # lower-case mail address -> id of the waiting request
        self.due = LOBTree()  # microseconds since 1970 -> (tree name, id): when it expires, ends or is erased
        self.uploads = OOBTree()  # user id -> Upload
        self.complete()

    def complete(self) -> None:
        """Make the trees that sites of before do not have."""
        if "reports" not in vars(self):
            self.reports = OOBTree()  # user id of a manager -> OOTreeSet of user ids
        if "absences" not in vars(self):
            self.absences = OOBTree()  # user id -> (from, until, replacement, message): dates, a user id, a text
        if "synced_ends" not in vars(self):
            self.synced_invitations = OOBTree()  # employee number -> id of the invitation that the sync made
            self.synced_ends = OOBTree()  # user id -> last day that the sync has planned
        if "linked" not in vars(self):
            self.identities = OOBTree()  # (provider, subject there) -> user id
            self.linked = OOBTree()  # user id -> tuple of (provider, subject)
        if "skill_uses" not in vars(self):
            self.skill_uses = OOBTree()  # skill id -> OOTreeSet of user ids whose profile names it, hidden or not
        if "expiries" not in vars(self):
            self.expiries = LOBTree()  # microseconds since 1970 of the day -> (user id, title of the certification)
            self.expiry_keys = OOBTree()  # user id -> keys of their entries in `expiries`, those still to be told
        if "invitation_index" not in vars(self):
            self.invitation_index = LOBTree()  # id of an invitation -> (folded words, state, expiry in microseconds)


def note_skills(people: People, userid: str, before: set[str], after: set[str]) -> None:
    """Let `skill_uses` know which skills this person names now."""
    for skill in before - after:
        users = people.skill_uses.get(skill)
        if users is not None and userid in users:
            users.remove(userid)
            if not users:
                del people.skill_uses[skill]
    for skill in after - before:
        people.skill_uses.setdefault(skill, OOTreeSet()).insert(userid)


def merge_skills(people: People, old: str, new: str) -> None:
    """Let `skill_uses` follow a merge."""
    users = people.skill_uses.pop(old, None)
    if users:
        people.skill_uses.setdefault(new, OOTreeSet()).update(users)


def note_expiries(people: People, userid: str, expiring: Iterable[tuple[str, datetime]]) -> None:
    """Let the timer know when a person's certifications expire: (title, moment) of those that still will."""
    for key in people.expiry_keys.pop(userid, ()):
        people.expiries.pop(key, None)
    keys = []
    for title, moment in expiring:
        keys.append(free_key(people.expiries, moment))
        people.expiries[keys[-1]] = (userid, title)
    if keys:
        people.expiry_keys[userid] = tuple(keys)


def take_expiry(people: People, key: int) -> tuple[str, str]:
    """Take one entry out of `expiries` and return it."""
    userid, title = people.expiries.pop(key)
    left = tuple(one for one in people.expiry_keys.get(userid, ()) if one != key)
    if left:
        people.expiry_keys[userid] = left
    else:
        people.expiry_keys.pop(userid, None)
    return userid, title


def link_report(people: People, person: Account) -> None:
    """Let the manager's team have this person."""
    if person.manager:
        people.reports.setdefault(person.manager, OOTreeSet()).insert(person.userid)


def unlink_report(people: People, person: Account) -> None:
    """Take the person out of the manager's team; call it before `manager` changes."""
    team = people.reports.get(person.manager)
    if team is not None and person.userid in team:
        team.remove(person.userid)
        if not team:
            del people.reports[person.manager]


def writable(site) -> People:
    """Return the room's trees, all of them, to change them."""
    people = store(site, KEY, People)
    people.complete()
    return people


def free_key(tree, moment) -> int:
    """Return the moment in microseconds since 1970, or the first free key after it."""
    key = int(moment.timestamp() * 1_000_000)
    while key in tree:
        key += 1
    return key
