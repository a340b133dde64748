"""The seam to matching: what a need asks for, as matching reads it; who fits, which needs fit somebody, and why."""

from bluegether.core.kit.errors import Missing
from bluegether.core.matching import api as matching
from bluegether.core.matching.api import Match
from bluegether.core.matching.api import Matches
from bluegether.core.matching.api import Requirement
from bluegether.core.needs import storage
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.storage import Record
from bluegether.core.skills import api as skills
from plone import api


def criteria() -> dict:
    """Return the criteria that may exclude somebody, name -> title."""
    return {name: matching.TITLES[name] for name in matching.CRITERIA}


def follow(record: Record) -> None:
    """Let matching know what the need asks for while it is in progress, and forget it otherwise."""
    if record.state in rules.VISIBLE:
        matching.keep(record.uid, requirement(record))
    else:
        matching.drop(record.uid)


def drop(uid: str) -> None:
    """Let matching forget the need."""
    matching.drop(uid)


def requirement(record: Record) -> Requirement:
    """Return what the need asks for, as matching reads it; skills that are no more are left out."""
    return Requirement(
        required=_present(record.required),
        welcome=_present(record.welcome),
        start=record.start,
        end=record.end,
        share=record.share,
        places=(record.place,) if record.place else (),
        remote=record.remote,
        sector=record.sector,
        hard=record.hard,
    )


def ranked(need, *, reader: str, limit: int = 20, cursor: str = "") -> Matches:
    """Return who fits the need, best first. Raises NotAllowed for who does not decide about candidates."""
    rules.require_handler(reader)
    return matching.rank(requirement(records.record(need)), reader=reader, limit=limit, cursor=cursor)


def fit(record: Record, userid: str, *, reader: str) -> Match | None:
    """Return how this person fits, as the reader may know it; None for somebody of whom matching knows nothing."""
    try:
        return matching.explain(requirement(record), userid, reader=reader)
    except Missing:
        return None


def needs_for(userid: str, limit: int = 20) -> list[tuple[Record, Match]]:
    """Return (need, match) of the needs that this person may see and that fit them best."""
    kept = storage.read_all(api.portal.get())
    found = matching.needs_for(userid, limit, only=lambda uid: _sees(kept.record(uid), userid))
    return [(kept.record(uid), match) for uid, match in found]


def _sees(record: Record | None, userid: str) -> bool:
    return record is not None and rules.sees(record, userid)


def _present(rows: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    levels: dict[str, int] = {}
    for skill_id, level in rows:
        found = skills.current(skill_id)
        if found:
            levels[found] = max(level, levels.get(found, 0))
    return tuple(levels.items())
