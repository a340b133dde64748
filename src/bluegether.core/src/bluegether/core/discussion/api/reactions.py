"""Reactions to content and to comments: one per person and object."""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.discussion.api import telling
from bluegether.core.discussion.api import traces
from bluegether.core.discussion.events import Reacted
from bluegether.core.discussion.events import TalkChanged
from bluegether.core.discussion.storage import Reactions
from bluegether.core.discussion.storage import REACTIONS_KEY
from bluegether.core.kit import limit
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from zope.event import notify


# Reaction -> (Bootstrap icon, title), in the order in which they are offered.
REACTIONS = {
    "like": ("hand-thumbs-up", _("Like")),
    "applaud": ("award", _("Bravo")),
    "thank": ("heart", _("Thank you")),
    "learn": ("lightbulb", _("I learn something")),
    "support": ("people", _("I stand by you")),
}


def can_react(obj) -> bool:
    """Return whether the signed-in person sees the object and may react."""
    check = getSecurityManager().checkPermission
    return bool(check("View", obj) and check("BlueGether: React", obj))


def reactions(obj) -> dict[str, list[str]]:
    """Return reaction -> user ids of who reacted so, in the order of REACTIONS; only those that were given."""
    kept = stored(obj, REACTIONS_KEY)
    if kept is None:
        return {}
    given = {name: [] for name in REACTIONS if name in kept.counts}
    for userid, name in kept.by_person.items():
        given.setdefault(name, []).append(userid)
    return given


def reaction_of(obj, userid: str) -> str | None:
    """Return which reaction this person gave to the object, or None."""
    kept = stored(obj, REACTIONS_KEY)
    return kept.by_person.get(userid) if kept is not None else None


def react(obj, reaction: str, *, userid: str) -> None:
    """Give, or change to, this reaction. Raises NotAllowed, and Invalid for a reaction that is not offered."""
    if not can_react(obj):
        raise NotAllowed(_("You may not react to this."))
    if reaction not in REACTIONS:
        raise Invalid(_("This is none of the reactions."), field="reaction")
    kept = store(obj, REACTIONS_KEY, Reactions)
    before = kept.by_person.get(userid)
    if before == reaction:
        return
    limit.count("reaction", userid, new=people.is_new(userid))
    _count_down(kept, before)
    kept.by_person[userid] = reaction
    kept.counts[reaction] = kept.counts.get(reaction, 0) + 1
    notify(TalkChanged(obj))
    if before is None:
        notify(Reacted(obj, actor=userid, reaction=reaction))
        traces.remember(obj, userid)
        telling.reacted(obj, userid)


def unreact(obj, *, userid: str) -> None:
    """Take this person's reaction back; nothing happens when there is none. Raises NotAllowed."""
    if not can_react(obj):
        raise NotAllowed(_("You may not react to this."))
    kept = stored(obj, REACTIONS_KEY)
    if kept is not None and userid in kept.by_person:
        _count_down(kept, kept.by_person.pop(userid))
        notify(TalkChanged(obj))


def take_back(obj, userid: str) -> None:
    """Take a person's reaction away, whoever acts: they are erased."""
    kept = stored(obj, REACTIONS_KEY)
    if kept is not None and userid in kept.by_person:
        _count_down(kept, kept.by_person.pop(userid))
        notify(TalkChanged(obj))


def reaction_counts(obj) -> dict[str, int]:
    """Return reaction -> how many people gave it, in the order of REACTIONS; wakes no list of people."""
    kept = stored(obj, REACTIONS_KEY)
    return {name: kept.counts[name] for name in REACTIONS if name in kept.counts} if kept is not None else {}


def _count_down(kept: Reactions, reaction: str | None) -> None:
    if reaction is None:
        return
    kept.counts[reaction] -= 1
    if not kept.counts[reaction]:
        del kept.counts[reaction]
