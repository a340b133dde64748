"""Where moderation keeps its cases and its log: one annotation of the site.

A case is about one thing and gathers every report on it until it is decided. Lines hold the numbers of cases by whose
turn it is and state, so that a queue loads the cases of its page. The log is the chain: only `write` adds to it.
"""

from bluegether.core.kit.chain import Chain
from bluegether.core.kit.chain import Link
from bluegether.core.kit.chain import sha256
from BTrees.LLBTree import LLTreeSet
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent


KEY = "bluegether.core.moderation"
HIDDEN_KEY = "bluegether.core.moderation.hidden"
# `about` is whose thing it is, `text_hash` that of the reason or the words; names are pseudonyms, or "" for nobody.
FIELDS = (
    "seq",
    "time",
    "case",
    "act",
    "kind",
    "actor",
    "about",
    "article",
    "charter",
    "text_hash",
    "detail",
    "previous",
)


class Record(Link):
    """One step of one case. Written once; `time` is an ISO time in UTC."""

    FIELDS = FIELDS


class Hidden(Persistent):
    """On content: moderation hid it, until `hidden` is False."""

    hidden = True


class Case(Persistent):
    """What people report of one thing, and what became of it. User ids; "" once the person is erased."""

    decision = None  # api.Decision
    appeal = None  # api.Appeal

    def __init__(self, number: int, *, target, direction: bool, opened):
        self.number = number
        self.kind = target.kind
        self.key = target.key
        self.author = target.author
        self.text = target.text  # as it was when it was first reported: the author may change it
        self.written = target.written
        self.direction = direction  # True when the animators may not decide it
        self.opened = opened
        self.state = "open"  # open, decided, appealed, closed (the appeal was judged)
        self.reports = OOBTree()  # user id -> api.Report

    @property
    def thing(self) -> str:
        return f"{self.kind} {self.key}"

    @property
    def line(self) -> tuple[str, str]:
        return ("direction" if self.direction or self.state == "appealed" else "animators", self.state)


class Moderation(Chain):
    """The room's trees."""

    def __init__(self):
        super().__init__()
        self.cases = LOBTree()  # number (microseconds since 1970) -> Case
        self.lines = OOBTree()  # (direction or animators, state) -> LLTreeSet of numbers
        self.things = OOBTree()  # "kind key" -> LLTreeSet of the numbers of its cases
        self.by_author = OOBTree()  # user id -> LLTreeSet of the numbers of cases about what they wrote
        self.by_reporter = OOBTree()  # user id -> OOTreeSet of "kind key" that they reported
        self.texts = OOBTree()  # SHA-256 -> reason or words that the log names; "" once erased
        self.figures = OOBTree()  # (month, what) -> number

    def keep(self, case: Case) -> None:
        """Put a new case into the trees."""
        self.cases[case.number] = case
        insert(self.things, case.thing, case.number, LLTreeSet)
        insert(self.by_author, case.author, case.number, LLTreeSet)
        insert(self.lines, case.line, case.number, LLTreeSet)

    def move(self, case: Case, state: str) -> None:
        """Give the case another state."""
        self.lines[case.line].remove(case.number)
        case.state = state
        insert(self.lines, case.line, case.number, LLTreeSet)

    def note(self, case: Case, userid: str) -> None:
        """Remember that this person reported the thing of the case."""
        insert(self.by_reporter, userid, case.thing, OOTreeSet)

    def write(self, *, actor: str, about: str, text: str, **values) -> Record:
        """Add a step to the log."""
        text_hash = sha256(text)
        self.texts.setdefault(text_hash, text)
        names = {"actor": self.subject(actor) if actor else "", "about": self.subject(about) if about else ""}
        return self.add(Record, text_hash=text_hash, **names, **values)

    def tally(self, month: str, what: str, by: int = 1) -> None:
        """Add to a month's figure."""
        self.figures[month, what] = self.figures.get((month, what), 0) + by


def insert(tree, key, value, factory) -> None:
    """Put the value into the set at this key, made when it is missing."""
    if key not in tree:
        tree[key] = factory()
    tree[key].insert(value)


def free_number(tree, microseconds: int) -> int:
    """Return the first number from here on that no case has."""
    while microseconds in tree:
        microseconds += 1
    return microseconds
