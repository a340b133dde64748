"""What people say of themselves: read by who may, changed by the person."""

from base64 import b64encode
from bluegether.core.kit.annotation import stored
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.audience import audience_of
from bluegether.core.people.api.audience import reading
from bluegether.core.people.api.audience import sees_group
from bluegether.core.people.api.closings import closing
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.persons import person
from bluegether.core.people.api.rules import units
from bluegether.core.people.interfaces import profile
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import Photo
from bluegether.core.skills import api as skills
from collections.abc import Mapping
from copy import deepcopy
from types import MappingProxyType
from zope.schema import getFieldNamesInOrder


RECORD = ("userid", "fullname", "kind", "employment", "unit", "job", "manager", "arrived")
ABSENCE = "absence"
SCHEMAS = {**profile.GROUPS, ABSENCE: profile.IAbsence}
FIELDS = {group: tuple(getFieldNamesInOrder(schema)) for group, schema in SCHEMAS.items()}
NOTHING = MappingProxyType({})


def values_of(person) -> Mapping:
    """Return field -> value of everything that the person says, whoever asks. Rows are plain dicts; change nothing.

    For a room's own reckoning. What is shown to somebody goes through `shown`.
    """
    kept = stored(person, KEY)
    return MappingProxyType(kept.values) if kept is not None else NOTHING


def shown(person, reader: str) -> dict:
    """Return what this reader sees of the person, by field: the company's record, and the groups open to the reader.

    Empty for who may not open the person's page. `matricule` only for HR. A field without a value is missing.
    The photo is `photo`: True where there is one to be seen. Of who left: name and `left`, the moment of the end.
    """
    may = reading(person, reader)
    if not may.page:
        return {}
    if has_ended(person.getId()):
        return _left(account(person.getId()))
    owner, values = account(person.getId()), values_of(person)
    found = {name: getattr(owner, name) for name in RECORD}
    if may.hr:
        found["matricule"] = owner.matricule
    names = [*FIELDS[ABSENCE]]
    for group in may.groups:
        names += FIELDS[group]
        found |= _besides(person, group, owner)
    found |= {name: deepcopy(values[name]) for name in names if values.get(name) not in (None, "", [], ())}
    _keep_confidence(found, reader)
    return found


def _keep_confidence(found: dict, reader: str) -> None:
    """Leave the names of confidential clients out for who is a partner: they stay inside the company."""
    other = account(reader)
    if other is None or other.kind != "partner" or reader == found["userid"]:
        return
    for row in found.get("experiences", ()):
        if row["client_confidential"]:
            row["company"] = None


def _left(owner) -> dict:
    return {"userid": owner.userid, "fullname": owner.fullname, "left": closing(owner.userid).ends}


def _besides(person, group: str, owner) -> dict:
    """Return what belongs to the group and is no field of it."""
    if group == "contact":
        return {"email": owner.email}
    return {"photo": True} if group == "photo" and kept_photo(person) is not None else {}


def kept_photo(person) -> Photo | None:
    """Return the person's picture, whoever asks, or None."""
    kept = stored(person, KEY)
    return kept.photo if kept is not None else None


def photo(person, reader: str) -> Photo | None:
    """Return the person's picture (`large`, `small`: JPEG; `digest`) when this reader may see it."""
    found = kept_photo(person)
    return found if found is not None and sees_group(person, "photo", reader) else None


def named_skills(values: Mapping) -> set[str]:
    """Return the ids, as they are now, of all skills that a profile names."""
    found = {row["skill"] for row in values.get("skills") or ()}
    for row in values.get("experiences") or ():
        found |= set(row["skills"])
    found |= set(values.get("wish_skills") or ())
    return {skills.current(skill) for skill in found} - {""}


def searched_text(person) -> str:
    """Return what full-text search finds a person by: what everyone who may open the page can read there."""
    owner = account(person.getId())
    if owner is None:
        return ""
    if has_ended(owner.userid):
        return owner.fullname
    words = [owner.fullname, owner.job, units().get(owner.unit, "")]
    if audience_of(person, "presentation") == profile.EVERYONE:
        words.append(values_of(person).get("biography") or "")
    return " ".join(filter(None, words))


def exported_profile(userid: str) -> dict:
    """Return all that the person says of themselves, and who sees it, as JSON-compatible data."""
    found = person(userid)
    kept = stored(found, KEY) if found is not None else None
    if kept is None:
        return {}
    picture = {"photo": b64encode(kept.photo.large).decode()} if kept.photo is not None else {}
    audiences = {group: audience_of(found, group) for group in profile.GROUPS}
    held = kept.withheld.get("biography")
    return _plain(kept.values) | picture | {"audiences": audiences} | ({"withheld": held} if held else {})


def _plain(value):
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
