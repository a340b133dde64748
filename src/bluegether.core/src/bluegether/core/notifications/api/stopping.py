"""The link at the end of a mail: it stops that mail without logging in, and does nothing else."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.notifications.api.choices import choose
from bluegether.core.notifications.api.kinds import categories
from bluegether.core.notifications.api.schedule import again
from bluegether.core.notifications.api.tokens import ALL
from bluegether.core.notifications.api.tokens import parsed
from bluegether.core.people import api as people
from typing import NamedTuple


class Stopping(NamedTuple):
    """What a link stops: mail of one category (its title), or all mail (an empty title)."""

    userid: str
    scope: str
    title: str


def stopping(token: str) -> Stopping:
    """Return what the link stops. Raises Invalid for a link that is not ours, Missing for an account that is gone."""
    userid, scope = parsed(token)
    if people.account(userid) is None:
        raise Missing(_("This account does not exist any more: no mail is sent to it."))
    return Stopping(userid, scope, categories().get(scope, ""))


def stop(token: str, *, everything: bool = False) -> Stopping:
    """Stop it; twice changes nothing more. Raises as `stopping` does."""
    found = stopping(token)
    if everything or found.scope == ALL or not found.title:
        choose(found.userid, rhythm="never")
    else:
        choose(found.userid, channels={found.scope: {"mail": False}})
    again(found.userid)
    return found
