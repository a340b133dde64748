"""When the last day is over: the access ends, what is left is handed over; later the person is erased.

What stays of who left: name, posts, comments, content, and a page that says since when they are gone and who took over.
After the setting's days everything personal is erased in every room, as when HR erases somebody: what they published
stays readable under "former member", the account, the login and the departure go, the user id is never given again.
"""

from bluegether.core.journeys.api.arrivals import close
from bluegether.core.journeys.api.arrivals import own_journey
from bluegether.core.journeys.api.buddies import release_buddy
from bluegether.core.journeys.api.departures import departure_of
from bluegether.core.journeys.api.departures import forget_departure
from bluegether.core.journeys.api.departures import involved
from bluegether.core.journeys.api.departures import note
from bluegether.core.journeys.api.succession import hand_all_over
from bluegether.core.journeys.api.succession import successor
from bluegether.core.journeys.api.tasks import pass_tasks_on
from bluegether.core.journeys.api.trees import schedule
from bluegether.core.journeys.api.trees import setting
from bluegether.core.journeys.api.trees import toggle
from bluegether.core.journeys.api.trees import writable
from bluegether.core.journeys.events import PersonLeft
from bluegether.core.journeys.storage import Departure
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from datetime import timedelta
from plone import api
from zope.event import notify


def leave(userid: str, day: str) -> None:
    """Complete a departure whose last day (ISO) is over; nothing for one that was moved or completed."""
    found = departure_of(userid)
    if found is None or found.state != "planned" or found.last_day.isoformat() != day:
        return
    if not people.has_ended(userid):  # HR gave the access back elsewhere: the person stays
        forget_departure(userid)
        return
    hand_all_over(found, _hr(found), actor="")
    pass_tasks_on(found)
    release_buddy(userid)
    own = own_journey(userid)
    if own is not None:
        close(own, "left")
    _complete(found)
    recipients = [*involved(found), *people.hr_referents()]
    tell("departures.left", thing=userid, actor="", recipients=recipients)
    notify(PersonLeft(api.portal.get(), userid=userid, successor=successor(found)))


def erase(userid: str, day: str) -> None:
    """Erase somebody who left on this day (ISO) long enough ago; nothing when they are gone already."""
    found = departure_of(userid)
    if found is not None and found.state == "done" and found.last_day.isoformat() == day:
        people.erase_left(userid)


def _complete(found: Departure) -> None:
    trees = writable()
    key = (found.last_day.isoformat(), found.userid)
    toggle(trees.leaving, key, False)
    trees.left.insert(key)
    for heir in set(found.successors.values()):
        toggle(trees.successions, (heir, found.userid), False)
    found.state = "done"
    note(found, "", "left")
    schedule(end_of(found.last_day) + timedelta(days=setting("erase_days")), "erase", found.userid, key[0])


def _hr(found: Departure) -> str:
    """Return the HR person who takes what nobody else does: who planned it, or another HR referent."""
    referents = people.hr_referents()
    if found.confirmed_by in referents:
        return found.confirmed_by
    return referents[0] if referents else ""
