"""Who sees which group of somebody's fields: the person's choice, within the company's limits."""

from bluegether.core.kit.annotation import stored
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.roles import BUSINESS
from bluegether.core.people.api.roles import INVITE_ALL
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.interfaces import profile
from bluegether.core.people.storage import KEY
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Reading:
    """What one reader may see of one person: the page at all, everything as HR does, which groups of fields."""

    page: bool
    hr: bool
    groups: frozenset[str]


NOTHING = Reading(page=False, hr=False, groups=frozenset())
ALL = frozenset(profile.GROUPS)


def reading(person, reader: str) -> Reading:
    """Return what this reader may see of the person; it looks the reader's roles up once.

    Clients are for HR, animators and themselves; the person and HR see every group, nobody any once they left.
    """
    owner = account(person.getId())
    if owner is None or not reader:
        return NOTHING
    roles = roles_of(reader)
    hr = bool(roles & INVITE_ALL)
    if hr or reader == owner.userid:
        return Reading(page=True, hr=hr, groups=frozenset() if has_ended(owner.userid) else ALL)
    if ("Animator" if owner.kind == "client" else "Member") not in roles:
        return NOTHING
    open_to = _audiences(owner, reader, roles)
    groups = () if has_ended(owner.userid) else (group for group in ALL if audience_of(person, group) in open_to)
    return Reading(page=True, hr=False, groups=frozenset(groups))


def _audiences(owner, reader: str, roles: set[str]) -> set[str]:
    """Return the audiences of the owner to which the reader belongs."""
    other = account(reader)
    found = {profile.EVERYONE}
    if owner.unit and other is not None and other.unit == owner.unit:
        found.add(profile.UNIT)
    if roles & BUSINESS:
        found.add(profile.BUSINESS)
    return found


def sees_person(person, reader: str) -> bool:
    """Return whether the reader may open the person's page at all."""
    return reading(person, reader).page


def sees_group(person, group: str, reader: str) -> bool:
    """Return whether the reader sees this group of the person's fields."""
    return group in reading(person, reader).groups


def indexed_audience(person, group: str) -> str:
    """Return the audience as the directory indexes it: `everyone`, `unit:<id>`, `business` or `me:<user id>`."""
    audience, owner = audience_of(person, group), account(person.getId())
    if audience == profile.UNIT and owner.unit:
        return f"unit:{owner.unit}"
    return audience if audience in (profile.EVERYONE, profile.BUSINESS) else f"me:{owner.userid}"
