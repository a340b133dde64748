"""Who is in which space: one annotation of the site. Content of spaces knows nothing of it.

What every request of a member asks ("in which spaces, as what?") is one small tree of that member.
"""

from BTrees.Length import Length
from BTrees.OLBTree import OLBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import UTC
from persistent import Persistent


KEY = "bluegether.core.spaces"
INVITED = "invited"


class Record(Persistent):
    """One space: the little of its content that others need without waking it, and its people."""

    title = id = visibility = powers = owner = template = ""
    archived = False

    def __init__(self, uid: str):
        self.uid = uid
        self.members = OOBTree()  # user id -> (role, joined: microseconds since 1970)
        self.moderators = OOTreeSet()  # user ids of the owner and the moderators
        self.size = Length()  # of members
        self.invited = OOBTree()  # user id -> (user id of who invited, microseconds)
        self.applied = OOBTree()  # user id -> (message, microseconds)
        self.left = OLBTree()  # reason -> how many left for it; nobody's name


class Question(Persistent):
    """One question to the direction. `author` is empty for an anonymous one: nothing of who asked is kept.

    Days, not moments: a moment could be found again in a server's log.
    """

    state = "open"  # open, answered, declined
    answer = answered_by = ""
    answered = None  # date

    def __init__(self, question_id: str, *, text: str, author: str, day: date, due: date):
        self.id = question_id
        self.text = text
        self.author = author
        self.day = day
        self.due = due
        self.voters = OOTreeSet()  # user ids


class Questions(Persistent):
    """The queue of one space."""

    def __init__(self):
        self.all = OOBTree()  # id -> Question
        self.index = OOBTree()  # id -> (state, votes, day, due): what a list is sorted by, no question woken
        self.answered = Length()
        self.days = Length()  # that the answers took, together

    def note(self, question: Question) -> None:
        """Let the index know what the question is now."""
        self.index[question.id] = (question.state, len(question.voters), question.day, question.due)


class Spaces(Persistent):
    """The room's trees."""

    def __init__(self):
        self.records = OOBTree()  # UID of the space -> Record
        self.of = OOBTree()  # user id -> OOBTree of UID -> role
        self.invitations = OOBTree()  # user id -> OOTreeSet of UIDs
        self.asked = OOBTree()  # user id -> OOTreeSet of UIDs: applications that wait
        self.questions = OOBTree()  # UID of the space -> Questions
        self.stale = OOBTree()  # UID -> path up to which the catalog knows the new visibility

    def enter(self, record: Record, userid: str, role: str, moment: datetime) -> None:
        """Make the person a member with this role, or give the member this role."""
        before = record.members.get(userid)
        if before is None:
            record.size.change(1)
        record.members[userid] = (role, before[1] if before else micros(moment))
        self.of.setdefault(userid, OOBTree())[record.uid] = role
        if role == "member":
            _discard(record.moderators, userid)
        else:
            record.moderators.insert(userid)
        self.forget_wish(record, userid)

    def leave(self, record: Record, userid: str) -> None:
        """Take the member out."""
        if record.members.pop(userid, None) is not None:
            record.size.change(-1)
        _discard(record.moderators, userid)
        mine = self.of.get(userid)
        if mine is not None:
            mine.pop(record.uid, None)
            if not mine:
                del self.of[userid]

    def invite(self, record: Record, userid: str, by: str, moment: datetime) -> None:
        record.invited[userid] = (by, micros(moment))
        self.invitations.setdefault(userid, OOTreeSet()).insert(record.uid)

    def apply(self, record: Record, userid: str, message: str, moment: datetime) -> None:
        record.applied[userid] = (message, micros(moment))
        self.asked.setdefault(userid, OOTreeSet()).insert(record.uid)

    def forget_wish(self, record: Record, userid: str) -> None:
        """Forget invitation and application of this person."""
        record.invited.pop(userid, None)
        record.applied.pop(userid, None)
        for tree in (self.invitations, self.asked):
            mine = tree.get(userid)
            if mine is not None:
                _discard(mine, record.uid)
                if not mine:
                    del tree[userid]

    def remove(self, uid: str) -> None:
        """Forget a space that is gone, and everybody's part in it."""
        record = self.records.pop(uid, None)
        self.stale.pop(uid, None)
        self.questions.pop(uid, None)
        if record is None:
            return
        for userid in {*record.members, *record.invited, *record.applied}:
            self.leave(record, userid)
            self.forget_wish(record, userid)


def micros(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


def moment_of(number: int) -> datetime:
    return datetime.fromtimestamp(number / 1_000_000, UTC)


def roles_of(kept: Spaces | None, userid: str) -> Iterator[tuple[str, str]]:
    """Yield (UID, role) of the person's spaces, "invited" for where they are invited: asked at every request."""
    if kept is not None:
        yield from (kept.of.get(userid) or {}).items()
        for uid in kept.invitations.get(userid, ()):
            yield uid, INVITED


def _discard(tree, value) -> None:
    if value in tree:
        tree.remove(value)
