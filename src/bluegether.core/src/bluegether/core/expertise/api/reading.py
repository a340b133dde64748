"""What a reader sees of somebody's endorsements: those of the skills that they see, and no other."""

from bluegether.core.expertise.api import deriving
from bluegether.core.expertise.api import rules
from bluegether.core.people import api as people
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Endorsement:
    """Who endorses, since when, and the experience or mission that they name, as far as the reader knows it."""

    endorser: str
    moment: datetime
    experience: str
    left: bool


@dataclass(frozen=True)
class Endorsed:
    """A skill of somebody with who endorses it, the latest first; `mine` is the reader's own."""

    skill: str
    level: int
    endorsements: tuple[Endorsement, ...]
    mine: Endorsement | None
    reason: deriving.Reason


def endorsed(owner: str, *, reader: str) -> list[Endorsed]:
    """Return the skills of this person that the reader sees, most endorsed first; empty when they are hidden."""
    words = rules.named(owner, reader)
    asked = deriving.published()
    found = [
        _endorsed(owner, skill_id, level, reader, words, asked) for skill_id, level in rules.rows(owner, reader).items()
    ]
    return sorted(found, key=lambda one: (-len(one.endorsements), -one.level, one.skill))


def given(userid: str) -> list[tuple[str, str]]:
    """Return (user id, skill id) of what this person endorses and still sees."""
    found = rules.kept().given.get(userid, ())
    return [(owner, skill_id) for owner, skill_id in found if skill_id in rules.rows(owner, userid)]


def _endorsed(owner: str, skill_id: str, level: int, reader: str, words: dict, asked) -> Endorsed:
    found = [
        Endorsement(endorser, moment, words.get(experience, ""), not people.has_access(endorser))
        for endorser, (moment, experience) in rules.kept().endorsers(owner, skill_id).items()
    ]
    found.sort(key=lambda one: one.moment, reverse=True)
    mine = next((one for one in found if one.endorser == reader), None)
    why = deriving.reason_of(owner, skill_id, level, asked)
    return Endorsed(skill_id, level, tuple(found), mine, why)
