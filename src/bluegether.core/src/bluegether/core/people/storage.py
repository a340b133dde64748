"""Where accounts, invitations and requests are kept, beside Plone's users: one annotation of the site.

Plone keeps the login, the password, the name and the mail address; this keeps what the company says of a person,
and who is on the way to becoming one.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent


KEY = "bluegether.core.people"
CLOSINGS_KEY = "bluegether.core.people.closings"


class Account(Persistent):
    """What the company says of one person. Ids only; times aware UTC."""

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


class People(Persistent):
    """The room's trees."""

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


def free_key(tree, moment) -> int:
    """Return the moment in microseconds since 1970, or the first free key after it."""
    key = int(moment.timestamp() * 1_000_000)
    while key in tree:
        key += 1
    return key
