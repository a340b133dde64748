"""Who may endorse whom, and what a reader sees of a person's skills."""

from bluegether.core import _
from bluegether.core.expertise.storage import Expertise
from bluegether.core.expertise.storage import KEY
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from plone import api


MAX_EXPERIENCE = 120


class TooSoon(BluegetherError):
    """The same was asked of the same person not long ago."""

    status = 429


def kept() -> Expertise:
    """Return the room's trees to read from; empty ones, which are not stored, before the first endorsement."""
    return stored(api.portal.get(), KEY) or Expertise()


def setting(name: str) -> int:
    """Return one of the published numbers."""
    return api.portal.get_registry_record(f"bluegether.expertise.{name}")


def can_endorse(userid: str) -> bool:
    """Return whether this person endorses at all: a member with access now, no client."""
    mine = api.user.get_current()
    user = mine if mine.getId() == userid else api.user.get(userid=userid)
    if user is None or not people.has_access(userid):
        return False
    return bool(api.user.has_permission("BlueGether: Endorse", user=user, obj=api.portal.get()))


def require_member(userid: str) -> None:
    """Raise NotAllowed for a client, somebody whose access is closed, or nobody."""
    if not can_endorse(userid):
        raise NotAllowed(_("You may not endorse skills."))


def present(userid: str) -> bool:
    """Return whether this is somebody of the network who has access now."""
    account = people.account(userid)
    return account is not None and account.kind != "client" and people.has_access(userid)


def rows(owner: str, reader: str) -> dict[str, int]:
    """Return skill id -> level of the skills of this person that this reader sees; empty when they are hidden."""
    person = people.person(owner)
    if person is None or not people.sees_group(person, "skills", reader):
        return {}
    return levels(person)


def levels(person) -> dict[str, int]:
    """Return skill id (as it is now) -> level that the person says, whoever asks: never shown without a check."""
    found: dict[str, int] = {}
    for row in people.values_of(person).get("skills") or ():
        skill_id = skills.current(row["skill"])
        if skill_id:
            found[skill_id] = max(row["level"], found.get(skill_id, 0))
    return found


def experiences(owner: str, reader: str) -> list[str]:
    """Return the titles of the experiences of this person that this reader sees."""
    person = people.person(owner)
    if person is None or not people.sees_group(person, "skills", reader):
        return []
    return [row["title"] for row in people.values_of(person).get("experiences") or ()]


def mission_key(uid: str) -> str:
    """Return how an endorsement names a mission: what is said of it is asked anew for each reader."""
    return f"mission:{uid}"


def named(owner: str, reader: str) -> dict[str, str]:
    """Return what an endorsement of this person may name, as this reader knows it: key -> words.

    The experiences that the person shows (a title is its own key) and the missions that the reader may know of, once
    begun. A client that is confidential to the reader is in no words, and neither is its mission.
    """
    if not rows(owner, reader):
        return {}
    found = {title: title for title in experiences(owner, reader)}
    begun = (one for one in missions.missions_of(owner, reader=reader) if one.running or _past(one))
    return found | {mission_key(one.uid): " – ".join(filter(None, (one.title, one.client))) for one in begun}


def _past(mission) -> bool:
    """Return whether some of it is over; of a mission that may not be opened, only what has begun is known at all."""
    return not mission.whole or any(one.confirmed and one.end < today() for one in mission.periods)


def shown_skill(owner: str, skill_id: str, reader: str) -> str:
    """Return the present id of a skill that this person shows to this reader; raise Missing.

    A hidden skill, a person who left and one who is not there are the same to who asks.
    """
    found = skills.resolve(skill_id) if isinstance(skill_id, str) else ""
    if not isinstance(owner, str) or not present(owner) or found not in rows(owner, reader):
        raise Missing(_("This person shows no such skill."), field="skill")
    return found
