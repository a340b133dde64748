"""The sync of accounts with the file that the HR system exports: a plan that changes nothing, then the deed.

It invites who is new, changes what the company says of who is known, plans the end of who leaves, and deletes nobody.
What it finds is found again when it is done, so that a second run finds nothing to do and writes nothing.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.api.access import end_access
from bluegether.core.people.api.access import keep_access
from bluegether.core.people.api.company import can_update_account
from bluegether.core.people.api.company import change_arrival
from bluegether.core.people.api.company import update_account
from bluegether.core.people.api.invitations import invitation
from bluegether.core.people.api.invitations import invite
from bluegether.core.people.api.many import KEPT_HOURS
from bluegether.core.people.api.many import Problem
from bluegether.core.people.api.sync_plan import INVITE
from bluegether.core.people.api.sync_plan import Item
from bluegether.core.people.api.sync_plan import Plan
from bluegether.core.people.api.sync_plan import plan_export
from bluegether.core.people.api.sync_plan import REFUSED
from bluegether.core.people.api.sync_sheet import read_export
from bluegether.core.people.storage import free_key
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import Upload
from bluegether.core.people.storage import writable
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from plone import api
import os
import tempfile
import transaction
import zc.lockfile


DAYS = frozenset({"arrived", "leaves"})
INVITED = ("userid", "fullname", "email", "kind", "employment", "unit", "job")


def can_sync(userid: str) -> bool:
    """Return whether this person syncs accounts: HR and administrators."""
    return can_update_account(userid)


def plan_sync(data: bytes, *, actor: str) -> Plan:
    """Return what this file would change, changing nothing. Raises NotAllowed, Invalid for a file that is none."""
    if not can_sync(actor):
        raise NotAllowed(_("Only HR syncs accounts."))
    return plan_export(data, actor=actor)


def apply_sync(plan: Plan, *, actor: str, many: bool = False) -> Iterator[Item]:
    """Do the plan line by line, yielding each line when it is done as a whole, or refused with its problems.

    Whoever iterates may commit after each, or stop: the rest is found by the next plan. `many` confirms unusually many
    departures. Raises NotAllowed; Conflict for those, and while another sync runs.
    """
    if not can_sync(actor):
        raise NotAllowed(_("Only HR syncs accounts."))
    if plan.too_many and not many:
        message = _("${count} people would leave: confirm that so many are meant.", mapping={"count": plan.too_many})
        raise Conflict(message, field="many")
    return _steps(plan, actor)


def keep_export(data: bytes, *, actor: str) -> None:
    """Keep a file for its sender for a day; raise NotAllowed, Invalid when it cannot be read."""
    if not can_sync(actor):
        raise NotAllowed(_("Only HR syncs accounts."))
    read_export(data)
    people = writable(api.portal.get())
    earlier = people.uploads.get(_key(actor))
    if earlier is not None:
        people.due.pop(earlier.due, None)
    people.uploads[_key(actor)] = upload = Upload(data)
    upload.due = free_key(people.due, now() + timedelta(hours=KEPT_HOURS))
    people.due[upload.due] = ("uploads", _key(actor))


def kept_export(*, actor: str) -> bytes:
    """Return the file that this person sent. Raises Missing."""
    people = stored(api.portal.get(), KEY)
    found = people.uploads.get(_key(actor)) if people is not None else None
    if found is None:
        raise Missing(_("There is no file: choose it again."))
    return found.data


@contextmanager
def only_sync() -> Iterator[None]:
    """Hold the one place for a sync on this server, in every process and thread; raise Conflict when it is taken.

    The operating system frees it, however the holder ends; nothing is written into the database for it.
    """
    folder = Path(os.environ.get("BLUEGETHER_VAR") or tempfile.gettempdir())
    try:
        lock = zc.lockfile.LockFile(str(folder / "sync-accounts.lock"))
    except zc.lockfile.LockError:
        raise Conflict(_("Another sync is running. Wait until it has ended.")) from None
    try:
        yield
    finally:
        lock.close()


def forget_sync(people, userid: str, matricule: str) -> None:
    """Erase what syncs remember of somebody."""
    for tree, key in ((people.synced_ends, userid), (people.synced_invitations, matricule)):
        if key in tree:
            del tree[key]


def _steps(plan: Plan, actor: str) -> Iterator[Item]:
    with only_sync():
        for item in plan.to_do():
            before = transaction.savepoint(optimistic=True)
            try:
                _do(item, actor)
            except BluegetherError as error:
                before.rollback()
                item.act = REFUSED
                item.problems.append(Problem(error.field or "", error.message))
            yield item


def _do(item: Item, actor: str) -> None:
    if item.act == INVITE:
        _invite(item, actor)
        return
    values = {name: new for name, (_old, new) in item.changes.items() if name not in DAYS}
    if values:
        update_account(item.userid, actor=actor, **values)
    if "arrived" in item.changes:
        change_arrival(item.userid, item.changes["arrived"][1])
    if "leaves" in item.changes:
        _plan_end(item.userid, item.changes["leaves"][1], actor)


def _invite(item: Item, actor: str) -> None:
    person = {name: new for name, (_old, new) in item.changes.items() if name in INVITED}
    token = invite(**person, invited_by=actor)
    if item.row.matricule:
        writable(api.portal.get()).synced_invitations[item.row.matricule] = invitation(token).id


def _plan_end(userid: str, last, actor: str) -> None:
    people = writable(api.portal.get())
    if last is None:
        keep_access(userid, actor=actor)
        people.synced_ends.pop(userid, None)
    else:
        end_access(userid, when=end_of(last), actor=actor)
        people.synced_ends[userid] = last


def _key(actor: str) -> str:
    return f"sync:{actor}"  # no user id has a colon
