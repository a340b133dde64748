"""What moderation takes off a profile: the presentation and the photo, kept aside until they are shown again.

They are moved, not marked: no page, search or export for others has to know. The person may write new ones at once.
"""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.people.events import PersonChanged
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import Profile
from zope.event import notify


def is_withheld(person) -> bool:
    """Return whether something of the profile is kept aside."""
    kept = stored(person, KEY)
    return kept is not None and bool(kept.withheld)


def withhold(person) -> None:
    """Take presentation and photo off the profile; for moderation, which checks who may."""
    kept = store(person, KEY, Profile)
    biography = kept.values.get("biography")
    if kept.withheld or not (biography or kept.photo):
        return
    kept.withheld = {"biography": biography, "photo": kept.photo}
    kept.values = kept.values | {"biography": None}
    kept.photo = None
    _changed(person)


def give_back(person) -> None:
    """Show them again, where the person has put nothing new in their place."""
    kept = stored(person, KEY)
    if kept is None or not kept.withheld:
        return
    held, kept.withheld = kept.withheld, {}
    kept.values = kept.values | {"biography": kept.values.get("biography") or held["biography"]}
    kept.photo = kept.photo or held["photo"]
    _changed(person)


def discard_withheld(person) -> None:
    """Forget what is kept aside, or take it off for good."""
    withhold(person)
    kept = stored(person, KEY)
    if kept is not None:
        kept.withheld = {}


def _changed(person) -> None:
    person.reindexObject(idxs=["SearchableText"])
    notify(PersonChanged(person))
