"""Lists of needs, from the compact records: no need is woken for them."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.needs import storage
from bluegether.core.needs.api import rules
from bluegether.core.needs.storage import Record
from bluegether.core.skills import api as skills
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from plone import api


@dataclass(frozen=True)
class Criteria:
    """What a list is narrowed down to; empty is everything."""

    states: tuple[str, ...] = rules.VISIBLE
    skill: str = ""  # id; those below it count too
    place: str = ""
    remote: str = ""
    starts_by: date | None = None
    manager: str = ""


@dataclass(frozen=True)
class Page:
    """A part of a list, and how many there are."""

    rows: list[Record]
    total: int


def needs(criteria: Criteria, *, reader: str, start: int = 0, size: int = 25) -> Page:
    """Return the needs that this reader may see, what entered its state last first."""
    rows = list(_found(criteria, reader))
    return Page(rows[start : start + size], len(rows))


def counts(*, reader: str, manager: str = "") -> dict[str, int]:
    """Return state -> number of needs that this reader may see."""
    everything = rules.sees_all(reader)
    kept = storage.read_all(api.portal.get())
    found = {}
    for state in rules.STATES if everything else rules.VISIBLE:
        if everything and not manager:
            found[state] = len(kept.order.get(state, ()))
        else:
            found[state] = sum(1 for _one in _found(Criteria(states=(state,), manager=manager), reader))
    return found


def overdue(userid: str) -> list[Record]:
    """Return the needs that this person follows whose deadline has passed while they are in progress."""
    return [one for one in followed(userid) if one.state in rules.VISIBLE and one.deadline and one.deadline < today()]


def resumable(userid: str) -> list[Record]:
    """Return the postponed needs that this person follows whose day has come."""
    return [one for one in followed(userid) if one.state == "postponed" and one.until and one.until <= today()]


def followed(userid: str) -> list[Record]:
    """Return the needs that this person follows, in any state."""
    kept = storage.read_all(api.portal.get())
    return [kept.record(uid) for uid in kept.managers.get(userid, ())]


def candidacies(userid: str) -> list[tuple[Record, str]]:
    """Return (need, state) of this person's own candidacies, the latest need first."""
    kept = storage.read_all(api.portal.get())
    found = [(kept.record(uid), state) for uid, state in kept.candidacies.get(userid, {}).items()]
    known = [(record, state) for record, state in found if record is not None]
    return sorted(known, key=lambda pair: pair[0].since, reverse=True)


def record_of(uid: str, *, reader: str) -> Record | None:
    """Return the record of a need that this reader may see, or is a candidate for; else None."""
    kept = storage.read_all(api.portal.get())
    found = kept.record(uid)
    known = found is not None and (rules.sees(found, reader) or uid in kept.candidacies.get(reader, ()))
    return found if known else None


def naming_skill(skill_id: str) -> int:
    """Return how many needs name the skill."""
    return len(storage.read_all(api.portal.get()).skills.get(skill_id, ()))


def follow_merge(old: str, new: str) -> None:
    """Count the needs of a skill under the one that took it over; rows are read through the taxonomy."""
    kept = storage.read_all(api.portal.get())
    for uid in list(kept.skills.get(old, ())):
        record = kept.record(uid)
        if record is None:
            continue
        changed = record._replace(required=_moved(record.required, old, new), welcome=_moved(record.welcome, old, new))
        kept.keep(changed, {new if one == old else one for one in kept.named.get(uid, ())})


def days(moment) -> int:
    """Return how many whole days ago this was."""
    return max(0, (now() - moment).days)


def _moved(rows: tuple, old: str, new: str) -> tuple:
    levels: dict[str, int] = {}
    for skill, level in rows:
        name = new if skill == old else skill
        levels[name] = max(level, levels.get(name, 0))
    return tuple(levels.items())


def _found(criteria: Criteria, reader: str) -> Iterator[Record]:
    everything = rules.sees_all(reader)
    if not everything and not rules.may("BlueGether: View Needs", reader):
        return
    wanted = {criteria.skill, *skills.descendants(criteria.skill)} if criteria.skill else set()
    place = skills.key(criteria.place)
    kept = storage.read_all(api.portal.get())
    for record in _merged(kept, criteria.states):
        if (everything or (record.state in rules.VISIBLE and not record.internal)) and _fits(
            record, criteria, wanted, place
        ):
            yield record


def _merged(kept, states) -> Iterator[Record]:
    for _moment, uid in merge(*(kept.order.get(state, ()) for state in states)):
        yield kept.record(uid)


def _fits(record: Record, criteria: Criteria, wanted: set, place: str) -> bool:
    named = {skill for skill, _level in (*record.required, *record.welcome)}
    return (
        (not wanted or bool(wanted & named))
        and (not place or place in skills.key(record.place))
        and (not criteria.remote or record.remote == criteria.remote)
        and (criteria.starts_by is None or (record.start is not None and record.start <= criteria.starts_by))
        and (not criteria.manager or record.manager == criteria.manager)
    )
