"""People found, as they are shown: only what the reader may see, by the rules of people's own page."""

from bluegether.core.directory.interfaces import Criteria
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Known:
    """A skill of somebody; `wanted` when it was looked for."""

    id: str
    title: str
    level: int
    wanted: bool = False


@dataclass(frozen=True)
class Hit:
    """One person as one reader sees them; `fields` as of `people.shown`."""

    userid: str
    fields: dict
    skills: tuple[Known, ...] = ()
    clients: tuple[str, ...] = ()  # of the missions that run today, as the reader may know them

    @property
    def fullname(self) -> str:
        return self.fields["fullname"]

    @property
    def away_until(self) -> date | None:
        """Return the last day of an absence that is now, or None."""
        away = people.away(self.userid)
        return away.until if away is not None else None


def hits(userids: Iterable[str], reader: str, criteria: Criteria | None = None) -> list[Hit]:
    """Return these people as the reader sees them; wakes them, and nobody else."""
    wanted = _wanted(criteria) if criteria is not None else frozenset()
    found = (hit(userid, reader, wanted) for userid in userids)
    return [one for one in found if one is not None]


def hit(userid: str, reader: str, wanted: frozenset = frozenset()) -> Hit | None:
    """Return one person as the reader sees them, or None when they may not."""
    # Between the end of an access and the timer that files it, the index still knows the person.
    person = people.person(userid) if people.has_access(userid) else None
    fields = people.shown(person, reader) if person is not None else {}
    if not fields:
        return None
    rows = [row for row in fields.get("skills", ()) if skills.current(row["skill"])]
    known = (Known(row["skill"], skills.title(row["skill"]), row["level"], row["skill"] in wanted) for row in rows)
    ordered = sorted(known, key=lambda one: (not one.wanted, -one.level, one.title))
    return Hit(userid, fields, tuple(ordered), _clients(userid, reader))


def _clients(userid: str, reader: str) -> tuple[str, ...]:
    running = (one.client for one in missions.missions_of(userid, reader=reader) if one.running and one.client)
    return tuple(dict.fromkeys(running))


def _wanted(criteria: Criteria) -> frozenset:
    """Return the ids of the skills looked for and of those below them."""
    ids = [skill_id for skill_id, _level in criteria.skills] + [criteria.expert] * bool(criteria.expert)
    return frozenset(one for skill_id in ids for one in (skill_id, *skills.descendants(skill_id)))
