"""Invitations: nobody has an account, nor a password, before they followed one and accepted the charter."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import mail
from bluegether.core.people.api.accounts import Batch
from bluegether.core.people.api.accounts import create_account
from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.accounts import taken
from bluegether.core.people.api.roles import INVITE_ALL
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.api.rules import check_person
from bluegether.core.people.api.rules import check_userid
from bluegether.core.people.api.rules import userid_from
from bluegether.core.people.storage import free_key
from bluegether.core.people.storage import Invitation
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from bluegether.core.people.storage import writable
from datetime import datetime
from datetime import timedelta
from plone import api
from secrets import token_urlsafe
from urllib.parse import quote
import hashlib


STATES = ("open", "accepted", "declined", "expired", "revoked")
ANIMATOR_INVITES = ("consultant", "staff", "partner")


def can_invite(kind: str, userid: str) -> bool:
    """Return whether this person may invite to this kind of account.

    HR and administrators invite to all; an animator only to the network: neither direction nor clients.
    """
    roles = roles_of(userid)
    return bool(roles & INVITE_ALL) or ("Animator" in roles and kind in ANIMATOR_INVITES)


def invite(
    *,
    userid: str = "",
    fullname: str,
    email: str,
    kind: str,
    employment: str = "",
    unit: str = "",
    job: str = "",
    invited_by: str,
    language: str = "",
    send: bool = True,
) -> str:
    """Invite a person, mail them the link unless `send` is False, and return its token.

    Without `userid` one is made from the full name. The token is kept nowhere. Raises Invalid for a bad value,
    NotAllowed when `invited_by` may not give this kind, Conflict when the user id or mail address is somebody's
    or has an open invitation.
    """
    fullname, email, job = fullname.strip(), email.strip(), job.strip()
    person = {"fullname": fullname, "email": email, "kind": kind, "employment": employment, "unit": unit, "job": job}
    check_person(**person)
    if not can_invite(kind, invited_by):
        raise NotAllowed(_("You may not invite to this kind of account."), field="kind")
    people = writable(api.portal.get())
    userid = userid or free_userid(people, fullname)
    check_free(people, userid, email)
    created = now()
    invitation = Invitation(
        free_key(people.invitations, created),
        userid=userid,
        invited_by=invited_by,
        created=created,
        language=known_language(language),
        **person,
    )
    people.invitations[invitation.id] = invitation
    return _open(people, invitation, actor=invited_by, what="invited", send=send)


def known_language(language: str) -> str:
    """Return the language if the site offers it, else the site's own."""
    offered = api.portal.get_tool("portal_languages").getSupportedLanguages()
    return language if language in offered else api.portal.get_default_language()


def free_userid(people: People | None, fullname: str, also_taken=()) -> str:
    """Return a user id made from the name that is nobody's, nobody's to be, and no group's."""
    derived = userid = userid_from(fullname)
    number = 1
    while userid in also_taken or (people is not None and _reserved(people, userid)):
        number += 1
        userid = f"{derived}{number}"
    return userid


def invitation(token: str) -> Invitation:
    """Return the open invitation that this token belongs to.

    Raises Missing for an unknown or altered token, Conflict for a used, declined, revoked, expired or replaced one.
    """
    people = stored(api.portal.get(), KEY)
    digest = _digest(token)
    found = people.invitations.get(people.tokens.get(digest, 0)) if people is not None else None
    if found is None:
        raise Missing(_("This invitation link is not valid. Use the whole link of the last mail that you received."))
    if found.digests[-1] != digest:
        raise Conflict(_("This link was replaced by a newer one. Use the last mail that you received."))
    if found.state == "accepted":
        raise Conflict(_("This invitation was already used. Log in, or ask for a new password."))
    if found.state == "open" and now() < found.expires:
        return found
    raise Conflict(_("This invitation is no longer valid. Ask the person who invited you for a new one."))


def redeem(token: str) -> str:
    """Create the invited person's account and return the address where they set their password; mail it too.

    Call it only when the charter was accepted. Raises as `invitation` does.
    """
    found = invitation(token)
    people = writable(api.portal.get())
    _close(people, found, "accepted", actor=found.userid)
    create_account(
        found.userid,
        fullname=found.fullname,
        email=found.email,
        kind=found.kind,
        employment=found.employment,
        unit=found.unit,
        job=found.job,
    )
    link = password_link(found.userid)
    mail.send_welcome(found, link)
    return link


def password_link(userid: str) -> str:
    """Return a new address where this person sets a password: Plone's own, valid once, with the user id filled in."""
    reset = api.portal.get_tool("portal_password_reset").requestReset(userid)
    return f"{api.portal.get().absolute_url()}/passwordreset/{reset['randomstring']}?userid={quote(userid)}"


def decline(token: str) -> Invitation:
    """Record that the person does not join; the token is then of no use. Raises as `invitation` does."""
    found = invitation(token)
    people = writable(api.portal.get())
    _close(people, found, "declined", actor="")
    people.used_ids.insert(found.userid)  # the charter's register names this person by it
    return found


def revoke(invitation_id: int, *, actor: str) -> None:
    """Take an open invitation back. Raises Missing, NotAllowed (kind that the actor cannot give), Conflict."""
    found = invitation_by_id(invitation_id, actor=actor)
    if found.state != "open":
        raise Conflict(_("Only an open invitation can be revoked."))
    _close(writable(api.portal.get()), found, "revoked", actor=actor)


def resend(invitation_id: int, *, actor: str, send: bool = True) -> str:
    """Send an open or expired invitation again with a new token, which it returns; the old one is dead.

    Raises Missing, NotAllowed, and Conflict when the invitation was answered, revoked, or the person is there by now.
    """
    found = invitation_by_id(invitation_id, actor=actor)
    people = writable(api.portal.get())
    if found.state not in ("open", "expired"):
        raise Conflict(_("Only an open or expired invitation can be sent again."))
    if found.state == "expired":
        check_free(people, found.userid, found.email)
    return _open(people, found, actor=actor, what="sent again", send=send)


def reopen(found: Invitation) -> str:
    """Return a new token of an open invitation for whom a directory of the company proved to be; no mail is sent."""
    return _open(writable(api.portal.get()), found, actor="", what="came through single sign-on", send=False)


def invitation_by_id(invitation_id: int, *, actor: str) -> Invitation:
    """Return an invitation that the actor may act upon; raise Missing or NotAllowed."""
    people = stored(api.portal.get(), KEY)
    found = people.invitations.get(invitation_id) if people is not None else None
    if found is None:
        raise Missing(_("There is no such invitation."))
    if not can_invite(found.kind, actor):
        raise NotAllowed(_("You may not invite to this kind of account."))
    return found


def invitations(*, state: str = "", text: str = "", start: int = 0, size: int = 25) -> Batch:
    """Return invitations, newest first, those whose name, mail address or user id holds `text`; wakes one page."""
    people = stored(api.portal.get(), KEY)
    if people is None:
        return Batch([], 0)
    wanted, moment = folded(text), _microseconds(now())
    found = [
        key
        for key, (words, its_state, expires) in people.invitation_index.items()
        if wanted in words and state in ("", "expired" if its_state == "open" and moment >= expires else its_state)
    ]
    found.reverse()
    return Batch([people.invitations[key] for key in found[start : start + size]], len(found))


def invitations_of(people: People, userid: str, email: str) -> list[Invitation]:
    """Return the invitations to this user id or mail address; wakes those only that may be it."""
    # A closed invitation to another address with the same user id was another person's, or the same one's: theirs too.
    sought = [folded(word) for word in (userid, email) if word]
    keys = [key for key, (words, *_) in people.invitation_index.items() if any(word in words for word in sought)]
    found = [people.invitations[key] for key in keys]
    return [one for one in found if one.userid == userid or one.email.lower() == email]


def index_invitation(people: People, found: Invitation) -> None:
    """Let listings find an invitation without waking it, after anything of it changed."""
    words = folded(f"{found.fullname} {found.email} {found.userid}")
    people.invitation_index[found.id] = (words, found.state, _microseconds(found.expires))


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)


def state_of(one: Invitation) -> str:
    """Return the invitation's state as of now, even when the timer has not run yet."""
    return "expired" if one.state == "open" and now() >= one.expires else one.state


def close_expired(people: People, found: Invitation) -> None:
    """Record that nobody answered in time."""
    _close(people, found, "expired", actor="")


def forget_invitation(people: People, found: Invitation) -> None:
    """Erase an invitation and its tokens."""
    if found.state == "open":
        _free(people, found)
    if found.state == "expired":
        people.used_ids.insert(found.userid)  # as after a refusal: the register names this person by it
    for digest in found.digests:
        people.tokens.pop(digest, None)
    people.due.pop(found.due, None)
    people.invitation_index.pop(found.id, None)
    people.invitations.pop(found.id, None)


def check_free(people: People, userid: str, email: str) -> None:
    """Raise Conflict when the user id or mail address is somebody's, or has an open invitation; Invalid for an id."""
    check_free_userid(people, userid)
    check_free_email(people, email)


def check_free_userid(people: People, userid: str) -> None:
    check_userid(userid)
    if userid in people.open_userids:
        raise Conflict(_("There is an open invitation with this user id."), field="userid")
    if _reserved(people, userid):
        message = _("The user id ${userid} is, or was, somebody's.", mapping={"userid": userid})
        raise Conflict(message, field="userid")


def check_free_email(people: People, email: str) -> None:
    if email.lower() in people.open_emails:
        raise Conflict(_("There is an open invitation for this mail address."), field="email")
    if email.lower() in people.emails:
        raise Conflict(_("Somebody has an account with this mail address."), field="email")


def _reserved(people: People, userid: str) -> bool:
    # A user with a group's id would receive what is granted to the group.
    return userid in people.open_userids or taken(people, userid) or api.group.get(userid) is not None


def _open(people: People, found: Invitation, *, actor: str, what: str, send: bool) -> str:
    token = token_urlsafe(32)
    moment = now()
    found.state = "open"
    found.digests = (*found.digests, _digest(token))
    found.expires = moment + timedelta(days=setting("invitation_days"))
    found.history = (*found.history, (moment, actor, what))
    people.tokens[found.digests[-1]] = found.id
    people.open_emails[found.email.lower()] = found.id
    people.open_userids[found.userid] = found.id
    reschedule(people, found, "invitations", found.expires)
    index_invitation(people, found)
    if send:
        mail.send_invitation(found, token)
    return token


def _close(people: People, found: Invitation, state: str, *, actor: str) -> None:
    moment = now()
    _free(people, found)
    found.state = state
    found.history = (*found.history, (moment, actor, state))
    reschedule(people, found, "invitations", moment + timedelta(days=setting("kept_days")))
    index_invitation(people, found)


def _free(people: People, found: Invitation) -> None:
    people.open_emails.pop(found.email.lower(), None)
    people.open_userids.pop(found.userid, None)


def reschedule(people: People, found, tree: str, moment) -> None:
    """Make the timer look at this invitation or request at the moment, and no longer when it would have."""
    people.due.pop(found.due, None)
    found.due = free_key(people.due, moment)
    people.due[found.due] = (tree, found.id)


def setting(name: str) -> int:
    """Return a number of IPeopleSettings."""
    return api.portal.get_registry_record(f"bluegether.people.{name}")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
