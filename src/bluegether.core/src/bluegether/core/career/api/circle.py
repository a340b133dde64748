"""The circle of a career: the person, their manager of today, HR. Nobody else, whatever their roles.

A career that somebody may not see and one that does not exist are the same answer: Missing.
"""

from bluegether.core import _
from bluegether.core.career.interfaces import HR
from bluegether.core.career.interfaces import MANAGER
from bluegether.core.career.interfaces import PERSON
from bluegether.core.career.storage import Interview
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from collections.abc import Iterable
from plone import api


HR_ROLE = "HR Referent"
OF_THE_COMPANY = ("consultant", "staff", "direction")


def has_career(userid: str) -> bool:
    """Return whether this person has a page: people of the company and its freelances, no partner, no client."""
    account = people.account(userid) if isinstance(userid, str) else None
    return account is not None and account.kind in OF_THE_COMPANY


def manager_of(owner: str) -> str:
    """Return the user id of the person's manager of today, or an empty one. Nobody manages themselves."""
    found = people.manager_of(owner)
    return found if found and found != owner else ""


def is_hr(userid: str) -> bool:
    """Return whether this is an HR referent of the company; administrators are none by being administrators."""
    if not userid or not has_career(userid):
        return False
    current = api.user.get_current()
    member = current if current.getId() == userid else api.user.get(userid=userid)
    return member is not None and HR_ROLE in member.getRoles()


def hr_people() -> list[str]:
    """Return the user ids of the HR referents of the company; for verbs and timers."""
    return [userid for userid in people.hr_referents() if has_career(userid)]


def sides(owner: str, userid: str) -> frozenset[str]:
    """Return what this reader is to the owner now: person; or manager, hr or both; empty for everybody else."""
    if not userid or not has_career(owner):
        return frozenset()
    if owner == userid:
        return frozenset({PERSON})
    found = set()
    if manager_of(owner) == userid and has_career(userid):
        found.add(MANAGER)
    if is_hr(userid):
        found.add(HR)
    return frozenset(found)


def enter(owner: str, userid: str) -> frozenset[str]:
    """Return the reader's sides; raise Missing when they have none."""
    found = sides(owner, userid)
    if not found:
        raise nothing()
    return found


def only_the_person(owner: str, userid: str) -> None:
    """Raise NotAllowed when the reader is in the circle and not the person, Missing when they are not in it."""
    if PERSON not in enter(owner, userid):
        raise NotAllowed(_("Only the person writes this."))


def nothing() -> Missing:
    """Return the one answer for what is not there and what is not for the reader."""
    return Missing(_("There is nothing here that you may see."))


def side_name(found: Iterable[str]) -> str:
    """Return the one side under which something is said: the manager's before HR's."""
    return next(side for side in (PERSON, MANAGER, HR) if side in found)


def lead_of(owner: str, one: Interview) -> str:
    """Return the user id of who leads: kept once held; before, the HR referent who took it, else today's manager."""
    if one.held is not None or one.state == "cancelled":
        return one.lead
    return one.hr_lead or manager_of(owner)


def manager_at(owner: str, one: Interview) -> str:
    """Return the user id of the manager at the time of the interview, today's while it is still to come."""
    if one.held is not None or one.state == "cancelled":
        return one.manager
    return manager_of(owner)


def sees_interview(owner: str, one: Interview, userid: str) -> bool:
    """Return whether this is one of the three: the person, the manager at the time or who led it, HR.

    A later manager sees it only if the person shares it with them, and as long as they are the manager.
    """
    if not userid or not has_career(owner) or not has_career(userid):
        return False
    if userid in (owner, manager_at(owner, one), lead_of(owner, one)):
        return True
    return (one.shared_with == userid and manager_of(owner) == userid) or is_hr(userid)
