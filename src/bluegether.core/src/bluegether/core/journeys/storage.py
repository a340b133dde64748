"""Where journeys and departures are kept: one annotation of the site.

Lists that pages read (running, open steps, open tasks, who leaves when) are trees of their own, ordered by what they
are read by, so that nobody walks over people. `due` is what the timer looks at.
"""

from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from persistent import Persistent


KEY = "bluegether.core.journeys"


@dataclass(frozen=True)
class Step:
    """One step of an arrival. `day` 1 is the day of arrival; `who` is newcomer, buddy, manager or hr."""

    id: str
    day: int
    who: str
    title: str
    text: str = ""
    link: str = ""


@dataclass(frozen=True)
class Answer:
    """What a newcomer answered: 1 (badly) to 5 (very well), and words."""

    scale: int
    text: str
    given: datetime


@dataclass(frozen=True)
class Task:
    """One thing to do before somebody leaves. `who` is a user id or "hr"; `title` is empty for one that we name."""

    id: str
    title: str
    who: str
    due: date
    done: datetime | None = None
    done_by: str = ""


@dataclass(frozen=True)
class Handed:
    """What was handed over: of which area, to whom, when, how many things; `error` when the area refused."""

    area: str
    to: str
    moment: datetime
    count: int
    error: str = ""


class Template(Persistent):
    """The steps of an arrival, for these kinds of account and units; no unit means all units."""

    def __init__(self, template_id: str):
        self.id = template_id
        self.title = ""
        self.kinds = ()
        self.units = ()
        self.steps = ()  # Step, by day
        self.changed = None  # aware UTC
        self.changed_by = ""


class Journey(Persistent):
    """One person's arrival; the steps are the template's as they were when it began."""

    def __init__(self, userid: str, *, title: str, started: date, steps: tuple[Step, ...]):
        self.userid = userid
        self.title = title
        self.started = started  # day 1
        self.steps = steps
        self.done = {}  # step id -> (aware UTC moment, user id); replaced, never changed in place
        self.buddy = ""
        self.contacts = ()  # (hr or animator, user id) whom the newcomer may turn to, as of the last reminder
        self.declined = ()  # user ids who would not be the buddy
        self.answers = {}  # day -> Answer; replaced, never changed in place
        self.ended = None  # aware UTC
        self.outcome = ""  # finished, stopped, left


class Departure(Persistent):
    """One person's departure."""

    def __init__(self, userid: str, *, last_day: date, recorded_by: str):
        self.userid = userid
        self.last_day = last_day
        self.state = "proposed"  # proposed, planned, done
        self.recorded_by = recorded_by
        self.confirmed_by = ""
        self.successors = {}  # area, "" for all others -> user id; replaced, never changed in place
        self.tasks = ()  # Task
        self.handed = ()  # Handed
        self.told_why = False  # the question was answered; what was said is kept apart, see Journeys.waiting
        self.history = ()  # (aware UTC moment, user id, what)


class Journeys(Persistent):
    """The room's trees. Days in keys are ISO dates."""

    def __init__(self):
        self.templates = OOBTree()  # template id -> Template
        self.journeys = OOBTree()  # user id -> Journey, running or ended
        self.running = OOTreeSet()  # (day of arrival, user id)
        self.ended = OOTreeSet()  # (day of the end, user id)
        self.open_steps = OOTreeSet()  # (who, day due, user id, step id), of running journeys
        self.buddies = OOTreeSet()  # (buddy, newcomer), of running journeys
        self.departures = OOBTree()  # user id -> Departure
        self.leaving = OOTreeSet()  # (last day, user id), proposed and planned
        self.left = OOTreeSet()  # (last day, user id), done
        self.successions = OOTreeSet()  # (successor, user id), proposed and planned
        self.tasks = OOTreeSet()  # (user id or "hr", day due, user id who leaves, task id), open ones
        self.due = LOBTree()  # microseconds since 1970 -> (what, user id, detail)
        self.waiting = ()  # (reason, words) of those who said why they leave, fewer than five, in no order
        self.reasons = OOBTree()  # reason -> how many said so; only ever grows by fives
        self.words = ()  # what they wrote, in no order
