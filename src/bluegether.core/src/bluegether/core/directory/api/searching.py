"""The search: from criteria to sets, from sets to a page of people in order."""

from bluegether.core.directory.api.names import named
from bluegether.core.directory.api.names import tiers
from bluegether.core.directory.api.readers import view_of
from bluegether.core.directory.api.text import plain
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.directory.interfaces import LANGUAGE_LEVELS
from bluegether.core.directory.interfaces import MAX_SKILL_LEVEL
from bluegether.core.directory.interfaces import REMOTES
from bluegether.core.directory.storage import view as sets
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from collections.abc import Iterator
from datetime import date


def search(reader: str, criteria: Criteria, *, sort: str = "", start: int = 0, size: int = 25) -> people.Batch:
    """Return the user ids of a page of the people who fit, and how many fit, as far as the reader may know.

    `sort`: name, arrival, availability, relevance; empty for relevance to what is looked for. Nobody is woken.
    """
    view = view_of(reader)
    if view is None:
        return people.Batch([], 0)
    found = find(view, criteria)
    order = ordered(view, criteria, found, sort)
    return people.Batch(view.people(sets.page(order, start, size)), len(found))


def find(view: sets.View, criteria: Criteria):
    """Return the set of the people who fit."""
    found = view.everybody
    for name, narrowed in NARROWED.items():
        if getattr(criteria, name) and found:
            found = sets.both(found, narrowed(view, criteria))
    return found


def ordered(view: sets.View, criteria: Criteria, found, sort: str) -> Iterator[int]:
    """Return the people found in order, lazily."""
    if sort == "name":
        return view.by_name(found)
    if sort == "arrival":
        return view.by_arrival(found)
    if sort == "availability":
        return view.by_availability(found)
    if criteria.text:
        return view.by_tiers(found, tiers(view, criteria.text))
    if criteria.skills:
        levels = range(MAX_SKILL_LEVEL, 1, -1)
        return view.by_tiers(found, (_skilled(view, criteria, level) for level in levels))
    return view.by_name(found)


def having_skill(view: sets.View, skill_id: str, level: int = 1):
    """Return who shows this skill, or one below it in the taxonomy, with this level at least."""
    ids = (skill_id, *skills.descendants(skill_id))
    if level == 1:
        return view.having_any("skill", ids)
    levels = range(level, MAX_SKILL_LEVEL + 1)
    return view.having_any("skill_level", [f"{one}:{its}" for one in ids for its in levels])


def expert_in(view: sets.View, skill_id: str):
    """Return who is an expert in this skill or one below it."""
    return view.having_any("expert", (skill_id, *skills.descendants(skill_id)))


def _skilled(view: sets.View, criteria: Criteria, level: int = 1):
    found = [having_skill(view, skill_id, max(level, least)) for skill_id, least in criteria.skills]
    return sets.either(found) if criteria.any_skill else sets.all_of(found)


def _equal(name: str):
    return lambda view, criteria: view.having(name, getattr(criteria, name))


def _containing(name: str, *facets: str):
    """Find by a part of what people wrote themselves; as many values are looked at as there are, not people."""

    def narrowed(view: sets.View, criteria: Criteria):
        wanted = plain(getattr(criteria, name))
        return sets.either([_written(view, facet, wanted) for facet in facets]) if wanted else sets.NOBODY

    return narrowed


def _written(view: sets.View, facet: str, wanted: str):
    return view.having_any(facet, [value for value, _title in view.values(facet) if wanted in value])


def _available(view: sets.View, criteria: Criteria):
    return view.available(criteria.available.toordinal())


def _share(view: sets.View, criteria: Criteria):
    return view.having_any("available_share", [str(share) for share in range(criteria.share, 101)])


def _remote(view: sets.View, criteria: Criteria):
    return view.having_any("remote", REMOTES[criteria.remote])


def _language(view: sets.View, criteria: Criteria):
    if not criteria.language_level:
        return view.having("language", criteria.language)
    least = LANGUAGE_LEVELS.index(criteria.language_level)
    return view.having_any("language_level", [f"{criteria.language}:{level}" for level in LANGUAGE_LEVELS[least:]])


def _since(view: sets.View, criteria: Criteria):
    return view.arrived_since(since_midnight(criteria.since))


def since_midnight(day: date) -> int:
    """Return the beginning of this day (UTC) in seconds since 1970."""
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400


# Criterion -> who fits it; the narrow ones first, so that the rest has little to do.
NARROWED = {
    "text": lambda view, criteria: named(view, criteria.text),
    "skills": _skilled,
    "expert": lambda view, criteria: expert_in(view, criteria.expert),
    "certification": _containing("certification", "certification"),
    "place": _containing("place", "city", "place"),
    "client": _containing("client", "client_site"),
    "language": _language,
    "available": _available,
    "share": _share,
    "remote": _remote,
    "unit": _equal("unit"),
    "kind": _equal("kind"),
    "employment": _equal("employment"),
    "since": _since,
}
