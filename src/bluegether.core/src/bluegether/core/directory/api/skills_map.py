"""Which unit knows what: numbers of people, of what every member may see.

A cell says nothing of fewer than three people: it would speak of individuals.
"""

from bluegether.core.directory.api.readers import public_view
from bluegether.core.directory.api.searching import having_skill
from bluegether.core.directory.storage import view as sets
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from dataclasses import dataclass


FEWEST = 3
MAX_ROWS = 60


@dataclass(frozen=True)
class Row:
    """A skill; `counts` has a number for each unit, None where it is not told. `opens` when there are skills below."""

    skill_id: str
    title: str
    opens: bool
    counts: tuple[int | None, ...]


@dataclass(frozen=True)
class SkillsMap:
    """`units`: (id, title) of the columns."""

    units: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]

    @property
    def most(self) -> int:
        """Return the largest number."""
        return max((count or 0 for row in self.rows for count in row.counts), default=0)


def skills_map(skill_id: str = "", *, level: int = 1) -> SkillsMap:
    """Return how many people of each unit have each skill right below this one, at least at this level.

    Units and skills without a number are left out. Nobody is woken.
    """
    view = public_view()
    if view is None:
        return SkillsMap((), ())
    units = [(unit, title, view.having("unit", unit)) for unit, title in sorted(people.units().items(), key=by_title)]
    rows = [_row(view, one, level, [members for _unit, _title, members in units]) for one in skills.children(skill_id)]
    rows = sorted((row for row in rows if any(row.counts)), key=lambda row: row.title.casefold())[:MAX_ROWS]
    told = [place for place in range(len(units)) if any(row.counts[place] for row in rows)]
    return SkillsMap(
        tuple(units[place][:2] for place in told),
        tuple(Row(row.skill_id, row.title, row.opens, tuple(row.counts[place] for place in told)) for row in rows),
    )


def skill_counts(skill_ids) -> dict[str, int]:
    """Return skill -> how many people show to everyone that they have it, or one below it."""
    view = public_view()
    return {one: len(sets.both(having_skill(view, one), view.everybody)) if view else 0 for one in skill_ids}


def by_title(pair: tuple[str, str]) -> str:
    """Return what (id, title) is sorted by."""
    return pair[1].casefold()


def _row(view, skill_id: str, level: int, units: list) -> Row:
    knowing = having_skill(view, skill_id, level)
    counts = (len(sets.both(knowing, members)) for members in units)
    told = tuple(count if count >= FEWEST else None for count in counts)
    return Row(skill_id, skills.title(skill_id), bool(skills.children(skill_id)), told)
