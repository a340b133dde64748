"""The room's storage as the verbs use it, and the times at which the timer looks again."""

from bluegether.core.journeys.storage import Journeys
from bluegether.core.journeys.storage import KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import start_of
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api


MORNING = timedelta(hours=8)


def kept() -> Journeys | None:
    """Return the room's trees, None before the first write. For questions."""
    return stored(api.portal.get(), KEY)


def writable() -> Journeys:
    """Return the room's trees. For verbs."""
    return store(api.portal.get(), KEY, Journeys)


def morning(day: date) -> datetime:
    """Return the moment of this day at which people are reminded: eight o'clock in the site's zone."""
    return start_of(day) + MORNING


def schedule(moment: datetime, what: str, userid: str, detail: str = "") -> None:
    """Let the timer meet this at the moment; whoever meets it checks that it still holds."""
    due = writable().due
    key = int(moment.timestamp() * 1_000_000)
    while key in due:
        key += 1
    due[key] = (what, userid, detail)


def toggle(tree, key, there: bool) -> None:
    """Put the key into a set, or take it out; twice is once."""
    if there:
        tree.insert(key)
    elif key in tree:
        tree.remove(key)


def among(tree, *start: str) -> list[tuple]:
    """Return the keys of a set of tuples that begin with these, in order."""
    return list(tree.keys(min=start, max=(*start, "\uffff"))) if tree is not None else []


def setting(name: str) -> int:
    """Return a number of IJourneysSettings."""
    return api.portal.get_registry_record(f"bluegether.journeys.{name}")
