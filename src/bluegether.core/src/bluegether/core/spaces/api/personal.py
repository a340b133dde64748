"""What spaces hold about a person, how it is erased, and what somebody who leaves hands over."""

from bluegether.core.spaces.api import rules
from bluegether.core.spaces.api.membership import give
from bluegether.core.spaces.api.questions import forget_questions
from bluegether.core.spaces.api.questions import own_questions
from bluegether.core.spaces.api.reading import led_by
from bluegether.core.spaces.api.reading import spaces_of
from bluegether.core.spaces.storage import moment_of
from bluegether.core.spaces.storage import Record


def export(userid: str) -> dict:
    """Return the person's memberships, invitations and applications as JSON-compatible data."""
    kept = rules.trees()
    if kept is None:
        return {"memberships": [], "invitations": [], "applications": [], "questions": []}
    joined = [(kept.records[uid], role) for uid, role in spaces_of(userid).items()]
    invited = [kept.records[uid] for uid in kept.invitations.get(userid, ())]
    asked = [kept.records[uid] for uid in kept.asked.get(userid, ())]
    return {
        "memberships": [
            {"space": one.title, "role": role, "since": moment_of(one.members[userid][1]).isoformat()}
            for one, role in joined
        ],
        "invitations": [{"space": one.title, "at": moment_of(one.invited[userid][1]).isoformat()} for one in invited],
        "questions": own_questions(kept, userid),
        "applications": [
            {
                "space": one.title,
                "message": one.applied[userid][0],
                "at": moment_of(one.applied[userid][1]).isoformat(),
            }
            for one in asked
        ],
    }


def erase(userid: str) -> None:
    """Take the person out of every space; one that they own has no owner until an administrator gives it to another."""
    kept = rules.trees()
    if kept is None:
        return
    for uid in list(spaces_of(userid)):
        found = kept.records[uid]
        kept.leave(found, userid)
        found.owner = "" if found.owner == userid else found.owner
    for tree in (kept.invitations, kept.asked):
        for uid in list(tree.get(userid, ())):
            kept.forget_wish(kept.records[uid], userid)
    forget_questions(kept, userid)
    for found in kept.records.values():
        _forget_inviter(found, userid)


def _forget_inviter(found: Record, userid: str) -> None:
    for other, (by, at) in list(found.invited.items()):
        if by == userid:
            found.invited[other] = ("", at)


def give_spaces(userid: str, to: str, *, actor: str) -> None:
    """Give the spaces that somebody owns to their successor; twice changes nothing more. Raises Missing for nobody."""
    for one in led_by(userid):
        give(rules.record(one.uid), to, actor=actor)
