"""What the company says of a person, changed: unit, job, kind, manager, employee number."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import local
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.accounts import account_of
from bluegether.core.people.api.accounts import DIRECTION
from bluegether.core.people.api.accounts import follow_profile
from bluegether.core.people.api.accounts import index_name
from bluegether.core.people.api.accounts import member_named
from bluegether.core.people.api.accounts import unindex_name
from bluegether.core.people.api.persons import follow_account
from bluegether.core.people.api.persons import person as content_of
from bluegether.core.people.api.profile import named_skills
from bluegether.core.people.api.profile import values_of
from bluegether.core.people.api.roles import is_hr
from bluegether.core.people.api.rules import check_person
from bluegether.core.people.api.rules import check_text
from bluegether.core.people.api.rules import KINDS
from bluegether.core.people.storage import Account
from bluegether.core.people.storage import free_key
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import link_report
from bluegether.core.people.storage import note_expiries
from bluegether.core.people.storage import note_skills
from bluegether.core.people.storage import People
from bluegether.core.people.storage import unlink_report
from bluegether.core.people.storage import writable
from datetime import date
from datetime import UTC
from plone import api


# What `update_account` takes; the name and the mail address are Plone's, which hears of them.
RECORD = ("fullname", "email", "kind", "employment", "unit", "job", "manager", "matricule")
PLONES = {"fullname", "email"}
CHECKED = ("fullname", "email", "kind", "employment", "unit", "job")
MAX_MATRICULE = 40


def can_update_account(userid: str) -> bool:
    """Return whether this person changes what the company says of others: HR and administrators."""
    return is_hr(userid)


def update_account(userid: str, *, actor: str, **values: str) -> Account:
    """Change what the company says of a person (any of RECORD) and return it; roles follow the kind.

    A manager is named by user id or full name. Raises NotAllowed (not HR; one's own kind), Missing, Invalid for a bad
    value (a manager who reports to the person, an unknown unit), Conflict for a mail address that is another's.
    """
    if not can_update_account(actor):
        raise NotAllowed(_("Only HR changes what the company says of people."))
    person = account(userid)
    if person is None:
        raise Missing(_("There is no such person."))
    changed = _changed(person, values)
    _check(person, changed, actor)
    if changed:
        _change(writable(api.portal.get()), person, changed)
    return person


def manager_of(userid: str) -> str:
    """Return the user id of the person's manager, empty without one."""
    person = account(userid)
    return person.manager if person is not None else ""


def team(userid: str) -> list[str]:
    """Return the user ids of those whose manager this person is."""
    people = stored(api.portal.get(), KEY)
    return list(people.reports.get(userid, ())) if people is not None else []


def change_manager(userid: str, manager: str) -> None:
    """Give a person another manager, or none, whoever acts; the caller has checked that it can be."""
    person = account(userid)
    if person.manager != manager:
        _change(writable(api.portal.get()), person, {"manager": manager})


def change_arrival(userid: str, day: date) -> None:
    """Note on which day somebody arrived, whoever acts; the caller has checked that it can be.

    An arrival that runs keeps its days, a career counts from the day that it knew.
    """
    person, people = account(userid), writable(api.portal.get())
    moment = local(person.arrived)
    key = int(person.arrived.timestamp() * 1_000_000)
    for old in [old for old, other in people.arrivals.items(min=key) if other == userid][:1]:
        del people.arrivals[old]
    person.arrived = moment.replace(year=day.year, month=day.month, day=day.day).astimezone(UTC)
    people.arrivals[free_key(people.arrivals, person.arrived)] = userid
    follow_account(person)


def forget_ties(people: People, person: Account) -> None:
    """Take a person who goes out of every tree but the accounts; their people have no manager then."""
    people.absences.pop(person.userid, None)
    note_expiries(people, person.userid, ())
    content = content_of(person.userid)
    if content is not None:
        note_skills(people, person.userid, named_skills(values_of(content)), set())
    unlink_report(people, person)
    for userid in list(people.reports.get(person.userid, ())):
        change_manager(userid, "")


def _changed(person: Account, values: dict) -> dict:
    """Return what would change, what follows from it included."""
    for name, value in values.items():
        if name not in RECORD or not isinstance(value, str):
            raise Invalid(_("${name} cannot be read.", mapping={"name": name[:40]}), field=name[:40])
    found = {name: value.strip() for name, value in values.items()}
    if found.get("manager"):
        found["manager"] = member_named(found["manager"]) or found["manager"]
    if found.get("kind", person.kind) != "consultant":
        found.setdefault("employment", "")
    return {name: value for name, value in found.items() if value != getattr(person, name)}


def _check(person: Account, changed: dict, actor: str) -> None:
    whole = {name: changed.get(name, getattr(person, name)) for name in RECORD}
    check_person(**{name: whole[name] for name in CHECKED})
    check_text(whole["matricule"], field="matricule", maximum=MAX_MATRICULE)
    if "kind" in changed and actor == person.userid:
        raise NotAllowed(_("Nobody changes their own kind of account: ask a colleague."), field="kind")
    if changed.get("manager"):
        check_manager(person, changed["manager"])
    if "email" in changed and account_of(changed["email"]) not in ("", person.userid):
        raise Conflict(_("Somebody has an account with this mail address."), field="email")


def check_manager(person: Account, manager: str) -> None:
    """Raise Invalid when this cannot be the person's manager."""
    chief = account(manager)
    if chief is None or chief.kind == "client":
        raise Invalid(_("There is no such member."), field="manager")
    seen = set()
    while chief is not None and chief.userid not in seen:
        if chief.userid == person.userid:
            raise Invalid(_("Somebody cannot be above and below the same person."), field="manager")
        seen.add(chief.userid)
        chief = account(chief.manager)


def _change(people: People, person: Account, changed: dict) -> None:
    before = person.kind
    unindex_name(people, person)
    unlink_report(people, person)
    for name in changed.keys() - PLONES:
        setattr(person, name, changed[name])
    link_report(people, person)
    index_name(people, person)
    if person.kind != before:
        _give_roles(person, before)
    if changed.keys() & PLONES:
        _tell_plone(person, {name: changed[name] for name in PLONES & changed.keys()})
    else:
        follow_account(person)


def _tell_plone(person: Account, properties: dict) -> None:
    member = api.user.get(userid=person.userid)
    if member is not None:
        member.setMemberProperties(properties)
    follow_profile(person.userid, **properties)


def _give_roles(person: Account, before: str) -> None:
    """Exchange the roles of the kind; a client keeps no other role and no group: what is granted to members is not."""
    roles = api.portal.get().acl_users.portal_role_manager
    if person.kind == "client":
        roles.assignRolesToPrincipal(list(KINDS["client"]), person.userid)
    else:
        for role in set(KINDS[before]) - set(KINDS[person.kind]):
            roles.removeRoleFromPrincipal(role, person.userid)
        for role in KINDS[person.kind]:
            roles.assignRoleToPrincipal(role, person.userid)
    _give_groups(person)


def _give_groups(person: Account) -> None:
    source = api.portal.get().acl_users.source_groups
    groups = set(source.getGroupsForPrincipal(api.user.get(userid=person.userid)))
    leaves = groups if person.kind == "client" else groups & {DIRECTION}
    if person.kind != "direction":
        for group in leaves:
            source.removePrincipalFromGroup(person.userid, group)
    elif DIRECTION in source.getGroupIds():
        source.addPrincipalToGroup(person.userid, DIRECTION)
