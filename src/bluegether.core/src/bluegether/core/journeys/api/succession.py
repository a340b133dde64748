"""Who takes over what somebody held: listed by the rooms (`IHandover`), a successor for each or for all."""

from bluegether.core import _
from bluegether.core.journeys.api.departures import departure
from bluegether.core.journeys.api.departures import note
from bluegether.core.journeys.api.departures import planned
from bluegether.core.journeys.api.rules import can_plan
from bluegether.core.journeys.api.rules import known_person
from bluegether.core.journeys.api.trees import among
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.api.trees import toggle
from bluegether.core.journeys.api.trees import writable
from bluegether.core.journeys.storage import Departure
from bluegether.core.journeys.storage import Handed
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from plone import api
from zope.component import getAdapters
from zope.component import queryAdapter


ALL = ""  # the area of whoever takes over what has no successor of its own


def held(userid: str) -> dict[str, list[Holding]]:
    """Return area -> what this person holds there now, areas without anything left out."""
    found = {name: room.held(userid) for name, room in sorted(getAdapters((api.portal.get(),), IHandover))}
    return {name: holdings for name, holdings in found.items() if holdings}


def set_successor(userid: str, to: str, *, area: str = ALL, actor: str) -> Departure:
    """Say who takes an area over (user id or full name), or nobody for an empty text.

    Raises NotAllowed (only HR), Missing for an unknown area, Conflict when the last day is over, Invalid for the person
    themselves, somebody without access, or somebody who leaves too.
    """
    found = planned(userid, actor=actor)
    if area != ALL and queryAdapter(api.portal.get(), IHandover, area) is None:
        raise Missing(_("There is no such area."))
    chosen = known_person(to, field="to") if to.strip() else ""
    if chosen == userid:
        raise Invalid(_("Nobody succeeds themselves."), field="to")
    if chosen and chosen in kept().departures:
        raise Invalid(_("This person is leaving, too."), field="to")
    if chosen != found.successors.get(area, ""):
        _set(found, area, chosen)
        note(found, actor, "successor")
        if chosen:
            tell("departures.successor", thing=userid, actor=actor, recipients=[chosen])
    return found


def hand_over(userid: str, area: str, *, actor: str) -> Handed:
    """Hand an area over before the last day: HR, or who leaves. Raises Missing, NotAllowed, Conflict, its errors."""
    found = departure(userid, actor=actor)
    if actor != userid and not can_plan(actor):
        raise NotAllowed(_("Only HR and who leaves hand things over."))
    if found.state != "planned":
        raise Conflict(_("This departure is not planned, or the last day is over."))
    to = successor(found, area)
    if not to:
        raise Conflict(_("Nobody takes this over yet: choose a successor first."))
    return _hand_over(found, area, to, actor)


def hand_all_over(found: Departure, fallback: str, *, actor: str) -> None:
    """Hand over whatever is left, to the successor, or to `fallback` when there is none or the room refuses them.

    An area that nobody can take is noted for HR.
    """
    for area in held(found.userid):
        candidates = dict.fromkeys((successor(found, area), fallback))
        refused = _("Nobody takes this over yet: choose a successor first.")
        for to in [one for one in candidates if one and people.has_access(one)]:
            try:
                _hand_over(found, area, to, actor)
                break
            except BluegetherError as error:
                refused = error.message
        else:
            count = sum(one.count for one in held(found.userid).get(area, ()))
            found.handed = (*found.handed, Handed(area, "", now(), count, refused))


def successor(found: Departure, area: str = ALL) -> str:
    """Return who takes this area over, empty for nobody."""
    return found.successors.get(area) or found.successors.get(ALL, "")


def taking_over(userid: str) -> list[str]:
    """Return those whose successor this person is while they are still here."""
    trees = kept()
    return [leaver for _successor, leaver in among(trees.successions, userid)] if trees is not None else []


def took_over(userid: str) -> str:
    """Return who took over from somebody who left: for all areas, or for the first one; empty for nobody."""
    trees = kept()
    found = trees.departures.get(userid) if trees is not None else None
    if found is None or found.state != "done":
        return ""
    return successor(found) or next(iter(found.successors.values()), "")


def _hand_over(found: Departure, area: str, to: str, actor: str) -> Handed:
    room = queryAdapter(api.portal.get(), IHandover, area)
    if room is None:
        raise Missing(_("There is no such area."))
    count = sum(one.count for one in room.held(found.userid))
    room.hand_over(found.userid, to, actor=actor)
    handed = Handed(area, to, now(), count)
    if count:
        found.handed = (*found.handed, handed)
        tell("departures.handed", thing=found.userid, actor=actor, recipients=[to])
    return handed


def _set(found: Departure, area: str, chosen: str) -> None:
    before = set(found.successors.values())
    others = {name: to for name, to in found.successors.items() if name != area}
    found.successors = others | ({area: chosen} if chosen else {})
    after = set(found.successors.values())
    for successor_id in before | after:
        toggle(writable().successions, (successor_id, found.userid), successor_id in after)
