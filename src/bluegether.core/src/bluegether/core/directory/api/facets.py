"""What people can be found by, as it is filed: ids that are current, words folded, days in their own place."""

from bluegether.core.directory.api.readers import BUSINESS
from bluegether.core.directory.api.readers import CLIENTS
from bluegether.core.directory.api.readers import EVERYONE
from bluegether.core.directory.api.text import plain
from bluegether.core.directory.storage.view import EVERYBODY
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from collections.abc import Iterator
from dataclasses import replace
from datetime import date


DAY = "available_from"
# Facets whose value is, or begins with, the id of a skill.
SKILLS = frozenset({"skill", "skill_level", "skill_again", "wish_skill", "expert"})
# Facets that people write in their own words: found by a part of them, whatever the case and accents.
WORDS = frozenset({"certification", "city", "client_site", "place", "sector", "wish_place", "wish_sector"})
COMPANY = ("kind", "employment", "unit")


def filed(account, person) -> tuple[tuple, tuple]:
    """Return (facet, value, audience, title) of everything this person is found by, and (day, audience).

    Clients are found by what the company says of them, by those only who see clients.
    """
    audience = CLIENTS if account.kind == "client" else EVERYONE
    tokens = {(*EVERYBODY, audience, "")}
    tokens |= {(name, getattr(account, name), audience, "") for name in COMPANY if getattr(account, name)}
    days = set()
    for facet in _facets(account, person) if person is not None else ():
        if facet.name == DAY:
            days.add((date.fromisoformat(facet.value).toordinal(), facet.audience))
        else:
            tokens.update(_token(facet))
    return tuple(sorted(tokens)), tuple(sorted(days))


def _facets(account, person) -> Iterator[people.Facet]:
    """Yield what others find the person by, and the person too: they see all that they say, whoever else does."""
    for facet in people.facets(person):
        yield facet
        if facet.audience == BUSINESS:
            yield replace(facet, audience=f"me:{account.userid}")


def _token(facet) -> Iterator[tuple[str, str, str, str]]:
    if facet.name in SKILLS:
        skill_id, colon, level = facet.value.partition(":")
        current = skills.current(skill_id)
        if current:
            yield facet.name, f"{current}{colon}{level}", facet.audience, ""
    elif facet.name in WORDS:
        if plain(facet.value):
            yield facet.name, plain(facet.value), facet.audience, " ".join(facet.value.split())
    else:
        yield facet.name, facet.value, facet.audience, ""
