"""What happened to a mission, as the reader may know it."""

from bluegether.core.kit.annotation import stored
from bluegether.core.missions.api.rules import can_view_amounts
from bluegether.core.missions.storage import FACTS_KEY
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from itertools import islice


AMOUNTS = frozenset({"rate", "cost", "orders"})
PRIVATE = frozenset({"evaluated"})  # of the people concerned: not told to everybody who may view the mission


@dataclass(frozen=True)
class Line:
    """One thing that happened; `values` are plain."""

    at: datetime
    actor: str
    what: str
    values: dict


def history(mission, *, reader: str, start: int = 0, size: int = 25) -> tuple[list[Line], int]:
    """Return a page of what happened, the newest first, and how many lines there are; never what an amount was."""
    facts = stored(mission, FACTS_KEY)
    if facts is None:
        return [], 0
    keys = facts.history.keys()
    known = [_line(keys[at], facts.history[keys[at]], reader) for at in range(len(keys) - 1, -1, -1)]
    lines = [line for line in known if line is not None]
    return list(islice(lines, start, start + size)), len(lines)


def _line(key: int, entry: tuple, reader: str) -> Line | None:
    actor, what, values = entry
    if what in PRIVATE:
        return None
    if "fields" in values and not can_view_amounts(reader):
        left = [name for name in values["fields"] if name not in AMOUNTS]
        if not left and values["fields"]:
            return None
        values = values | {"fields": left}
    return Line(datetime.fromtimestamp(key / 1_000_000, UTC), actor, what, values)
