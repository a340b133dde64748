"""Figures: counted as things happen, so that they cost the same whatever there is and outlive who they are about."""

from bluegether.core.referrals.api.model import is_hr
from bluegether.core.referrals.api.model import kept
from dataclasses import dataclass


FEWEST = 5
QUARTERS = 8
STAGES = ("submitted", "consented", "qualified", "interview", "offer", "hired")


@dataclass(frozen=True)
class Quarter:
    """One quarter; None where fewer than five people stand behind the number and the reader is not HR."""

    name: str
    submitted: int | None
    consented: int | None
    hired: int | None
    trial_passed: int | None
    cents: int | None


@dataclass(frozen=True)
class Median:
    """How many days half of the people stayed at most in a stage; None for fewer than five, unless for HR."""

    stage: str
    days: int | None
    people: int | None


def quarters(*, userid: str) -> list[Quarter]:
    """Return the last quarters in which something happened, the oldest first."""
    root = kept()
    if root is None:
        return []
    names = sorted({name for name, _what in root.counts})[-QUARTERS:]
    return [_quarter(root, name, whole=is_hr(userid)) for name in names]


def medians(*, userid: str) -> list[Median]:
    """Return the median of each stage that people left, of all times."""
    root = kept()
    return [_median(root, stage, whole=is_hr(userid)) for stage in STAGES] if root is not None else []


def _quarter(root, name: str, *, whole: bool) -> Quarter:
    def shown(what: str) -> int | None:
        number = root.counts.get((name, what), 0)
        return number if whole or not 0 < number < FEWEST else None

    cents = root.counts.get((name, "paid_cents"), 0)
    few = cents and len(root.payees.get(name, ())) < FEWEST
    paid = None if few and not whole else cents
    return Quarter(name, shown("submitted"), shown("consented"), shown("hired"), shown("trial_passed"), paid)


def _median(root, stage: str, *, whole: bool) -> Median:
    found = list(root.days.items(min=(stage, -1), max=(stage, 10**6)))
    number = sum(count for _key, count in found)
    if number == 0 or (number < FEWEST and not whole):
        return Median(stage, None, None if number else 0)
    passed = 0
    for (_stage, days), count in found:
        passed += count
        if passed * 2 >= number:
            return Median(stage, days, number)
    return Median(stage, None, number)
