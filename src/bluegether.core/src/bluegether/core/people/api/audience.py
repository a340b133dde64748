"""Who sees which group of somebody's fields: the person's choice, within the company's limits."""

from bluegether.core.kit.annotation import stored
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.roles import BUSINESS
from bluegether.core.people.api.roles import INVITE_ALL
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.interfaces import profile
from bluegether.core.people.storage import KEY
from plone import api


def allowed_audiences(group: str) -> tuple[str, ...]:
    """Return the audiences that the company lets people choose for this group of fields, widest first."""
    chosen = api.portal.get_registry_record(f"bluegether.people.{group}_audiences", default=None) or ()
    return tuple(name for name in profile.AUDIENCES if name in chosen) or (profile.ME,)


def default_audience(group: str) -> str:
    """Return the audience of this group for who has not chosen."""
    default = api.portal.get_registry_record(f"bluegether.people.{group}_default", default=None)
    allowed = allowed_audiences(group)
    return default if default in allowed else allowed[-1]


def audience_of(person, group: str) -> str:
    """Return who sees this group of the person's fields.

    A choice that the company no longer allows never opens what was closed: only `everyone` falls back to the default,
    any other to `me`, until the person chooses again.
    """
    kept = stored(person, KEY)
    chosen = kept.audiences.get(group) if kept is not None else None
    if chosen is None or chosen in allowed_audiences(group):
        return chosen or default_audience(group)
    return default_audience(group) if chosen == profile.EVERYONE else profile.ME


def sees_person(person, reader: str) -> bool:
    """Return whether the reader may open the person's page at all: clients are for HR, animators and themselves."""
    owner = account(person.getId())
    if owner is None or not reader:
        return False
    roles = roles_of(reader)
    if reader == owner.userid or roles & INVITE_ALL:
        return True
    return "Animator" in roles if owner.kind == "client" else "Member" in roles


def sees_group(person, group: str, reader: str) -> bool:
    """Return whether the reader sees this group of the person's fields. The person and HR do, nobody once they left."""
    if has_ended(person.getId()) or not sees_person(person, reader):
        return False
    roles = roles_of(reader)
    if reader == person.getId() or roles & INVITE_ALL:
        return True
    return _belongs(audience_of(person, group), person.getId(), reader, roles)


def _belongs(audience: str, userid: str, reader: str, roles: set[str]) -> bool:
    if audience == profile.UNIT:
        unit, other = account(userid).unit, account(reader)
        return bool(unit) and other is not None and other.unit == unit
    if audience == profile.BUSINESS:
        return bool(roles & BUSINESS)
    return audience == profile.EVERYONE


def indexed_audience(person, group: str) -> str:
    """Return the audience as the directory indexes it: `everyone`, `unit:<id>`, `business` or `me:<user id>`."""
    audience, owner = audience_of(person, group), account(person.getId())
    if audience == profile.UNIT and owner.unit:
        return f"unit:{owner.unit}"
    return audience if audience in (profile.EVERYONE, profile.BUSINESS) else f"me:{owner.userid}"
