"""What the needs in progress ask for beside who has it: the map of skills against needs."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.matching.api.asking import ask
from bluegether.core.matching.api.parts import free_day
from bluegether.core.matching.api.ranking import RANKED
from bluegether.core.matching.api.readers import can_rank
from bluegether.core.matching.api.readers import reader_of
from bluegether.core.matching.api.records import kept
from bluegether.core.matching.interfaces import Requirement
from bluegether.core.matching.storage import Record
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass


SOON_DAYS = 60
MAX_ROWS = 40


@dataclass(frozen=True)
class Demand:
    """A skill that needs ask for: how many require it, how many welcome it, who shows it, who of them is free soon."""

    skill_id: str
    required: int
    welcome: int
    people: int
    free: int

    @property
    def short(self) -> int:
        """Return how many more needs require it than people are free."""
        return max(0, self.required - self.free)


def demand(*, reader: str, only: Callable[[str], bool] | None = None) -> list[Demand]:
    """Return the skills that needs in progress ask for, the most wanted first.

    `only` says which needs count. People who show the skill, or one below it, to the reader; free: said to be, or by
    their confirmed missions, within sixty days. Raises NotAllowed for who may not rank people.
    """
    if not can_rank(reader):
        raise NotAllowed(_("Only sales, HR and direction rank people for a need."))
    trees = kept()
    if trees is None:
        return []
    required, welcome = Counter(), Counter()
    for uid, one in trees.needs.items():
        if only is None or only(uid):
            required.update(skill for skill, _level in one.required)
            welcome.update(skill for skill, _level in one.welcome)
    wanted = sorted({*required, *welcome}, key=lambda skill: (-required[skill], -welcome[skill], skill))[:MAX_ROWS]
    having, free = _supply(wanted, reader)
    return [Demand(skill, required[skill], welcome[skill], having[skill], free[skill]) for skill in wanted]


def _supply(wanted: list[str], reader: str) -> tuple[Counter, Counter]:
    families = ask(Requirement(required=tuple((skill, 1) for skill in wanted))).wanted
    who, day = reader_of(reader), today().toordinal() + SOON_DAYS
    having, free = Counter(), Counter()
    for userid, record in kept().people.items():
        if record.kind not in RANKED:
            continue
        seen = who.sees(userid, record)
        found = {row for skill, _level, _again in seen.skills for row, _itself in families.get(skill, ())}
        having.update(wanted[row] for row in found)
        if found and _is_free(seen, day):
            free.update(wanted[row] for row in found)
    return having, free


def _is_free(record: Record, day: int) -> bool:
    if not (record.free or record.periods) or not record.share:
        return False
    return max(record.free, free_day(record.periods, 100, day, day)) <= day
