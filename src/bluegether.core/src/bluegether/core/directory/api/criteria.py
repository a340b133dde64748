"""Criteria as an address or a body writes them, checked; and the way back."""

from bluegether.core import _
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.directory.interfaces import LANGUAGE_LEVELS
from bluegether.core.directory.interfaces import MAX_SKILL_LEVEL
from bluegether.core.directory.interfaces import REMOTES
from bluegether.core.directory.interfaces import SORTS
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode
import re


MAX_TEXT = 100
MAX_SKILLS = 8
LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
TODAY = "today"


def checked(form) -> Criteria:
    """Return the criteria of a form, an address or a body; raise Invalid, naming the field, for what makes no sense.

    Names are those of `Criteria`, but `skill` for each skill (`python` or `python:3`) and `match=any` for any of them.
    Other names are left alone.
    """
    found = {name: check(name, form.get(name)) for name, check in CHECKS.items() if form.get(name) not in (None, "")}
    return Criteria(
        **found,
        skills=_skills(form.get("skill")),
        any_skill=_choice("match", form.get("match"), ("all", "any")) == "any",
    )


def sorting(form) -> str:
    """Return the order asked for, empty for the usual one; raise Invalid for one that is none."""
    return _choice("sort", form.get("sort"), SORTS)


def pairs(criteria: Criteria) -> list[tuple[str, str]]:
    """Return the criteria as an address writes them, always in the same order."""
    found = []
    for name in CHECKS:
        value = getattr(criteria, name)
        if value:
            found.append((name, value.isoformat() if isinstance(value, date) else str(value)))
    found += [("skill", f"{skill_id}:{level}" if level > 1 else skill_id) for skill_id, level in criteria.skills]
    return [*found, ("match", "any")] if criteria.any_skill and len(criteria.skills) > 1 else found


def query(criteria: Criteria, **more: str) -> str:
    """Return the criteria, and more parameters that are not empty, as a query string."""
    return urlencode([*pairs(criteria), *((name, value) for name, value in more.items() if value)])


def less(criteria: Criteria, name: str, value=None) -> Criteria:
    """Return the criteria without one of them; of skills, without this one."""
    if name == "skills":
        return replace(criteria, skills=tuple(pair for pair in criteria.skills if pair != value))
    more = {"language": {"language_level": ""}, "available": {"share": 0, "remote": ""}}.get(name, {})
    empty = Criteria()
    return replace(criteria, **{name: getattr(empty, name)}, **more)


def _text(name: str, value) -> str:
    if not isinstance(value, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
    if len(value) > MAX_TEXT:
        raise Invalid(_("At most ${max} characters to search for.", mapping={"max": MAX_TEXT}), field=name)
    return " ".join(value.split())


def _choice(name: str, value, known) -> str:
    if value in (None, ""):
        return ""
    if not isinstance(value, str) or value not in known:
        raise Invalid(_("${value} is no choice here.", mapping={"value": str(value)[:40]}), field=name)
    return value


def _one_of(known):
    return lambda name, value: _choice(name, value, known() if callable(known) else known)


def _day(name: str, value) -> date:
    if value == TODAY:
        return local(now()).date()
    try:
        found = date.fromisoformat(value) if len(value) == 10 else None
    except (TypeError, ValueError):
        found = None
    if found is None:
        raise Invalid(_("Write the date as 2026-12-31."), field=name)
    return found


def _percent(name: str, value) -> int:
    text = str(value)
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or len(text) > 3 or int(text) > 100:
        raise Invalid(
            _("${name} must be between ${minimum} and ${maximum}.", mapping=PERCENT | {"name": name}), field=name
        )
    return int(text)


def _language(name: str, value) -> str:
    if not isinstance(value, str) or not LANGUAGE.match(value):
        raise Invalid(_("${value} is no choice here.", mapping={"value": str(value)[:40]}), field=name)
    return value


def _skill(name: str, value) -> str:
    found = skills.resolve(value) if isinstance(value, str) and len(value) <= MAX_TEXT else ""
    if not found:
        message = _("There is no skill called ${value}.", mapping={"value": str(value)[:40]})
        raise Invalid(message, field=name)
    return found


def _skills(value) -> tuple[tuple[str, int], ...]:
    values = value if isinstance(value, list | tuple) else [value] if value else []
    if len(values) > MAX_SKILLS:
        raise Invalid(_("At most ${max} skills.", mapping={"max": MAX_SKILLS}), field="skill")
    found: dict[str, int] = {}
    for one in filter(None, values):
        skill_id, level = _with_level(one)
        found[skill_id] = max(level, found.get(skill_id, 1))
    return tuple(found.items())


def _with_level(value) -> tuple[str, int]:
    text, _colon, level = value.rpartition(":") if isinstance(value, str) else ("", "", "")
    if text and level in LEVELS:
        return _skill("skill", text), int(level)
    return _skill("skill", value), 1


PERCENT = {"minimum": 0, "maximum": 100}
LEVELS = tuple(str(level) for level in range(1, MAX_SKILL_LEVEL + 1))
# Criterion -> how its value is read, in the order of addresses.
CHECKS = {
    "text": _text,
    "unit": _one_of(people.units),
    "kind": _one_of(people.KINDS),
    "employment": _one_of(tuple(filter(None, people.EMPLOYMENTS))),
    "place": _text,
    "client": _text,
    "available": _day,
    "share": _percent,
    "remote": _one_of(tuple(REMOTES)),
    "language": _language,
    "language_level": _one_of(LANGUAGE_LEVELS),
    "certification": _text,
    "expert": _skill,
    "since": _day,
}
