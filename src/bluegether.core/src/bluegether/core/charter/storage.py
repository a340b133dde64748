"""Where the charter keeps signatures: one annotation of the site.

The register is a chain: each record carries the hash of the one before and its own, and the head says how many
there are and what the last hash is. A record names a person by a pseudonym, `HMAC(salt, user id)`; the random salt
is kept beside the user id and thrown away with it when the person is erased, so that the chain stays whole and
nobody can tell any more whose record it is.
"""

from bluegether.core.charter.interfaces import DECLINED
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from datetime import datetime
from persistent import Persistent
import hashlib
import hmac
import json
import secrets


KEY = "bluegether.core.charter"
GENESIS = "0" * 64
NOTHING = ("", "", 0)
FIELDS = (
    "seq",
    "subject",
    "version",
    "label",
    "text_hash",
    "language",
    "time",
    "acted_by",
    "outcome",
    "previous",
)


def canonical(data) -> str:
    """Return the one serialisation that is hashed: sorted keys, no spaces, UTF-8."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(text: str) -> str:
    """Return the hash of a text as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def pseudonym(userid: str, salt: str) -> str:
    """Return how records name this person."""
    return hmac.new(salt.encode(), userid.encode(), hashlib.sha256).hexdigest()


class Record(Persistent):
    """One answer of one person to one version. Written once; `time` is an ISO time in UTC."""

    def __init__(self, **values):
        for name in FIELDS:
            setattr(self, name, values[name])
        self.hash = self.digest()

    def data(self) -> dict:
        """Return what the hash covers."""
        return {name: getattr(self, name) for name in FIELDS}

    def digest(self) -> str:
        """Return the hash that the record must carry."""
        return sha256(canonical(self.data()))


class Current(Persistent):
    """The version in force as it was when it came into force."""

    def __init__(self, *, version: str, label: str, since: datetime, grace_until: datetime, texts: dict[str, str]):
        self.version = version  # UID of the content object
        self.label = label
        self.since = since
        self.grace_until = grace_until
        self.texts = texts  # language -> SHA-256 of the text in `Charters.texts`; the main language comes first


class Charters(Persistent):
    """The room's trees."""

    def __init__(self):
        self.current = None  # Current, or None before the first version comes into force
        self.count = 0  # head of the chain: how many records
        self.head = GENESIS  # head of the chain: hash of the last record
        self.records = LOBTree()  # sequence number from 1 -> Record
        self.texts = OOBTree()  # SHA-256 -> exact text that was shown (canonical JSON)
        self.subjects = OOBTree()  # user id -> (subject, salt)
        self.people = OOBTree()  # subject -> user id
        self.latest = OOBTree()  # user id -> (version UID, outcome, sequence number) of the last answer
        self.accepted = OOBTree()  # user id -> sequence number of the last acceptance
        self.declined = OOBTree()  # user id -> ISO time, while a refusal is that person's last answer
        self.updates = OOBTree()  # (version UID, article number) -> (datetime, user id) of the state's last change
        self.reminded = OOBTree()  # user id -> datetime of the last mail
        self.round = ("", "")  # (ISO date, last user id looked at) of today's round of reminders

    def keep(self, text: str) -> str:
        """Keep a text and return its hash."""
        key = sha256(text)
        if key not in self.texts:
            self.texts[key] = text
        return key

    def subject(self, userid: str) -> str:
        """Return the person's pseudonym, given at their first record."""
        if userid not in self.subjects:
            salt = secrets.token_hex(32)
            self.subjects[userid] = (pseudonym(userid, salt), salt)
            self.people[self.subjects[userid][0]] = userid
        return self.subjects[userid][0]

    def append(self, userid: str, *, acted_by: str, **values) -> Record:
        """Add a record at the end of the chain and return it."""
        record = Record(
            seq=self.count + 1,
            subject=self.subject(userid),
            acted_by=self.subject(acted_by),
            previous=self.head,
            **values,
        )
        self.records[record.seq] = record
        self.count = record.seq
        self.head = record.hash
        self.latest[userid] = (record.version, record.outcome, record.seq)
        self.declined.pop(userid, None)
        if record.outcome == DECLINED:
            self.declined[userid] = record.time
        return record

    def forget(self, userid: str) -> None:
        """Throw away what ties the person to their records."""
        subject, _salt = self.subjects.pop(userid, ("", ""))
        self.people.pop(subject, None)
        for tree in (self.latest, self.accepted, self.declined, self.reminded):
            tree.pop(userid, None)
