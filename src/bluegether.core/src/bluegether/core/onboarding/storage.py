"""Where the launch is kept: one annotation of the site. Ids only; days are dates, moments aware UTC."""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from persistent import Persistent


KEY = "bluegether.core.onboarding"
EMPTY = {
    "owner": "",
    "target": None,
    "state": "not_started",
    "done": None,
    "evidence": "",
    "note": "",
    "reason": "",
}


class Record(Persistent):
    """What people said of one step. `revision` grows with every change, so that two at once see each other."""

    def __init__(self):
        self.revision = 0
        self.values = dict(EMPTY, answers={})  # replaced as a whole, never changed in place


class Launch(Persistent):
    """The room's trees."""

    def __init__(self):
        self.records = OOBTree()  # step id -> Record
        self.history = LOBTree()  # microseconds since 1970 -> dict(actor, step, revision, changes); append only
