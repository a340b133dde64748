"""The verbs and questions of people: accounts, kinds, units."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.events import AccountCreated
from bluegether.core.people.storage import Account
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from datetime import datetime
from plone import api
from zope.event import notify
import re
import secrets


# Kind of account -> global roles. A client is no Member: nothing of the network is granted to them.
KINDS = {
    "consultant": ("Member", "Consultant"),
    "staff": ("Member", "Staff"),
    "direction": ("Member", "Director"),
    "partner": ("Member", "Partner"),
    "client": ("Client",),
}
EMPLOYMENTS = ("employee", "freelance", "")
USERID = re.compile(r"[a-z][a-z0-9._-]{1,63}\Z")


def units() -> dict[str, str]:
    """Return identifier -> title of the company's units."""
    return api.portal.get_registry_record("bluegether.people.units", default=None) or {}


def account(userid: str) -> Account | None:
    """Return what the company says of this person, or None."""
    people = stored(api.portal.get(), KEY)
    return people.accounts.get(userid) if people is not None else None


def newcomers(limit: int = 6) -> list[Account]:
    """Return the people who arrived last, newest first, clients left out; wakes at most twice the limit."""
    people = stored(api.portal.get(), KEY)
    if people is None:
        return []
    found = []
    keys = people.arrivals.keys()
    for position in range(len(keys) - 1, max(-1, len(keys) - 1 - 2 * limit), -1):
        person = people.accounts.get(people.arrivals[keys[position]])
        if person is not None and person.kind != "client":
            found.append(person)
    return found[:limit]


def create_account(
    userid: str,
    *,
    fullname: str,
    email: str,
    kind: str,
    employment: str = "",
    unit: str = "",
    job: str = "",
    arrived: datetime | None = None,
    password: str | None = None,
    actor: str = "",
) -> Account:
    """Create a person's account with the roles of its kind and return it.

    Without `password` the account has a random one that nobody knows. Raises Invalid for a bad value,
    Conflict for a user id that is, or ever was, somebody's.
    """
    _validate(userid, kind=kind, employment=employment, unit=unit)
    people = store(api.portal.get(), KEY, People)
    if userid in people.used_ids or api.user.get(userid=userid) is not None:
        raise Conflict(_("The user id ${userid} is, or was, somebody's.", mapping={"userid": userid}), field="userid")
    # Not through the registration tool: it lets people give only roles that they have; here the kind decides.
    site = api.portal.get()
    site.acl_users.userFolderAddUser(userid, password or secrets.token_urlsafe(32), KINDS[kind], [])
    api.user.get(userid=userid).setMemberProperties({"fullname": fullname, "email": email})
    person = Account(
        userid, fullname=fullname, kind=kind, employment=employment, unit=unit, job=job, arrived=arrived or now()
    )
    people.used_ids.insert(userid)
    people.accounts[userid] = person
    people.arrivals[_free_key(people.arrivals, person.arrived)] = userid
    notify(AccountCreated(api.portal.get(), userid=userid, actor=actor or userid))
    return person


def _validate(userid: str, *, kind: str, employment: str, unit: str) -> None:
    if not USERID.match(userid):
        raise Invalid(
            _("A user id is 2 to 64 lower-case letters, digits, dots and dashes, and starts with a letter."),
            field="userid",
        )
    if kind not in KINDS:
        raise Invalid(_("${kind} is no kind of account.", mapping={"kind": kind}), field="kind")
    if employment not in EMPLOYMENTS or (employment and kind != "consultant"):
        raise Invalid(_("Only a consultant is an employee or a freelance."), field="employment")
    if unit and unit not in units():
        raise Invalid(_("${unit} is no unit of the company.", mapping={"unit": unit}), field="unit")


def _free_key(tree, moment: datetime) -> int:
    key = int(moment.timestamp() * 1_000_000)
    while key in tree:
        key += 1
    return key
