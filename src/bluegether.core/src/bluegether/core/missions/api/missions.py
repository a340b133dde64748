"""Missions: what is shown of them to whom, how one comes into being."""

from bluegether.core import _
from bluegether.core.kit import found
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.missions.api.clients import client
from bluegether.core.missions.api.clients import client_shown
from bluegether.core.missions.api.folders import ensure
from bluegether.core.missions.api.rules import can_manage
from bluegether.core.missions.api.rules import is_member
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.api.rules import may_view
from bluegether.core.missions.interfaces import Shown
from bluegether.core.missions.storage import ClientRecord
from bluegether.core.missions.storage import Record
from plone import api
from plone.dexterity.utils import createContentInContainer


def create_mission(
    *, actor: str, title: str, client: str, consultants: list[dict] = (), accept: bool = False, **values
):
    """Create a mission and return it; `consultants` are rows {userid, start, end, share, confirmed}.

    Raises NotAllowed, Invalid, Overload (unless `accept`): undo the transaction then.
    """
    if not can_manage(actor):
        raise NotAllowed(_("Only sales and direction keep clients and missions."))
    values |= {"title": title, "client": client, "consultants": list(consultants), "overload_accepted": accept}
    values["_v_actor"] = actor  # whom the history names, while it is added
    return createContentInContainer(ensure()[1], "Mission", checkConstraints=False, **values)


def record(uid: str) -> Record | None:
    """Return what lists know of a mission, or None, whoever may know of it."""
    trees = kept()
    return trees.records.get(uid) if trees is not None else None


def missions_of(userid: str, *, reader: str = "") -> list[Shown]:
    """Return this person's missions as the reader (who is signed in) may know them, running ones first, then latest.

    Colleagues know title and client of those that run or have ended, nothing of those of a confidential client.
    """
    reader = reader or api.user.get_current().getId() or ""
    trees = kept()
    mine = trees.people.get(userid, ()) if trees is not None else ()
    uids = dict.fromkeys(period.mission_uid for period in reversed(mine))
    seen = [shown(trees.records[uid], reader, userid=userid) for uid in uids]
    return sorted((one for one in seen if one is not None), key=lambda one: not one.running)


def clients_now(userid: str) -> list[ClientRecord]:
    """Return the clients that this person works for today, whoever may know of it. Wakes nothing."""
    trees = kept()
    day = today()
    mine = trees.people.get(userid, ()) if trees is not None else ()
    running = [trees.records[one.mission_uid] for one in mine if one.confirmed and one.start <= day <= one.end]
    found = dict.fromkeys(trees.clients.get(record.client) for record in running)
    return [one for one in found if one is not None]


def shown(record: Record, reader: str, *, userid: str = "") -> Shown | None:
    """Return the mission as this reader may know it, None when they may not; `userid` narrows the periods."""
    periods = tuple(sorted(period for other, period in record.periods if userid in ("", other)))
    day = today()
    running = any(one.confirmed and one.start <= day <= one.end for one in periods)
    if may_view(record, reader):
        return _whole(record, reader, periods, running)
    known = client(record.client)
    begun = any(one.confirmed and one.start <= day for one in periods)
    if not is_member(reader) or known is None or known.confidential or not begun:
        return None
    return Shown(record.uid, record.title, client=known.title, running=running)


def _whole(record: Record, reader: str, periods: tuple, running: bool) -> Shown:
    name = client_shown(record.client, reader)
    return Shown(
        record.uid,
        record.title,
        client=name,
        running=running,
        whole=True,
        client_uid=record.client,
        state=record.state,
        place=record.place,
        url=url(record.uid),
        periods=periods,
    )


def url(uid: str) -> str:
    """Return the address of a mission, without waking it."""
    return f"{api.portal.get().absolute_url()}/resolveuid/{uid}"


def mission(uid: str):
    """Return the mission for who acts, or None when they may not view it."""
    content = found.content(uid) if uid else None
    return content if content is not None and content.portal_type == "Mission" else None
