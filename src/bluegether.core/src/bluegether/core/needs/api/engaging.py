"""From the client's yes to the mission: a proposal is a forecast, an accepted candidate of a won need a mission."""

from bluegether.core import _
from bluegether.core.kit.clock import start_of
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions import api as missions
from bluegether.core.needs import storage
from bluegether.core.needs.api import clients
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.api import tracing
from bluegether.core.needs.storage import Candidate
from bluegether.core.needs.storage import Record
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from decimal import Decimal
from plone import api
from plone.uuid.interfaces import IUUID


# States of a candidate that engage them, as far as one may foresee.
FORECAST = ("proposed", "interview", "accepted")
USUAL = timedelta(days=90)


@dataclass(frozen=True)
class Draft:
    """What the mission would be, before anybody has changed it."""

    title: str
    client: str
    client_name: str
    userids: tuple[str, ...]
    start: date | None
    end: date | None
    share: int


def forecasts(userid: str, *, without: str = "") -> list[Record]:
    """Return the needs for which this person is proposed, but for one of them; nothing of it is confirmed."""
    kept = storage.read_all(api.portal.get())
    uids = [uid for uid, state in kept.candidacies.get(userid, {}).items() if state in FORECAST and uid != without]
    found = [kept.record(uid) for uid in uids]
    return [one for one in found if one is not None and one.state in rules.VISIBLE]


def waiting(need) -> list[Candidate]:
    """Return the accepted candidates of whom no mission was made."""
    return [one for one in storage.read_one(need).candidates.values() if one.state == "accepted" and not one.mission]


def created_missions(need) -> list[str]:
    """Return the UIDs of the missions that were made of it, the caller asking who may see them."""
    return sorted({one.mission for one in storage.read_one(need).candidates.values() if one.mission})


def draft(need, *, actor: str) -> Draft | None:
    """Return the mission to make of a won need, None while there is none to make."""
    found = waiting(need)
    if api.content.get_state(need) != "won" or not found or not rules.can_handle(actor):
        return None
    end = need.end or (need.start + USUAL if need.start else None)
    userids = tuple(one.userid for one in found)
    name = clients.name_of(need.client, actor)
    return Draft(need.title, need.client or "", name, userids, need.start, end, need.share or 100)


def create_mission(
    need, *, actor: str, title: str, start: date | None, end: date | None, share: int, accept: bool = False
):
    """Create the mission of all accepted candidates, confirmed, and return it.

    Raises NotAllowed, Conflict when it was made or nothing was won, Invalid, Overload (409) unless `accept`.
    """
    rules.require_handler(actor)
    planned = draft(need, actor=actor)
    if planned is None:
        raise Conflict(_("There is no mission to create (any more)."))
    if not planned.client:
        raise Invalid(_("Choose a client of the list in the need first."), field="client")
    if start is None or end is None:
        raise Invalid(_("A mission needs a first and a last day."), field="start" if start is None else "end")
    rows = [
        {"userid": userid, "start": start, "end": end, "share": share, "confirmed": True} for userid in planned.userids
    ]
    made = missions.create_mission(
        actor=actor,
        title=title or planned.title,
        client=planned.client,
        consultants=rows,
        accept=accept,
        **_values(need, actor),
    )
    _remember(need, planned, IUUID(made), start, actor)
    return made


def _values(need, actor: str) -> dict:
    found = {
        "place": need.place or "",
        "remote": need.remote,
        "context": need.background or "",
        "skills": [row["skill"] for row in (need.required_skills or ())],
    }
    if clients.sees_amounts(actor) and need.rate_max is not None and need.rate_min in (None, need.rate_max):
        found["rate"] = Decimal(need.rate_max)
    return found


def _remember(need, planned: Draft, mission: str, start: date, actor: str) -> None:
    for userid in planned.userids:
        storage.write_one(need).candidates[userid].mission = mission
        tracing.note(need, "mission", actor, candidate=userid, mission=mission)
    storage.write_all(api.portal.get()).note(records.record(need).uid, "started", start_of(start))
