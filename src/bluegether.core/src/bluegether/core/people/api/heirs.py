"""What somebody who leaves holds in this room, given to somebody else: a team, open invitations."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.company import change_manager
from bluegether.core.people.api.company import check_manager
from bluegether.core.people.api.company import manager_of
from bluegether.core.people.api.company import team
from bluegether.core.people.storage import Invitation
from bluegether.core.people.storage import KEY
from plone import api


def give_team(userid: str, to: str) -> None:
    """Make `to` the manager of this person's team; twice changes nothing more.

    Who would stand above and below the same person (`to` itself, and whoever is above `to`) gets this person's own
    manager instead. Raises Invalid when `to` is no member.
    """
    heir = account(to)
    if heir is None or heir.kind == "client":
        raise Invalid(_("There is no such member."))
    above = manager_of(userid)
    for report in team(userid):
        try:
            check_manager(account(report), to)
            change_manager(report, to)
        except Invalid:
            change_manager(report, "" if above == report else above)


def open_invitations_of(userid: str) -> list[Invitation]:
    """Return the open invitations that this person sent; reads open ones only."""
    people = stored(api.portal.get(), KEY)
    found = [people.invitations[key] for key in people.open_userids.values()] if people is not None else []
    return [one for one in found if one.invited_by == userid]


def give_invitations(userid: str, to: str, *, actor: str) -> None:
    """Make `to` the one who invited, in this person's open invitations; their links go on working."""
    for one in open_invitations_of(userid):
        one.invited_by = to
        one.history = (*one.history, (now(), actor, "handed over"))
