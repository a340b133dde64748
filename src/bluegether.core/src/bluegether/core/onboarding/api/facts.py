"""What the portal knows by itself of a step. Nothing here writes."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.people import api as people
from dataclasses import dataclass
from plone import api


SHOWN = 5
CANDIDATES = 200
OWNERS = (
    "Animator",
    "Director",
    "Finance Referent",
    "HR Referent",
    "Sales Referent",
    "Sponsor",
    "Staff",
    "Unit Manager",
)


@dataclass(frozen=True)
class Fact:
    """`holds`: the step is done; `text` says what was found; `path` shows it, relative to the site."""

    holds: bool
    text: str
    path: str = ""


def fact(step_id: str) -> Fact | None:
    """Return what the portal knows of this step, or None when it cannot know."""
    known = {"animator": _animator, "charter": _charter}
    return known[step_id]() if step_id in known else None


def name(userid: str) -> str:
    """Return how to show a person: the full name, else the user id."""
    person = people.account(userid)
    return person.fullname if person is not None else userid


def candidates(userid: str, current: str = "") -> list[tuple[str, str]]:
    """Return (user id, name) of those who may be given a step, by name: who has a function in the company.

    The person who asks and the present owner are among them; clients never are.
    """
    found = {userid, current} - {""}
    found.update(member for role in OWNERS for member in with_role(role))
    named = [(member, name(member)) for member in found if not _is_client(member)]
    return sorted(named, key=lambda pair: (pair[1].casefold(), pair[0]))[:CANDIDATES]


def with_role(role: str) -> list[str]:
    """Return the user ids that have this role in the site, of their own or by a group; sorted."""
    acl_users = api.portal.get_tool("acl_users")
    principals = {principal for principal, _title in acl_users.portal_role_manager.listAssignedPrincipals(role)}
    groups = principals & set(acl_users.source_groups.getGroupIds())
    members = {userid for group in groups for userid, _t in acl_users.source_groups.listAssignedPrincipals(group)}
    return sorted((principals - groups) | members)


def _is_client(userid: str) -> bool:
    person = people.account(userid)
    return person is not None and person.kind == "client"


def _animator() -> Fact:
    names = [name(userid) for userid in with_role("Animator")]
    if not names:
        return Fact(False, _("No member is in the group of animators yet."))
    shown = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
    return Fact(True, _("In the group of animators: ${names}.", mapping={"names": shown}))


def _charter() -> Fact:
    text = charter.reading()
    if text is None:
        return Fact(False, _("No version of the charter is in force yet."))
    named = {"title": text.title, "version": text.label}
    return Fact(True, _("In force: ${title}, version ${version}.", mapping=named), "/@@charter")
