"""What the portal holds about a person: all of it exported, all of it erased."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.people.api.absence import forget_replacement
from bluegether.core.people.api.access import forget_closing
from bluegether.core.people.api.accounts import unindex_name
from bluegether.core.people.api.closings import closing
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.company import forget_ties
from bluegether.core.people.api.identities import forget_identities
from bluegether.core.people.api.identities import identities_of
from bluegether.core.people.api.invitations import forget_invitation
from bluegether.core.people.api.invitations import invitations_of
from bluegether.core.people.api.login import empty_login
from bluegether.core.people.api.login import forget_leftovers
from bluegether.core.people.api.persons import delete_person
from bluegether.core.people.api.profile import exported_profile
from bluegether.core.people.api.requests import forget_request
from bluegether.core.people.api.roles import INVITE_ALL
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.api.sync import forget_sync
from bluegether.core.people.events import PersonForgotten
from bluegether.core.people.storage import Invitation
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from bluegether.core.people.storage import writable
from plone import api
from zope.component import getAdapters
from zope.event import notify


def can_handle_data(userid: str) -> bool:
    """Return whether this person exports and erases the data of others: HR and administrators."""
    return bool(roles_of(userid) & INVITE_ALL)


def can_see(person, userid: str) -> bool:
    """Return whether this member sees the profile of `person` (an account): clients only who invites."""
    return person.kind != "client" or bool(roles_of(userid) & (INVITE_ALL | {"Animator"}))


def personal_data(userid: str, *, actor: str) -> dict:
    """Return room -> what it holds about this person, as JSON-compatible data.

    Everybody gets their own; others' only HR. Raises NotAllowed, Missing for a person who is not there.
    """
    if actor != userid and not can_handle_data(actor):
        raise NotAllowed(_("Only HR exports the data of others."))
    _known(userid)
    return {name: room.export(userid) for name, room in _rooms()}


def erase(userid: str, *, actor: str) -> None:
    """Erase a person: each room's data, then the account and the login. The user id is never given again.

    Raises NotAllowed, Missing, Conflict for oneself.
    """
    if not can_handle_data(actor):
        raise NotAllowed(_("Only HR erases people."))
    if actor == userid:
        raise Conflict(_("Nobody erases their own account: ask a colleague."))
    _known(userid)
    _erase(userid)


def erase_left(userid: str) -> None:
    """Erase somebody whose access is over, without an actor: time does it. Raises Missing, Conflict when it is not."""
    _known(userid)
    if not has_ended(userid):
        raise Conflict(_("This person still has access."))
    _erase(userid)


def _erase(userid: str) -> None:
    for _name, room in _rooms():
        room.erase(userid)
    empty_login(userid)
    if api.user.get(userid=userid) is not None:
        with api.env.adopt_roles(["Manager"]):
            api.user.delete(username=userid)
    forget_leftovers(userid)


def held(userid: str) -> dict:
    """Return what the people room itself holds about this person."""
    people = stored(api.portal.get(), KEY)
    person = people.accounts.get(userid) if people is not None else None
    if person is None:
        return {}
    email = person.email
    fields = ("userid", "fullname", "kind", "employment", "unit", "job", "manager", "matricule")
    return {
        "account": {name: getattr(person, name) for name in fields} | {"arrived": person.arrived.isoformat()},
        "email": email,
        "access": _closing_data(closing(userid)),
        "identities": [{"provider": provider, "subject": subject} for provider, subject in identities_of(userid)],
        "invitations": [_invitation_data(one) for one in invitations_of(people, userid, email)],
        "requests": [_request_data(one) for one in _requests_of(people, email)],
        "profile": exported_profile(userid),
    }


def forget(userid: str) -> None:
    """Erase what the people room itself holds about this person; the user id stays used."""
    people = stored(api.portal.get(), KEY)
    if people is None or userid not in people.accounts:
        return
    people = writable(api.portal.get())
    email = people.accounts[userid].email
    for one in invitations_of(people, userid, email):
        forget_invitation(people, one)
    for one in people.invitations.values():
        _forget_inviter(one, userid)
    for one in _requests_of(people, email):
        forget_request(people, one)
    arrived = int(people.accounts[userid].arrived.timestamp() * 1_000_000)
    for key in [key for key, value in people.arrivals.items(min=arrived) if value == userid]:
        del people.arrivals[key]
    people.emails.pop(email, None)
    upload = people.uploads.pop(userid, None)
    if upload is not None:
        people.due.pop(upload.due, None)
    unindex_name(people, people.accounts[userid])
    forget_closing(userid)
    forget_replacement(userid)
    forget_identities(people, userid)
    forget_sync(people, userid, people.accounts[userid].matricule)
    forget_ties(people, people.accounts[userid])
    delete_person(userid)
    del people.accounts[userid]
    people.used_ids.insert(userid)
    notify(PersonForgotten(api.portal.get(), userid=userid))


def _forget_inviter(one: Invitation, userid: str) -> None:
    """Leave an invitation of somebody else without the name of who sent, renewed or withdrew it."""
    if one.invited_by == userid:
        one.invited_by = ""
    if any(who == userid for _moment, who, _what in one.history):
        one.history = tuple((moment, "" if who == userid else who, what) for moment, who, what in one.history)


def _known(userid: str) -> None:
    people = stored(api.portal.get(), KEY)
    if people is None or userid not in people.accounts:
        raise Missing(_("There is no such person."))


def _rooms():
    return sorted(getAdapters((api.portal.get(),), IPersonalData))


def _requests_of(people: People, email: str) -> list:
    return [one for one in people.requests.values() if one.email.lower() == email]


def _closing_data(found) -> dict:
    if found is None:
        return {}
    return {
        "ends": found.ends.isoformat() if found.ends else None,
        "suspended_until": found.until.isoformat() if found.until else None,
        "reason": found.reason,
    }


def _invitation_data(one) -> dict:
    return {
        "email": one.email,
        "kind": one.kind,
        "state": one.state,
        "invited_by": one.invited_by,
        "created": one.created.isoformat(),
        "history": [{"at": moment.isoformat(), "by": who, "what": what} for moment, who, what in one.history],
    }


def _request_data(one) -> dict:
    return {"fullname": one.fullname, "message": one.message, "state": one.state, "created": one.created.isoformat()}
