"""A person's feed: opened, renewed, revoked, and who a token belongs to.

A token is 256 random bits; only its SHA-256 is kept, and it is looked up by that: neither what is stored nor how long
an answer takes tells anything of a token.
"""

from bluegether.core import _
from bluegether.core.calendars.api.reading import sources
from bluegether.core.calendars.interfaces import DETAILS
from bluegether.core.calendars.storage import Calendars
from bluegether.core.calendars.storage import Feed
from bluegether.core.calendars.storage import KEY
from bluegether.core.charter import api as charter
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from collections.abc import Iterable
from datetime import datetime
from plone import api
import hashlib
import secrets


PERMISSION = "BlueGether: Own Calendar"


def can_own(userid: str) -> bool:
    """Return whether this person may have a calendar: people of the network, while they have access."""
    person = people.account(userid)
    if person is None or not people.has_access(userid) or api.user.get(userid=userid) is None:
        return False
    return api.user.has_permission(PERMISSION, username=userid, obj=api.portal.get())


def feed(userid: str) -> Feed | None:
    """Return the person's feed, or None."""
    kept = stored(api.portal.get(), KEY)
    return kept.feeds.get(userid) if kept is not None else None


def open_feed(userid: str, *, language: str = "", detail: str = "full", chosen: Iterable[str] | None = None) -> str:
    """Open the person's feed and return its token, which is kept nowhere.

    `chosen` names the sources, all that are not opt-in by default. Raises NotAllowed for who has no calendar,
    Invalid for a bad value, Conflict when there is a feed already.
    """
    _check_owner(userid)
    choice = _checked(detail, chosen)
    kept = store(api.portal.get(), KEY, Calendars)
    if userid in kept.feeds:
        raise Conflict(_("You have a feed already. Renew its address to get a new one."))
    one = kept.feeds[userid] = Feed(userid, created=now())
    one.language, one.detail = language, detail
    one.chosen = choice
    return _new_token(kept, one)


def renew(userid: str, *, known: datetime | None = None) -> str:
    """Give the feed a new token and return it; the old one is dead at once.

    With `known`, when the person believes that the token was last renewed, a form sent twice renews once: Conflict.
    Raises NotAllowed, Missing without a feed.
    """
    _check_owner(userid)
    one = _of(userid)
    if known is not None and known != one.renewed:
        raise Conflict(_("The address was renewed meanwhile. Renew it again if you have not kept it."))
    kept = store(api.portal.get(), KEY, Calendars)
    kept.tokens.pop(one.digest, None)
    one.renewed, one.used = now(), None
    return _new_token(kept, one)


def revoke(userid: str) -> None:
    """Close the feed for good; its address answers as if it had never been. Raises Missing."""
    _of(userid)
    forget(userid)


def configure(
    userid: str, *, detail: str | None = None, chosen: Iterable[str] | None = None, language: str | None = None
) -> None:
    """Change what the feed tells; its address stays. Raises NotAllowed, Missing, Invalid."""
    _check_owner(userid)
    one = _of(userid)
    choice = _checked(detail or one.detail, chosen)
    one.detail = detail or one.detail
    one.chosen = choice if chosen is not None else one.chosen
    one.language = language or one.language


def owner(token: str) -> str:
    """Return the user id that this token belongs to.

    Raises Missing, always the same, for anything that is not a valid token of somebody who has access and has
    signed the charter.
    """
    kept = stored(api.portal.get(), KEY)
    userid = kept.tokens.get(_digest(token), "") if kept is not None else ""
    if not userid or not can_own(userid) or charter.must_sign(userid):
        raise Missing(_("There is no such calendar."))
    return userid


def forget(userid: str) -> None:
    """Erase the person's feed; twice changes nothing more."""
    kept = stored(api.portal.get(), KEY)
    one = kept.feeds.pop(userid, None) if kept is not None and userid in kept.feeds else None
    if one is not None:
        kept.tokens.pop(one.digest, None)


def export(userid: str) -> dict:
    """Return what the room holds about this person: never the token, which it does not have, nor its digest."""
    one = feed(userid)
    if one is None:
        return {}
    return {
        "created": one.created.isoformat(),
        "renewed": one.renewed.isoformat(),
        "used": one.used.isoformat() if one.used else None,
        "language": one.language,
        "detail": one.detail,
        "chosen": dict(one.chosen),
    }


def _check_owner(userid: str) -> None:
    if not can_own(userid):
        raise NotAllowed(_("Only people of the network have a calendar here."))


def _checked(detail: str, chosen: Iterable[str] | None) -> dict[str, bool]:
    if detail not in DETAILS:
        raise Invalid(_("Choose how much the calendar tells."), field="detail")
    if chosen is None:
        return {}
    known, wanted = [source.name for source in sources()], set(chosen)
    if not wanted <= set(known):
        raise Invalid(_("There is no such source."), field="chosen")
    return {name: name in wanted for name in known}


def _of(userid: str) -> Feed:
    one = feed(userid)
    if one is None:
        raise Missing(_("You have no feed."))
    return one


def _new_token(kept: Calendars, one: Feed) -> str:
    token = secrets.token_hex(32)
    one.digest = _digest(token)
    kept.tokens[one.digest] = one.userid
    return token


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
