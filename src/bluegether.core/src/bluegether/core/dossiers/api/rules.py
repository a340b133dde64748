"""Who makes a dossier of whom."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from plone import api


SALES = "Sales Referent"
NETWORK = frozenset({"Member", "Manager", "Site Administrator"})


def can_make(userid: str, maker: str) -> bool:
    """Return whether `maker` makes dossiers of this person.

    The person of themself; HR, sales and the person's manager of those whose skills they may see; nobody of a client,
    no client of anybody.
    """
    account, person = people.account(userid), people.person(userid)
    if account is None or person is None or account.kind == "client" or not _is_of_network(maker):
        return False
    if userid == maker:
        return True
    return _has_business(userid, maker) and people.sees_group(person, "skills", maker)


def checked_person(userid: str, maker: str):
    """Return the Person; raise Missing when there is none that this maker may know of, NotAllowed when not theirs."""
    account, person = people.account(userid), people.person(userid)
    if account is None or person is None or not people.can_see(account, maker):
        raise Missing(_("There is no such person."))
    if not can_make(userid, maker):
        raise NotAllowed(_("You may not make a dossier of this person."))
    return person


def can_list_stale(userid: str) -> bool:
    """Return whether this person gets the list of profiles to refresh: HR of everybody, managers of their team."""
    return _is_of_network(userid) and (people.is_hr(userid) or bool(people.team(userid)))


def _has_business(userid: str, maker: str) -> bool:
    return people.is_hr(maker) or people.manager_of(userid) == maker or SALES in _roles(maker)


def _is_of_network(userid: str) -> bool:
    return bool(NETWORK & _roles(userid))


def _roles(userid: str) -> set[str]:
    current = api.user.get_current()
    member = current if current.getId() == userid else api.user.get(userid=userid)
    return set(member.getRoles()) if userid and member is not None else set()
