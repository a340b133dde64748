"""Where the figures ask for something to be done."""

from bluegether.core.adoption.api.months import Month
from bluegether.core.adoption.api.months import share
from bluegether.core.adoption.interfaces import IAdoptionSettings
from dataclasses import dataclass
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


PREFIX = "bluegether.adoption"
ENOUGH_DAYS = 14  # a month that has just begun says nothing yet


@dataclass(frozen=True)
class Shortfall:
    """`name` is the setting's; `value` the figure, `limit` what was asked for, `unit` the unit it is about or ""."""

    name: str
    value: float
    limit: int
    unit: str = ""


def shortfalls(found: Month) -> list[Shortfall]:
    """Return what is below (for the answer: above) its threshold in this month."""
    settings = getUtility(IRegistry).forInterface(IAdoptionSettings, prefix=PREFIX)
    if found.days < ENOUGH_DAYS:
        return []
    shares = {
        "active_share": found.active_share,
        "contributors_share": found.contributors_share,
        "crossing_share": found.crossing,
        "open_share": found.opened,
    }
    low = [
        Shortfall(name, value, getattr(settings, name))
        for name, value in shares.items()
        if value is not None and value < getattr(settings, name)
    ]
    return [*low, *_slow(found, settings.answer_hours), *_quiet(found, settings.unit_share)]


def _slow(found: Month, limit: int) -> list[Shortfall]:
    late = limit and found.answer_hours is not None and found.answer_hours > limit
    return [Shortfall("answer_hours", found.answer_hours, limit)] if late else []


def _quiet(found: Month, limit: int) -> list[Shortfall]:
    return [
        Shortfall("unit_share", share(unit.contributors, unit.members), limit, unit.id)
        for unit in found.units
        if unit.id and share(unit.contributors, unit.members) < limit
    ]
