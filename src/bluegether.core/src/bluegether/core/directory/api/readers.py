"""Who reads, and so what the directory tells them."""

from bluegether.core.directory.storage import KEY
from bluegether.core.directory.storage.view import View
from bluegether.core.kit.access import NETWORK_ROLES
from bluegether.core.kit.annotation import stored
from bluegether.core.people import api as people
from bluegether.core.people.api.roles import BUSINESS as SEE_BUSINESS
from bluegether.core.people.api.roles import INVITE_ALL
from bluegether.core.people.api.roles import roles_of
from plone import api


EVERYONE = "everyone"
BUSINESS = "business"
CLIENTS = "clients"  # what is filed about clients, for those who see clients at all
SEE_CLIENTS = INVITE_ALL | {"Animator"}


def audiences(reader: str) -> tuple[str, ...]:
    """Return the audiences that this person belongs to; none for a client and for nobody.

    Who filed what decides which people are in an audience (`people.sees_group`); these are their names.
    """
    account = people.account(reader)
    roles = roles_of(reader)
    if NETWORK_ROLES.isdisjoint(roles) or (account is not None and account.kind == "client"):
        return ()
    found = [EVERYONE, f"me:{reader}"]
    if account is not None and account.unit:
        found.append(f"unit:{account.unit}")
    found += [BUSINESS] if roles & SEE_BUSINESS else []
    found += [CLIENTS] if roles & SEE_CLIENTS else []
    return tuple(found)


def view_of(reader: str) -> View | None:
    """Return the index as this person may see it, or None when it is empty or not for them."""
    kept = stored(api.portal.get(), KEY)
    found = audiences(reader)
    return View(kept, found) if kept is not None and found else None


def public_view() -> View | None:
    """Return the index as every member may see it."""
    kept = stored(api.portal.get(), KEY)
    return View(kept, (EVERYONE,)) if kept is not None else None
