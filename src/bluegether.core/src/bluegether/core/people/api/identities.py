"""Whose account somebody is whom another directory knows: single sign-on, LDAP. The portal's accounts stay its own.

A directory proves who somebody is; it gives neither an account nor a role. Its identifier of a person (`subject`) is
linked to an account once, and from then on only the link counts: a mail address that passes on to somebody else takes
no account along.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.accounts import account_of
from bluegether.core.people.api.invitations import reopen
from bluegether.core.people.api.invitations import state_of
from bluegether.core.people.api.roles import is_hr
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import writable
from plone import api


MAX_SUBJECT = 255
BY_HAND = {"Manager", "Site Administrator"}


def identified(provider: str, subject: str) -> str:
    """Return the user id that this identity is linked to, empty for nobody's."""
    people = stored(api.portal.get(), KEY)
    return people.identities.get((provider, subject), "") if people is not None else ""


def identify(provider: str, subject: str, *, email: str = "", verified: bool = False) -> str:
    """Return the user id of whom the provider knows by this subject, linked now if it is the first time.

    The first time the mail address decides, and only if the provider has verified it. Raises Missing when it is nobody,
    Conflict when that account has another identity there, NotAllowed for administrators, who are linked by hand.
    """
    known = identified(provider, subject)
    if known:
        return known
    userid = account_of(email) if verified and email else ""
    if not userid or not 0 < len(subject) <= MAX_SUBJECT:
        raise Missing(_("You have no account here."))
    if roles_of(userid) & BY_HAND:
        raise NotAllowed(_("Administrators log in with their password, unless their account was linked by hand."))
    _link(userid, provider, subject)
    return userid


def invited(email: str, *, verified: bool) -> str:
    """Return a new token of the open invitation to this address, empty without one; the one that was mailed is dead.

    A verified address proves what the mailed link proves: that the invited person reads this mail.
    """
    people = stored(api.portal.get(), KEY)
    number = people.open_emails.get(email.lower(), 0) if people is not None and verified and email else 0
    found = people.invitations.get(number) if number else None
    return reopen(found) if found is not None and state_of(found) == "open" else ""


def link_identity(userid: str, provider: str, subject: str, *, actor: str) -> None:
    """Link an account by hand: an administrator's, or one whose directory knows another mail address.

    HR and administrators do; only an administrator for an administrator. Raises NotAllowed, Missing, Invalid, Conflict.
    """
    if not is_hr(actor) or (roles_of(userid) & BY_HAND and not roles_of(actor) & BY_HAND):
        raise NotAllowed(_("You may not link this account."))
    if account(userid) is None:
        raise Missing(_("There is no such person."))
    if not provider or not 0 < len(subject) <= MAX_SUBJECT:
        raise Invalid(_("Name the provider and who it is there."), field="subject")
    if identified(provider, subject) == userid:
        return
    _link(userid, provider, subject)


def unlink_identities(userid: str, *, actor: str) -> None:
    """Let no directory speak for this account any more, until it is linked again. Raises NotAllowed."""
    if not is_hr(actor):
        raise NotAllowed(_("You may not link this account."))
    forget_identities(writable(api.portal.get()), userid)


def identities_of(userid: str) -> list[tuple[str, str]]:
    """Return the (provider, subject) pairs that are linked to this account."""
    people = stored(api.portal.get(), KEY)
    return list(people.linked.get(userid, ())) if people is not None else []


def forget_identities(people, userid: str) -> None:
    """Erase what is known of somebody's identities elsewhere."""
    for key in people.linked.get(userid, ()):
        people.identities.pop(key, None)
    if userid in people.linked:
        del people.linked[userid]


def _link(userid: str, provider: str, subject: str) -> None:
    people = writable(api.portal.get())
    if (provider, subject) in people.identities:
        raise Conflict(_("This identity belongs to another account."))
    if any(other == provider for other, _subject in people.linked.get(userid, ())):
        raise Conflict(_("Your account is linked to another identity. Ask HR."))
    people.identities[(provider, subject)] = userid
    people.linked[userid] = (*people.linked.get(userid, ()), (provider, subject))
