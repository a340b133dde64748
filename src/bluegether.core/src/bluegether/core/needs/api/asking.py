"""Translating a need: experts of its skills are asked once to look at it, also when a skill comes later."""

from bluegether.core.expertise import api as expertise
from bluegether.core.kit.notice import tell
from bluegether.core.needs import storage
from bluegether.core.needs.api import records
from plone import api
from plone.uuid.interfaces import IUUID


PER_SKILL = 15


def ask(need) -> list[str]:
    """Tell the experts of those skills whose experts were not asked yet; return their user ids."""
    record = records.record(need)
    if not records.visible(need):
        return []
    room = storage.read_one(need)
    fresh = [skill for skill, _level in (*record.required, *record.welcome) if skill not in room.asked_skills]
    if not fresh:
        return []
    found = [one for one in _experts(fresh, record.manager) if one not in room.asked]
    room = storage.write_one(need)
    room.asked_skills.update(fresh)
    room.asked.update(found)
    kept = storage.write_all(api.portal.get())
    for userid in found:
        kept.trace(userid, IUUID(need))
    tell("needs.asked", thing=IUUID(need), actor=record.manager, recipients=found)
    return found


def experts(need, *, reader: str, limit: int = 8) -> list[tuple[str, str]]:
    """Return (user id, skill id) of experts of the need's skills whom this reader may know as such, each once."""
    record = records.record(need)
    found: dict[str, str] = {}
    for skill, _level in (*record.required, *record.welcome):
        for one in expertise.experts(skill, reader=reader, size=limit).items:
            found.setdefault(one.userid, skill)
        if len(found) >= limit:
            break
    return list(found.items())[:limit]


def _experts(skill_ids: list[str], reader: str) -> list[str]:
    found = [one.userid for skill in skill_ids for one in expertise.experts(skill, reader=reader, size=PER_SKILL).items]
    return list(dict.fromkeys(found))
