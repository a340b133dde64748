"""What the directory may find a person by, each with who may find them by it."""

from bluegether.core.kit.annotation import stored
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.audience import indexed_audience
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.profile import values_of
from bluegether.core.people.interfaces import IPersonFacets
from bluegether.core.people.interfaces.profile import EVERYONE
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import merge_skills
from bluegether.core.people.storage import writable
from bluegether.core.skills import api as skills
from collections.abc import Iterator
from dataclasses import dataclass
from plone import api
from zope.component import getAdapters


@dataclass(frozen=True)
class Facet:
    """One thing that a person can be found by; `audience`: `everyone`, `unit:<id>`, `business` or `me:<user id>`."""

    name: str
    value: str
    audience: str


def facets(person) -> list[Facet]:
    """Return what every room knows to find this person by; nothing of a client, whom no member meets, nor of who left.

    For the directory's own index only: other catalogs know no audiences.
    """
    owner = account(person.getId())
    if owner is None or owner.kind == "client" or has_ended(owner.userid):
        return []
    found = [facet for _name, room in getAdapters((person,), IPersonFacets) for facet in room.facets()]
    return list(dict.fromkeys(found))


def own_facets(person) -> list[Facet]:
    """Return the facets of this room: `kind`, `unit`, `manager`; those of a group with the group's audience.

    skills: `skill`, `skill_level` (`<id>:<level>`), `skill_again`, `language`, `language_level`, `certification`,
    `sector`; contact: `city`, `client_site`; availability: `available_from` (ISO date), `available_share`, `place`,
    `remote`; wishes: `wish_skill`, `wish_sector`, `wish_place`, `wish_date`.
    """
    owner, values = account(person.getId()), values_of(person)
    found = [Facet(name, getattr(owner, name), EVERYONE) for name in ("kind", "employment", "unit", "manager")]
    for group, collect in COLLECTORS.items():
        audience = indexed_audience(person, group)
        found += [Facet(name, value, audience) for name, value in collect(values)]
    return [facet for facet in found if facet.value]


def naming_skill(skill_id: str) -> list[str]:
    """Return the user ids whose profile names this skill (a row, an experience, a wish), whoever may see it.

    For counting and for indexing anew, never to be shown. Wakes no content.
    """
    people = stored(api.portal.get(), KEY)
    return list(people.skill_uses.get(skill_id, ())) if people is not None else []


def follow_merge(old: str, new: str) -> None:
    """Let `naming_skill` know that one skill took over another."""
    merge_skills(writable(api.portal.get()), old, new)


def _skills(values) -> Iterator[tuple[str, str]]:
    for row in values.get("skills") or ():
        skill = skills.current(row["skill"])
        yield "skill", skill
        yield "skill_level", f"{skill}:{row['level']}"
        if row.get("again"):
            yield "skill_again", skill
    for row in values.get("languages") or ():
        yield "language", row["language"]
        yield "language_level", f"{row['language']}:{row['level']}"
    for row in values.get("certifications") or ():
        yield "certification", row["title"]
    for row in values.get("experiences") or ():
        yield "sector", row.get("sector") or ""


def _contact(values) -> Iterator[tuple[str, str]]:
    for name in ("city", "client_site"):
        yield name, values.get(name) or ""


def _availability(values) -> Iterator[tuple[str, str]]:
    if values.get("available_from"):
        yield "available_from", values["available_from"].isoformat()
    if values.get("available_share") is not None:
        yield "available_share", str(values["available_share"])
    yield "remote", values.get("remote") or ""
    for place in values.get("available_places") or ():
        yield "place", place


def _wishes(values) -> Iterator[tuple[str, str]]:
    for skill in values.get("wish_skills") or ():
        yield "wish_skill", skills.current(skill)
    for field, name in (("wish_sectors", "wish_sector"), ("wish_places", "wish_place")):
        for value in values.get(field) or ():
            yield name, value
    if values.get("wish_date"):
        yield "wish_date", values["wish_date"].isoformat()


COLLECTORS = {"skills": _skills, "contact": _contact, "availability": _availability, "wishes": _wishes}
