"""How much of a profile is filled in, and what would help others most."""

from bluegether.core import _
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.profile import kept_photo
from bluegether.core.people.api.profile import values_of
from collections.abc import Mapping
from dataclasses import dataclass


ENOUGH_SKILLS = 3


@dataclass(frozen=True)
class Completion:
    """`percent` of what counts for this kind of account; `missing`: (group of fields, what to add)."""

    percent: int
    missing: tuple[tuple[str, str], ...]


def completion(person) -> Completion:
    """Return how complete the person's profile is; availability and wishes count for consultants only."""
    owner, values = account(person.getId()), values_of(person)
    filled = {
        "presentation": bool(values.get("biography")),
        "contact": bool(values.get("phone") or values.get("mobile")),
        "photo": kept_photo(person) is not None,
        "skills": len(values.get("skills") or ()) >= ENOUGH_SKILLS,
        "languages": bool(values.get("languages")),
        "experiences": bool(values.get("experiences")),
    }
    if owner is not None and owner.kind == "consultant":
        filled |= {"availability": _says_when(values), "wishes": _says_what(values)}
    missing = tuple((GROUP.get(name, name), WHAT[name]) for name, done in filled.items() if not done)
    return Completion(round(100 * (len(filled) - len(missing)) / len(filled)), missing)


def _says_when(values: Mapping) -> bool:
    return bool(values.get("available_from") or values.get("available_places"))


def _says_what(values: Mapping) -> bool:
    return any(values.get(name) for name in ("wish_skills", "wish_sectors", "wish_places", "wish_text"))


GROUP = {"languages": "skills", "experiences": "skills"}
WHAT = {
    "presentation": _("a few sentences about you"),
    "contact": _("a telephone number"),
    "photo": _("a photo"),
    "skills": _("three skills or more"),
    "languages": _("the languages that you speak"),
    "experiences": _("what you worked on"),
    "availability": _("when and where you are available"),
    "wishes": _("what you want of your next mission"),
}
