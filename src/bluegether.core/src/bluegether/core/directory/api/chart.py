"""The company by who leads whom, and by unit; a branch at a time."""

from bluegether.core.directory.api.readers import view_of
from bluegether.core.directory.storage import view as sets
from bluegether.core.people import api as people
from dataclasses import dataclass


SIZE = 50
LONGEST = 50  # managers above somebody; a loop, which the people room refuses, would end here


@dataclass(frozen=True)
class Branch:
    """People of one branch, each (user id, how many they lead), and how many there are in all."""

    rows: tuple[tuple[str, int], ...]
    total: int


def team(reader: str, userid: str, *, start: int = 0) -> Branch:
    """Return those whom this person leads, as far as the reader may find them."""
    return _branch(view_of(reader), lambda view: view.having("manager", userid), start)


def tops(reader: str, *, start: int = 0) -> Branch:
    """Return those who lead somebody and are led by nobody who is here."""
    return _branch(view_of(reader), lambda view: _leading(view, sets.without(view.everybody, _led(view))), start)


def alone(reader: str, *, start: int = 0) -> Branch:
    """Return those who lead nobody and are led by nobody."""

    def found(view):
        free = sets.without(view.everybody, _led(view))
        return sets.without(free, _leading(view, free))

    return _branch(view_of(reader), found, start)


def unit(reader: str, unit_id: str, *, start: int = 0) -> Branch:
    """Return those of a unit who are led by nobody of it."""

    def found(view):
        members = view.having("unit", unit_id)
        return sets.without(members, sets.either([_team(view, chief) for chief in _chiefs(view, members)]))

    return _branch(view_of(reader), found, start)


def unit_sizes(reader: str) -> dict[str, int]:
    """Return unit -> how many people it has."""
    view = view_of(reader)
    found = {unit_id: len(view.having("unit", unit_id)) for unit_id in people.units()} if view is not None else {}
    return {unit_id: count for unit_id, count in found.items() if count}


def above(reader: str, userid: str) -> list[str]:
    """Return the user ids of those above this person, the highest first, as far as the reader may find them."""
    view = view_of(reader)
    found: list[str] = []
    chief = people.manager_of(userid)
    while view is not None and view.has(chief) and chief not in (userid, *found) and len(found) < LONGEST:
        found.insert(0, chief)
        chief = people.manager_of(chief)
    return found


def is_here(reader: str, userid: str) -> bool:
    """Return whether the reader may find this person."""
    view = view_of(reader)
    return view is not None and view.has(userid)


def _branch(view, found, start: int) -> Branch:
    if view is None:
        return Branch((), 0)
    numbers = sets.both(found(view), view.everybody)
    shown = view.people(sets.page(view.by_name(numbers), start, SIZE))
    return Branch(tuple((userid, len(_team(view, userid))) for userid in shown), len(numbers))


def _team(view, userid: str):
    return sets.both(view.having("manager", userid), view.everybody)


def _chiefs(view, among) -> list[str]:
    """Return the user ids of who leads somebody, of these people only."""
    return [userid for userid, _title in view.values("manager") if view.number(userid) in among]


def _led(view):
    return sets.either([view.having("manager", userid) for userid in _chiefs(view, view.everybody)])


def _leading(view, among):
    return view.numbers(_chiefs(view, among))
