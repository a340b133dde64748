"""Things that wait for a person, gathered from the rooms."""

from bluegether.core.kit.interfaces import ITodos
from dataclasses import dataclass
from datetime import datetime
from zope.component import getAdapters


@dataclass(frozen=True)
class Todo:
    """One thing to do: `title` is translatable, `url` is where it is done, `due` an aware datetime or None."""

    title: str
    url: str
    due: datetime | None = None
    count: int = 1


def todos(site, request) -> list[Todo]:
    """Return what waits for the signed-in person in every room, what is due first."""
    found = [todo for _name, room in getAdapters((site, request), ITodos) for todo in room.todos()]
    return sorted(found, key=lambda todo: (todo.due is None, todo.due.timestamp() if todo.due else 0))
