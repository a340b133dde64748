"""Why people leave: told by who leaves, read only as a whole, and only by fives.

An answer is kept apart from whose it is, without a date and in no order. It waits until there are five, which are then
added at once: nobody can tell from before and after what one person said. It cannot be taken back: nobody knows which
it was.
"""

from bluegether.core import _
from bluegether.core.journeys.api.departures import departure
from bluegether.core.journeys.api.departures import departure_of
from bluegether.core.journeys.api.rules import can_plan
from bluegether.core.journeys.api.rules import can_see_why
from bluegether.core.journeys.api.rules import checked_text
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.api.trees import writable
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from dataclasses import dataclass
from secrets import SystemRandom


REASONS = ("mission", "pay", "career", "management", "training", "place", "client", "personal", "retirement", "other")
MAX_WORDS = 1000
TOGETHER = 5


@dataclass(frozen=True)
class Whole:
    """How many said what, the largest first, how many in all, and their words."""

    counts: list[tuple[str, int]]
    total: int
    words: tuple[str, ...]


def tell_why(userid: str, *, reason: str, words: str = "", actor: str) -> None:
    """Say why one leaves, once; HR may do it for them.

    Raises Missing, NotAllowed, Conflict (not planned, answered already), Invalid.
    """
    found = departure(userid, actor=actor)
    if actor != userid and not can_plan(actor):
        raise NotAllowed(_("Only who leaves says why."))
    if found.state == "proposed" or found.told_why:
        raise Conflict(_("This question was answered already, or is not asked yet."))
    if reason not in REASONS:
        raise Invalid(_("Choose the main reason."), field="reason")
    text = checked_text(words, field="words", maximum=MAX_WORDS)
    found.told_why = True
    _add(reason, text)


def why(*, actor: str) -> Whole:
    """Return what everyone said, as a whole. Raises NotAllowed: HR, administrators and animators."""
    if not can_see_why(actor):
        raise NotAllowed(_("Only HR and animators see why people leave."))
    trees = kept()
    counts = sorted(trees.reasons.items(), key=lambda pair: (-pair[1], pair[0])) if trees is not None else []
    return Whole(counts, sum(count for _reason, count in counts), trees.words if trees is not None else ())


def has_told(userid: str) -> bool:
    """Return whether the question was answered for this departure."""
    found = departure_of(userid)
    return found is not None and found.told_why


def _add(reason: str, text: str) -> None:
    trees, chance = writable(), SystemRandom()
    waiting = [*trees.waiting, (reason, text)]
    chance.shuffle(waiting)
    if len(waiting) < TOGETHER:
        trees.waiting = tuple(waiting)
        return
    trees.waiting = ()
    for one, _text in waiting:
        trees.reasons[one] = trees.reasons.get(one, 0) + 1
    words = [*trees.words, *(said for _reason, said in waiting if said)]
    chance.shuffle(words)
    trees.words = tuple(words)
