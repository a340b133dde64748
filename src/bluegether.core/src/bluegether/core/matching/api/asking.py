"""A requirement, checked once and arranged for looking at many people."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Invalid
from bluegether.core.matching.api.records import plain
from bluegether.core.matching.interfaces import CRITERIA
from bluegether.core.matching.interfaces import IMatchingSettings
from bluegether.core.matching.interfaces import MAX_LEVEL
from bluegether.core.matching.interfaces import MAX_ROWS
from bluegether.core.matching.interfaces import PARTS
from bluegether.core.matching.interfaces import REMOTES
from bluegether.core.matching.interfaces import Requirement
from bluegether.core.skills import api as skills
from dataclasses import dataclass
from dataclasses import replace
from plone import api
from zope.schema import getFieldsInOrder


PREFIX = "bluegether.matching"
USUAL_DAYS = 90  # how long a need without an end is taken to last, to look for what stands in its way


@dataclass(frozen=True)
class Settings:
    """What the company set: part -> weight; the share of a skill below the one asked for; days of lateness."""

    weights: dict[str, int]
    near: float
    late_days: int


@dataclass(frozen=True)
class Ask:
    """A requirement as scoring reads it; days are ordinals. `wanted`: skill id -> (row, is it the one itself)s."""

    rows: tuple[tuple[str, int], ...]
    required: int  # so many of the rows are required
    wanted: dict[str, tuple[tuple[int, bool], ...]]
    start: int
    end: int
    share: int
    places: tuple[str, ...]
    remote: str
    sector: str
    hard: tuple[str, ...]
    today: int


def settings(values=None) -> Settings:
    """Return the settings in force, or those of a form."""
    found = {
        name: (values or {}).get(name, api.portal.get_registry_record(f"{PREFIX}.{name}", default=None))
        for name in IMatchingSettings
    }
    for name, field in getFieldsInOrder(IMatchingSettings):
        found[name] = field.default if found[name] is None else found[name]
    weights = {part: found[f"weight_{part}"] for part in PARTS}
    return Settings(weights, found["near_share"] / 100, found["late_days"])


def checked(requirement: Requirement) -> Requirement:
    """Return the requirement with the skills as they are now; raise Invalid, naming the field, for what makes no sense.

    A skill that is no more, or asked for twice, is asked for once at the highest level, or not at all.
    """
    for name in ("required", "welcome"):
        _check_rows(getattr(requirement, name), name)
    start, end = requirement.start, requirement.end
    if start and end and end < start:
        raise Invalid(_("The end comes before the start."), field="end")
    if not 1 <= requirement.share <= 100:
        raise Invalid(_("The share is between 1 and 100 percent."), field="share")
    if requirement.remote and requirement.remote not in REMOTES:
        raise Invalid(_("${value} is no choice here.", mapping={"value": requirement.remote[:40]}), field="remote")
    unknown = [name for name in requirement.hard if name not in CRITERIA]
    if unknown:
        raise Invalid(_("${value} is no choice here.", mapping={"value": str(unknown[0])[:40]}), field="hard")
    required = _rows(requirement.required)
    welcome = tuple(row for row in _rows(requirement.welcome) if row[0] not in dict(required))
    return replace(requirement, required=required, welcome=welcome)


def _check_rows(rows, name: str) -> None:
    if len(rows) > MAX_ROWS:
        raise Invalid(_("At most ${max} skills.", mapping={"max": MAX_ROWS}), field=name)
    if any(not 1 <= level <= MAX_LEVEL for _skill, level in rows):
        raise Invalid(_("A level is between 1 and 4."), field=name)


def _rows(rows) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for skill_id, level in rows:
        skill = skills.current(skill_id)
        if skill:
            found[skill] = max(level, found.get(skill, 0))
    return tuple(found.items())


def ask(requirement: Requirement, families: dict | None = None) -> Ask:
    """Arrange a checked requirement; `families` remembers what stands below a skill from one need to the next."""
    day = today().toordinal()
    start = max(requirement.start.toordinal() if requirement.start else day, day)
    end = requirement.end.toordinal() if requirement.end else start + USUAL_DAYS
    rows = requirement.required + requirement.welcome
    return Ask(
        rows=rows,
        required=len(requirement.required),
        wanted=_wanted(rows, {} if families is None else families),
        start=start,
        end=max(end, start),
        share=requirement.share,
        places=tuple(filter(None, map(plain, requirement.places))) if requirement.remote != "full" else (),
        remote=requirement.remote,
        sector=plain(requirement.sector),
        hard=requirement.hard,
        today=day,
    )


def _wanted(rows, families: dict) -> dict[str, tuple[tuple[int, bool], ...]]:
    found: dict[str, tuple[tuple[int, bool], ...]] = {}
    for row, (skill_id, _level) in enumerate(rows):
        if skill_id not in families:
            families[skill_id] = skills.descendants(skill_id)
        found[skill_id] = (*found.get(skill_id, ()), (row, True))
        for below in families[skill_id]:
            found[below] = (*found.get(below, ()), (row, False))
    return found
