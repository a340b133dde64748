"""People change their own profile; each group of fields on its own, with who sees it."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.api.absence import keep_absence
from bluegether.core.people.api.audience import allowed_audiences
from bluegether.core.people.api.audience import audience_of
from bluegether.core.people.api.checks import checked
from bluegether.core.people.api.expiry import plan_reminders
from bluegether.core.people.api.photos import square
from bluegether.core.people.api.profile import ABSENCE
from bluegether.core.people.api.profile import FIELDS
from bluegether.core.people.api.profile import named_skills
from bluegether.core.people.api.profile import values_of
from bluegether.core.people.events import PersonChanged
from bluegether.core.people.interfaces import profile
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import note_skills
from bluegether.core.people.storage import Photo
from bluegether.core.people.storage import Profile
from bluegether.core.people.storage import writable
from plone import api
from zope.event import notify


GROUPS = (*profile.GROUPS, ABSENCE)


def can_edit_profile(person, userid: str) -> bool:
    """Return whether this person writes what `person` says of themselves: they alone; HR keeps the company's record."""
    return bool(userid) and person.getId() == userid


def revision(person, group: str) -> int:
    """Return how often this group was changed; an editor hands it back, so that nobody's change is lost."""
    kept = stored(person, KEY)
    return kept.revisions.get(group, 0) if kept is not None else 0


def update_profile(
    person, group: str, values: dict, *, actor: str, audience: str | None = None, seen: int | None = None
) -> None:
    """Change fields of one group (those given), and who sees the group; tell `IPersonChanged`.

    `seen` is the `revision` that the editor started from. Raises NotAllowed for who is not the person, Invalid for a
    bad value or an audience that the company does not allow, Conflict when it was changed since `seen`.
    """
    if group not in GROUPS:
        raise Invalid(_("${name} cannot be read.", mapping={"name": group[:40]}), field="group")
    _check_may(person, group, actor, seen)
    cleaned = checked(group, _present(person, group) | values, userid=person.getId())
    chosen = _audience(person, group, audience)
    kept = store(person, KEY, Profile)
    before, kept.values = kept.values, kept.values | cleaned
    note_skills(writable(api.portal.get()), person.getId(), named_skills(before), named_skills(kept.values))
    if group == ABSENCE:
        keep_absence(person.getId(), cleaned)
    if group == "skills":
        plan_reminders(person.getId(), kept)
    _close(person, kept, group, chosen)


def change_photo(person, data: bytes | None, *, actor: str, audience: str | None = None) -> None:
    """Take a picture (PNG, JPEG or WebP; None takes the present one away); a square JPEG of it is kept.

    Raises NotAllowed for who is not the person, Invalid for what is no such picture, too large, or a bad audience.
    """
    _check_may(person, "photo", actor, None)
    chosen = _audience(person, "photo", audience)
    made = square(data) if data is not None else None
    kept = store(person, KEY, Profile)
    kept.photo = Photo(*made) if made is not None else None
    _close(person, kept, "photo", chosen)


def change_audience(person, group: str, audience: str, *, actor: str) -> None:
    """Change who sees a group, and nothing else. Raises as `update_profile` does."""
    if group == "photo":
        _check_may(person, group, actor, None)
        chosen = _audience(person, group, audience)
        _close(person, store(person, KEY, Profile), group, chosen)
    else:
        update_profile(person, group, {}, actor=actor, audience=audience)


def _check_may(person, group: str, actor: str, seen: int | None) -> None:
    if not can_edit_profile(person, actor):
        raise NotAllowed(_("Only the person changes what they say of themselves."))
    if seen is not None and seen != revision(person, group):
        raise Conflict(_("This was changed meanwhile, in another window or on another device. Reload the page."))


def _present(person, group: str) -> dict:
    values = values_of(person)
    return {name: values[name] for name in FIELDS[group] if name in values}


def _audience(person, group: str, audience: str | None) -> dict:
    """Return what to keep as the choice: from the first change on it is explicit, whatever the default becomes."""
    if group == ABSENCE:
        return {}
    if audience is None:
        return {group: audience_of(person, group)}
    if audience not in allowed_audiences(group):
        raise Invalid(_("The company does not offer this choice."), field="audience")
    return {group: audience}


def _close(person, kept: Profile, group: str, chosen: dict) -> None:
    """What every change ends with: the choice, the count that editors compare, the search, the event."""
    kept.audiences = kept.audiences | chosen
    kept.revisions = kept.revisions | {group: kept.revisions.get(group, 0) + 1}
    kept.changed = now()
    person.reindexObject(idxs=["SearchableText"])
    notify(PersonChanged(person))
