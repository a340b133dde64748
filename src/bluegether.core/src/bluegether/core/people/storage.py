"""Where accounts are kept, beside Plone's users: one annotation of the site.

Plone keeps the login, the password, the name and the mail address; this keeps what the company says of a person.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent


KEY = "bluegether.core.people"


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


class People(Persistent):
    """The room's trees."""

    def __init__(self):
        self.accounts = OOBTree()  # user id -> Account
        self.arrivals = LOBTree()  # microseconds since 1970 of the arrival -> user id
        self.used_ids = OOTreeSet()  # every user id ever given: none is given twice
