"""Requests for an account: a visitor asks, HR accepts (which is an invitation) or refuses."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import mail
from bluegether.core.people.api.accounts import Batch
from bluegether.core.people.api.invitations import invite
from bluegether.core.people.api.invitations import known_language
from bluegether.core.people.api.invitations import reschedule
from bluegether.core.people.api.invitations import setting
from bluegether.core.people.api.roles import INVITE_ALL
from bluegether.core.people.api.roles import roles_of
from bluegether.core.people.api.rules import check_email
from bluegether.core.people.api.rules import check_text
from bluegether.core.people.api.rules import MAX_NAME
from bluegether.core.people.storage import AccountRequest
from bluegether.core.people.storage import free_key
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from datetime import timedelta
from plone import api


REQUEST_STATES = ("waiting", "accepted", "refused")
MAX_MESSAGE = 2000
MAX_WAITING = 1000


def can_handle_requests(userid: str) -> bool:
    """Return whether this person answers requests for accounts: HR and administrators."""
    return bool(roles_of(userid) & INVITE_ALL)


def takes_requests() -> bool:
    """Return whether visitors may ask for an account."""
    return bool(setting("requests_open"))


def request_account(*, fullname: str, email: str, message: str = "", language: str = "") -> None:
    """Ask for an account. Returns the same for a known mail address, for which nothing is recorded.

    Raises Invalid for a bad value, NotAllowed when the site takes no requests, Conflict when too many wait.
    """
    fullname, email, message = fullname.strip(), email.strip(), message.strip()
    if not takes_requests():
        raise NotAllowed(_("This site takes no requests for accounts."))
    check_text(fullname, field="fullname", maximum=MAX_NAME, required=True)
    check_email(email)
    check_text(message, field="message", maximum=MAX_MESSAGE, lines=True)
    people = store(api.portal.get(), KEY, People)
    if any(email.lower() in known for known in (people.waiting, people.open_emails, people.emails)):
        return
    if len(people.waiting) >= MAX_WAITING:
        raise Conflict(_("Too many requests are waiting. Please try again in a few days."))
    created = now()
    request = AccountRequest(
        free_key(people.requests, created),
        fullname=fullname,
        email=email,
        message=message,
        language=known_language(language),
        created=created,
    )
    people.requests[request.id] = request
    people.waiting[email.lower()] = request.id


def account_requests(*, state: str = "", start: int = 0, size: int = 25) -> Batch:
    """Return requests for accounts, newest first."""
    people = stored(api.portal.get(), KEY)
    found = [one for one in (people.requests.values() if people is not None else ()) if not state or one.state == state]
    found.reverse()
    return Batch(found[start : start + size], len(found))


def waiting_requests() -> int:
    """Return how many requests wait for an answer."""
    people = stored(api.portal.get(), KEY)
    return len(people.waiting) if people is not None else 0


def account_request(request_id: int) -> AccountRequest:
    """Return a request; raise Missing."""
    people = stored(api.portal.get(), KEY)
    found = people.requests.get(request_id) if people is not None else None
    if found is None:
        raise Missing(_("There is no such request."))
    return found


def accept_request(request_id: int, *, kind: str, actor: str, **person) -> str:
    """Accept a request, which invites the person, and return the invitation's token.

    `person` may give userid, employment, unit and job. Raises Missing, NotAllowed, Conflict, and what `invite` raises.
    """
    found = _waiting(request_id, actor)
    token = invite(
        fullname=found.fullname,
        email=found.email,
        kind=kind,
        invited_by=actor,
        language=found.language,
        **person,
    )
    _decide(found, "accepted", actor=actor)
    return token


def refuse_request(request_id: int, *, reason: str, actor: str) -> None:
    """Refuse a request and mail the reason. Raises Missing, NotAllowed, Conflict, Invalid without a reason."""
    found = _waiting(request_id, actor)
    reason = reason.strip()
    if not reason:
        raise Invalid(_("Give the reason: the person receives it by mail."), field="reason")
    check_text(reason, field="reason", maximum=MAX_MESSAGE, lines=True)
    found.reason = reason
    _decide(found, "refused", actor=actor)
    mail.send_refusal(found)


def forget_request(people: People, found: AccountRequest) -> None:
    """Erase a request."""
    if found.state == "waiting":
        people.waiting.pop(found.email.lower(), None)
    people.due.pop(found.due, None)
    people.requests.pop(found.id, None)


def _waiting(request_id: int, actor: str) -> AccountRequest:
    if not can_handle_requests(actor):
        raise NotAllowed(_("Only HR answers requests for accounts."))
    found = account_request(request_id)
    if found.state != "waiting":
        raise Conflict(_("This request was already answered."))
    return found


def _decide(found: AccountRequest, state: str, *, actor: str) -> None:
    people = store(api.portal.get(), KEY, People)
    found.state = state
    found.decided_by = actor
    found.decided = now()
    people.waiting.pop(found.email.lower(), None)
    reschedule(people, found, "requests", found.decided + timedelta(days=setting("kept_days")))
