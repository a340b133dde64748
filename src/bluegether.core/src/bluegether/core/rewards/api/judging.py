"""What a deed earns under a set of rules: pure functions, shared by the ledger and the simulation."""

from bluegether.core.kit.clock import local
from bluegether.core.rewards.storage import Condition
from bluegether.core.rewards.storage import Rule
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import datetime
from itertools import combinations
from math import isfinite
from typing import NamedTuple


OPERATORS = ("is", "is_not", "at_least", "at_most")
MAX_VALUES = 20
MAX_VALUE = 200


class Verdict(NamedTuple):
    """What one rule gives: `why` is empty, or `cap` with nothing given."""

    rule: Rule
    points: int
    cents: int
    why: str


def judge(rules: Iterable[Rule], kind: str, values: Mapping[str, object], used: Callable[[str], int]) -> list[Verdict]:
    """Return what each rule that fits gives; `used` says how often the person was paid by a rule in that month."""
    return [_verdict(rule, used(rule.key)) for rule in rules if rule.kind == kind and fits(rule, values)]


def _verdict(rule: Rule, used: int) -> Verdict:
    capped = bool(rule.cap) and used >= rule.cap
    return Verdict(rule, 0, 0, "cap") if capped else Verdict(rule, rule.points, rule.cents, "")


def fits(rule: Rule, values: Mapping[str, object]) -> bool:
    """Return whether the deed's values meet every condition of the rule."""
    return all(meets(condition, values.get(condition.name)) for condition in rule.conditions)


def meets(condition: Condition, value) -> bool:
    """Return whether a value meets the condition; a value that the deed does not have meets `is_not` only."""
    if condition.op == "is":
        return text_of(value) == condition.value
    if condition.op == "is_not":
        return text_of(value) != condition.value
    found, bound = number_of(value), number_of(condition.value)
    if found is None or bound is None:
        return False
    return found >= bound if condition.op == "at_least" else found <= bound


def text_of(value) -> str:
    """Return a value as conditions write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def number_of(value) -> float | None:
    """Return a value as a number, None when it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if isfinite(number) else None


def overlapping(rules: Iterable[Rule]) -> list[tuple[Rule, Rule]]:
    """Return the pairs of rules that one deed may fit at once: it would be paid by both."""
    return [
        (one, other)
        for one, other in combinations(rules, 2)
        if one.kind == other.kind and not _exclusive(one.conditions, other.conditions)
    ]


def _exclusive(one: tuple[Condition, ...], other: tuple[Condition, ...]) -> bool:
    return any(
        mine.name == theirs.name and (_contradict(mine, theirs) or _contradict(theirs, mine))
        for mine in one
        for theirs in other
    )


def _contradict(one: Condition, other: Condition) -> bool:
    if one.op == "is":
        return not meets(other, one.value)
    if (one.op, other.op) == ("at_least", "at_most"):
        low, high = number_of(one.value), number_of(other.value)
        return low is not None and high is not None and low > high
    return False


def plain(values: Mapping[str, object]) -> tuple:
    """Return a deed's values as they are kept: bounded, plain, sorted."""
    found = {str(name)[:MAX_VALUE]: value for name, value in values.items() if _is_plain(value)}
    kept = {name: value[:MAX_VALUE] if isinstance(value, str) else value for name, value in found.items()}
    return tuple(sorted(kept.items())[:MAX_VALUES])


def _is_plain(value) -> bool:
    return isinstance(value, str | int | float | bool)


def month_of(moment: datetime) -> str:
    """Return the month in the site's zone: `2026-11`."""
    return local(moment).strftime("%Y-%m")


def quarter_of(moment: datetime) -> str:
    """Return the quarter in the site's zone: `2026-4`."""
    here = local(moment)
    return f"{here.year}-{(here.month + 2) // 3}"
