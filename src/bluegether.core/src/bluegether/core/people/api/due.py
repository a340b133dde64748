"""What time brings: invitations expire, what is closed is erased, uploads are forgotten."""

from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.people.api.access import meet_access
from bluegether.core.people.api.invitations import close_expired
from bluegether.core.people.api.invitations import forget_invitation
from bluegether.core.people.api.requests import forget_request
from bluegether.core.people.events import InvitationExpired
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from itertools import islice
from plone import api
from zope.event import notify


SWEEP = 500


def sweep(limit: int = SWEEP) -> int:
    """Do what is due, at most `limit` things, and return how many; each has its effect once."""
    people = stored(api.portal.get(), KEY)
    if people is None:
        return 0
    moment = int(now().timestamp() * 1_000_000)
    due = list(islice(people.due.items(max=moment), limit))
    for key, (tree, identifier) in due:
        people.due.pop(key)
        _meet(people, tree, identifier)
    return len(due)


def _meet(people: People, tree: str, identifier) -> None:
    if tree == "uploads":
        people.uploads.pop(identifier, None)
    elif tree == "access":
        meet_access(identifier)
    elif tree == "requests":
        forget_request(people, people.requests[identifier])
    elif people.invitations[identifier].state == "open":
        found = people.invitations[identifier]
        close_expired(people, found)
        notify(
            InvitationExpired(
                api.portal.get(), userid=found.userid, invited_by=found.invited_by, language=found.language
            )
        )
    else:
        forget_invitation(people, people.invitations[identifier])
