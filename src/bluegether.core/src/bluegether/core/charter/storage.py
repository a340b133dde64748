"""Where the charter keeps signatures: one annotation of the site.

The register is a chain (see `kit.chain`): its records name people by pseudonyms that erasure makes unreadable.
"""

from bluegether.core.charter.interfaces import DECLINED
from bluegether.core.kit.chain import Chain
from bluegether.core.kit.chain import Link
from bluegether.core.kit.chain import sha256
from BTrees.OOBTree import OOBTree
from datetime import datetime
from persistent import Persistent


KEY = "bluegether.core.charter"
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


class Record(Link):
    """One answer of one person to one version. Written once; `time` is an ISO time in UTC."""

    FIELDS = FIELDS


class Current(Persistent):
    """The version in force as it was when it came into force."""

    def __init__(self, *, version: str, label: str, since: datetime, grace_until: datetime, texts: dict[str, str]):
        self.version = version  # UID of the content object
        self.label = label
        self.since = since
        self.grace_until = grace_until
        self.texts = texts  # language -> SHA-256 of the text in `Charters.texts`; the main language comes first


class Charters(Chain):
    """The room's trees; the register is the chain."""

    def __init__(self):
        super().__init__()
        self.current = None  # Current, or None before the first version comes into force
        self.texts = OOBTree()  # SHA-256 -> exact text that was shown (canonical JSON)
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

    def append(self, userid: str, *, acted_by: str, **values) -> Record:
        """Add a record at the end of the chain and return it."""
        record = self.add(Record, subject=self.subject(userid), acted_by=self.subject(acted_by), **values)
        self.latest[userid] = (record.version, record.outcome, record.seq)
        self.declined.pop(userid, None)
        if record.outcome == DECLINED:
            self.declined[userid] = record.time
        return record

    def forget(self, userid: str) -> None:
        """Throw away what ties the person to their records."""
        self.unname(userid)
        for tree in (self.latest, self.accepted, self.declined, self.reminded):
            tree.pop(userid, None)
