"""Clients: which there are, what is shown of them, how one comes into being."""

from bluegether.core import _
from bluegether.core.kit import found
from bluegether.core.kit.annotation import store
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.missions.api.folders import ensure
from bluegether.core.missions.api.reindexing import reindex
from bluegether.core.missions.api.rules import can_manage
from bluegether.core.missions.api.rules import concerned
from bluegether.core.missions.api.rules import is_member
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.api.rules import sees_business
from bluegether.core.missions.api.telling import tell_people
from bluegether.core.missions.storage import ClientRecord
from bluegether.core.missions.storage import KEY
from bluegether.core.missions.storage import Missions
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import FORMER
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID


def clients() -> list[ClientRecord]:
    """Return every client by name, whoever may know of it; wakes none."""
    trees = kept()
    found_clients = trees.clients.values() if trees is not None else ()
    return sorted(found_clients, key=lambda one: (people.folded(one.title), one.uid))


def client(uid: str) -> ClientRecord | None:
    """Return what lists know of a client, or None, whoever may know of it."""
    trees = kept()
    return trees.clients.get(uid) if trees is not None else None


def client_choices(reader: str) -> list[tuple[str, str]]:
    """Return (UID, name) of the clients that this person may know of, by name; none for client accounts."""
    if not is_member(reader) and not sees_business(reader):
        return []
    everything = sees_business(reader)
    return [(one.uid, one.title) for one in clients() if everything or not one.confidential]


def client_shown(uid: str, reader: str) -> str:
    """Return the client's name as this person may know it; empty when it is confidential to them, or nobody's."""
    record = client(uid)
    if record is None or not (is_member(reader) or sees_business(reader)):
        return ""
    return record.title if not record.confidential or sees_client(uid, reader) else ""


def sees_client(uid: str, reader: str) -> bool:
    """Return whether this person sees a confidential client: business, its account manager, who works there."""
    record = client(uid)
    if record is None or not reader:
        return False
    if record.account_manager == reader or sees_business(reader):
        return True
    trees = kept()
    return any(concerned(trees.records[mission], reader) for mission in trees.of_client.get(uid, ()))


def managed_by(userid: str) -> list[ClientRecord]:
    """Return the clients whose account manager this person is, by name."""
    trees = kept()
    uids = trees.of_manager.get(userid, ()) if trees is not None else ()
    return sorted((trees.clients[uid] for uid in uids), key=lambda one: people.folded(one.title))


def create_client(*, actor: str, title: str, **values):
    """Create a client and return it. Raises NotAllowed, Invalid."""
    if not can_manage(actor):
        raise NotAllowed(_("Only sales and direction keep clients and missions."))
    _check(title, values.get("account_manager") or "", None)
    folder = ensure()[0]
    return createContentInContainer(folder, "Client", checkConstraints=False, title=title, **values)


def change_client(content) -> None:
    """Settle a client, and let the catalog find its missions by what it is called and for who manages it now.

    Raises as `settle_client` does.
    """
    before = client(IUUID(content))
    settle_client(content)
    content.reindexObject()
    content.reindexObjectSecurity()
    after = client(IUUID(content))
    if before is not None and (before.title, before.confidential) != (after.title, after.confidential):
        uids = list(kept().of_client.get(after.uid, ()))
        tell_people(userid for uid in uids for userid in kept().records[uid].userids)
    if before is None or (before.title, before.account_manager) == (after.title, after.account_manager):
        return
    for uid in list(kept().of_client.get(after.uid, ())):
        reindex(uid)


def settle_client(content) -> None:
    """Check a client that was added or changed, and keep what lists know of it.

    Raises Conflict for a change made from an old revision, Invalid for a name that is taken or nobody as manager.
    """
    uid = IUUID(content)
    trees = store(api.portal.get(), KEY, Missions)
    before = trees.clients.get(uid)
    if before is not None and content.revision != before.revision:
        raise Conflict(_("This was changed meanwhile, in another window or by somebody else. Reload the page."))
    _check(content.title or "", content.account_manager or "", before, uid)
    content.revision = before.revision + 1 if before is not None else 1
    record = ClientRecord(
        uid,
        content.title,
        content.sector or "",
        content.account_manager or "",
        bool(content.confidential),
        content.revision,
    )
    trees.put_client(record)


def forget_client(content, *, alone: bool = True) -> None:
    """Forget a client that is deleted. Raises Conflict while missions name it, unless the whole folder goes."""
    trees, uid = kept(), IUUID(content)
    if trees is None:
        return
    if alone and trees.of_client.get(uid):
        raise Conflict(_("This client has missions: it cannot be deleted."))
    trees.drop_client(uid)


def give_clients(userid: str, to: str, *, actor: str) -> None:
    """Make somebody else the account manager of all clients of a person who leaves. Raises Invalid."""
    if people.account(to) is None or people.account(to).kind == "client":
        raise Invalid(_("There is no such member."), field="to")
    for record in managed_by(userid):
        content = found.anything(record.uid)
        if content is not None:
            content.account_manager = to
            change_client(content)


def _check(title: str, manager: str, before: ClientRecord | None, uid: str = "") -> None:
    if not title.strip():
        raise Invalid(_("This is required."), field="title")
    taken = [one for one in clients() if one.title.casefold() == title.strip().casefold() and one.uid != uid]
    if taken:
        raise Invalid(_("There is a client of this name already."), field="title")
    known = people.account(manager)
    if before is not None and before.account_manager == manager:
        return
    if manager and (known is None or known.kind == "client" or FORMER.match(manager)):
        raise Invalid(_("There is no such member."), field="account_manager")
