"""Who may do what in this room; the verbs, the pages and the menu ask here."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.rewards.storage import KEY
from bluegether.core.rewards.storage import Rewards
from plone import api


def earns(userid: str) -> bool:
    """Return whether this person has a ledger: whoever has an account, but clients."""
    person = people.account(userid) if userid else None
    return person is not None and person.kind != "client"


def can_write_rules(userid: str) -> bool:
    """Return whether this person drafts rules and puts them in force: direction, and no administrator."""
    return "Director" in people.roles_of(userid)


def can_handle_orders(userid: str) -> bool:
    """Return whether this person approves and delivers orders, and keeps the catalogue: HR and direction."""
    return bool({"HR Referent", "Director"} & people.roles_of(userid))


def can_reverse(userid: str) -> bool:
    """Return whether this person reverses entries: HR and direction."""
    return bool({"HR Referent", "Director"} & people.roles_of(userid))


def can_pay(userid: str) -> bool:
    """Return whether this person sees amounts to pay, with names, and settles them: finance and direction."""
    return bool({"Finance Referent", "Director"} & people.roles_of(userid))


def require(allowed: bool) -> None:
    """Raise NotAllowed unless it is allowed."""
    if not allowed:
        raise NotAllowed(_("You may not do this."))


def kept() -> Rewards | None:
    """Return the room's trees to read, None before the first write."""
    return stored(api.portal.get(), KEY)


def trees() -> Rewards:
    """Return the room's trees to change, made by the first write."""
    return store(api.portal.get(), KEY, Rewards)


def name_of(userid: str) -> str:
    """Return the name of somebody who decided; who was erased has none."""
    person = people.account(userid) if userid else None
    return person.fullname if person is not None else ""
