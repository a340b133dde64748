"""Accounts: who has one, and how one comes into being."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.people.api.closings import has_access
from bluegether.core.people.api.persons import create_person
from bluegether.core.people.api.persons import follow_account
from bluegether.core.people.api.persons import reserved
from bluegether.core.people.api.rules import check_person
from bluegether.core.people.api.rules import check_userid
from bluegether.core.people.api.rules import KINDS
from bluegether.core.people.events import AccountCreated
from bluegether.core.people.storage import Account
from bluegether.core.people.storage import free_key
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from bluegether.core.people.storage import writable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from plone import api
from zope.event import notify
import secrets
import unicodedata


# Group that the site gives direction; a capital letter, because users and groups share one space of names.
DIRECTION = "Direction"


@dataclass(frozen=True)
class Batch:
    """Some rows of a listing and how many there are in all."""

    rows: list
    total: int


def account(userid: str) -> Account | None:
    """Return what the company says of this person, or None."""
    people = stored(api.portal.get(), KEY)
    return people.accounts.get(userid) if people is not None else None


def account_of(email: str) -> str:
    """Return the user id of whose mail address this is, empty for nobody's."""
    people = stored(api.portal.get(), KEY)
    return people.emails.get(email.lower(), "") if people is not None else ""


def member_named(text: str) -> str:
    """Return the user id that this text means: a user id, or a full name that only one person has; else empty."""
    people = stored(api.portal.get(), KEY)
    if people is None or not text or text in people.accounts:
        return text if people is not None and text in people.accounts else ""
    name = folded(text)
    found = [userid for _name, userid in people.names.keys(min=(name,), max=(f"{name}\0",))]
    return found[0] if len(found) == 1 else ""


def accounts(*, text: str = "", kind: str = "", unit: str = "", start: int = 0, size: int = 25) -> Batch:
    """Return people by name, those whose name, job or user id holds `text`; wakes the accounts of the page only.

    Without a filter nothing before the page is read either.
    """
    if not (text or kind or unit):
        return _page(start, size)
    found = userids(text=text, kind=kind, unit=unit)
    return Batch([account(userid) for userid in found[start : start + size]], len(found))


def _page(start: int, size: int) -> Batch:
    people = stored(api.portal.get(), KEY)
    keys = people.names.keys() if people is not None else ()
    return Batch([account(userid) for _name, userid in keys[start : start + size]], len(keys))


def userids(*, text: str = "", kind: str = "", unit: str = "") -> list[str]:
    """Return the user ids of those people, by name; reads the index of names and wakes no account."""
    people = stored(api.portal.get(), KEY)
    wanted = folded(text)
    return [
        userid
        for (_name, userid), (its_kind, its_unit, searched) in (people.names.items() if people is not None else ())
        if kind in ("", its_kind) and unit in ("", its_unit) and wanted in searched
    ]


def named(text: str) -> frozenset[str]:
    """Return the user ids of those whose name holds this text, without case and accents; wakes no account."""
    people, wanted = stored(api.portal.get(), KEY), folded(text)
    return frozenset(userid for name, userid in (people.names if people is not None else ()) if wanted in name)


def newcomers(limit: int = 6) -> list[Account]:
    """Return the people who arrived last, newest first, without clients and who left; wakes at most twice the limit."""
    people = stored(api.portal.get(), KEY)
    if people is None:
        return []
    found = []
    keys = people.arrivals.keys()
    for position in range(len(keys) - 1, max(-1, len(keys) - 1 - 2 * limit), -1):
        person = people.accounts.get(people.arrivals[keys[position]])
        if person is not None and person.kind != "client" and has_access(person.userid):
            found.append(person)
    return found[:limit]


def arrived_before(moment: datetime, *, limit: int = 200) -> Iterator[Account]:
    """Yield the people who arrived before the moment, last first, at most `limit`; wakes one after the other."""
    people = stored(api.portal.get(), KEY)
    keys = people.arrivals.keys(max=int(moment.timestamp() * 1_000_000)) if people is not None else ()
    for position in range(len(keys) - 1, max(-1, len(keys) - 1 - limit), -1):
        yield people.accounts[people.arrivals[keys[position]]]


def is_new(userid: str, *, days: int = 7) -> bool:
    """Return whether this person came in the last days: what is new may do less in an hour. False for nobody."""
    person = account(userid)
    return person is not None and now() - person.arrived < timedelta(days=days)


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

    Without `password` the account has a random one that nobody knows. Direction also joins the group of that name.
    Raises Invalid for a bad value, Conflict for a user id that is, or ever was, somebody's.
    """
    check_userid(userid)
    check_person(fullname=fullname, email=email, kind=kind, employment=employment, unit=unit, job=job)
    people = writable(api.portal.get())
    if taken(people, userid):
        raise Conflict(_("The user id ${userid} is, or was, somebody's.", mapping={"userid": userid}), field="userid")
    _create_user(userid, password or secrets.token_urlsafe(32), fullname=fullname, email=email, kind=kind)
    person = Account(
        userid, fullname=fullname, kind=kind, employment=employment, unit=unit, job=job, arrived=arrived or now()
    )
    person.email = email.lower()
    people.used_ids.insert(userid)
    people.accounts[userid] = person
    index_name(people, person)
    people.emails[email.lower()] = userid
    people.arrivals[free_key(people.arrivals, person.arrived)] = userid
    create_person(person)
    notify(AccountCreated(api.portal.get(), userid=userid, actor=actor or userid))
    return person


def index_name(people: People, person: Account) -> None:
    """Let listings find this person by name without waking them."""
    searched = folded(f"{person.fullname} {person.job} {person.userid}")
    people.names[(folded(person.fullname), person.userid)] = (person.kind, person.unit, searched)


def unindex_name(people: People, person: Account) -> None:
    """Take the person out of the index of names, before the name changes or the person goes."""
    people.names.pop((folded(person.fullname), person.userid), None)


def taken(people: People, userid: str) -> bool:
    """Return whether the user id is, or ever was, somebody's, or cannot be an address of a profile."""
    return reserved(userid) or userid in people.used_ids or api.user.get(userid=userid) is not None


def folded(text: str) -> str:
    """Return the text without case and accents, to search and sort by."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _create_user(userid: str, password: str, *, fullname: str, email: str, kind: str) -> None:
    # Not through the registration tool: it lets people give only roles that they have; here the kind decides.
    site = api.portal.get()
    site.acl_users.userFolderAddUser(userid, password, KINDS[kind], [])
    api.user.get(userid=userid).setMemberProperties({"fullname": fullname, "email": email})
    if kind == "direction" and api.group.get(DIRECTION) is not None:
        with api.env.adopt_roles(["Manager"]):
            api.group.add_user(groupname=DIRECTION, username=userid)


def follow_profile(userid: str, *, fullname: str = "", email: str = "") -> None:
    """Take over a name or mail address that was changed in the person's Plone profile."""
    person = account(userid)
    renamed = person is not None and fullname and fullname != person.fullname
    moved = person is not None and email and email.lower() != person.email
    if not renamed and not moved:
        return
    people = writable(api.portal.get())
    if renamed:
        unindex_name(people, person)
        person.fullname = fullname
        index_name(people, person)
    if moved:
        if people.emails.get(person.email) == userid:
            del people.emails[person.email]
        person.email = email.lower()
        people.emails[person.email] = userid
    follow_account(person)
