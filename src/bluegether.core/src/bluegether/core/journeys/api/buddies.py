"""The buddy of a newcomer: proposed, chosen, declined."""

from bluegether.core import _
from bluegether.core.journeys.api.arrivals import buddy_of
from bluegether.core.journeys.api.arrivals import guides
from bluegether.core.journeys.api.arrivals import journey
from bluegether.core.journeys.api.rules import can_guide
from bluegether.core.journeys.api.rules import known_person
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.api.trees import setting
from bluegether.core.journeys.api.trees import toggle
from bluegether.core.journeys.api.trees import writable
from bluegether.core.journeys.storage import Journey
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from datetime import timedelta


MOST = 2  # newcomers of one buddy before they are no longer proposed
PROPOSED = 5
DAYS_IN_A_MONTH = 30.4


def propose_buddies(userid: str, *, actor: str) -> list:
    """Return at most PROPOSED accounts that could be this newcomer's buddy, those with fewest newcomers first.

    Of the same unit, here for the months that the setting says, not away, leaving or the manager, and not one who
    declined. Looks at a bounded number of people, those who arrived last before that date. Raises Missing, NotAllowed.
    """
    found = journey(userid, actor=actor)
    _check(found, actor)
    before = now() - timedelta(days=DAYS_IN_A_MONTH * setting("buddy_months"))
    unit = people.account(userid).unit
    fits = [one for one in people.arrived_before(before) if one.unit == unit and _could_be(found, one)]
    return sorted(fits, key=lambda one: len(buddy_of(one.userid)))[:PROPOSED]


def choose_buddy(userid: str, buddy: str, *, actor: str) -> Journey:
    """Give the newcomer a buddy (user id or full name), another one, or none for an empty text.

    Raises Missing, NotAllowed (only HR and the manager), Conflict when it ended, Invalid for the newcomer, a client,
    somebody without access, who declined or who is leaving.
    """
    found = journey(userid, actor=actor)
    _check(found, actor)
    chosen = known_person(buddy, field="buddy") if buddy.strip() else ""
    if chosen == userid:
        raise Invalid(_("A newcomer is not their own buddy."), field="buddy")
    if chosen in found.declined:
        raise Invalid(_("This person declined to be the buddy."), field="buddy")
    if chosen and _is_leaving(chosen):
        raise Invalid(_("This person is leaving."), field="buddy")
    if chosen != found.buddy:
        _set(found, chosen)
        tell("journeys.buddy", thing=userid, actor=actor, recipients=[chosen, userid] if chosen else [])
    return found


def decline_buddy(userid: str, *, actor: str) -> None:
    """Say that one cannot be this newcomer's buddy. Raises Missing, NotAllowed for who is not, Conflict."""
    found = journey(userid, actor=actor)
    if found.buddy != actor:
        raise NotAllowed(_("You are not this newcomer's buddy."))
    _check_runs(found)
    found.declined = (*found.declined, actor)
    _set(found, "")
    tell("journeys.declined", thing=userid, actor=actor, recipients=guides(userid))


def release_buddy(buddy: str) -> None:
    """Leave the newcomers of somebody who goes without a buddy, and tell who chooses one."""
    for userid in buddy_of(buddy):
        _set(kept().journeys[userid], "")
        tell("journeys.declined", thing=userid, actor=buddy, recipients=guides(userid))


def _check(found: Journey, actor: str) -> None:
    if not can_guide(found.userid, actor):
        raise NotAllowed(_("Only HR and the manager choose a buddy."))
    _check_runs(found)


def _check_runs(found: Journey) -> None:
    if found.ended is not None:
        raise Conflict(_("This arrival has ended."))


def _set(found: Journey, buddy: str) -> None:
    trees = writable()
    toggle(trees.buddies, (found.buddy, found.userid), False)
    found.buddy = buddy
    if buddy:
        trees.buddies.insert((buddy, found.userid))


def _could_be(found: Journey, person) -> bool:
    userid = person.userid
    others = (found.userid, people.manager_of(found.userid), *found.declined)
    if userid in others or person.kind in ("client", "partner"):
        return False
    here = people.has_access(userid) and people.away(userid) is None and not _is_leaving(userid)
    return here and len(buddy_of(userid)) < MOST


def _is_leaving(userid: str) -> bool:
    trees = kept()
    return trees is not None and userid in trees.departures
