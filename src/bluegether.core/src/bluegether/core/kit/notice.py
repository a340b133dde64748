"""A notice: certain people should know something. A room tells it with `tell`; notifications deliver it.

    tell("discussion.reply", thing=f"{uid}/{comment_id}", actor=userid, recipients=[parent_author])

What it says is not stored: the room's `INoticeKind` of that name is asked when it is shown, and checks access again.
"""

from bluegether.core import _
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IIgnores
from bluegether.core.kit.interfaces import INotice
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from plone import api
from zope.component import getAdapters
from zope.event import notify
from zope.interface import implementer


# Category -> what a person chooses channels for, in the order in which they are offered.
CATEGORIES = {
    "mention": _("Somebody mentions me"),
    "reply": _("Somebody answers me"),
    "comment": _("Comments on my contents and on those that I follow"),
    "message": _("Private messages"),
    "reaction": _("Reactions to what I write"),
    "follow": _("Somebody follows me"),
    "expertise": _("Skills and endorsements"),
    "moderation": _("Reports and decisions of moderation"),
    "charter": _("The charter"),
    "journey": _("Arrivals and departures"),
    "career": _("My career and my interviews"),
    "dossiers": _("My skills profile"),
    "missions": _("Missions"),
    "leads": _("Leads that I handed in or follow"),
    "rewards": _("Points and rewards"),
    "needs": _("Needs: my skills, my suggestions, my candidacies"),
    "spaces": _("My spaces"),
    "referrals": _("My referrals"),
    "announcement": _("Urgent messages of the portal"),
    "other": _("Everything else"),
}


@implementer(INotice)
@dataclass(frozen=True)
class Notice:
    """See `INotice`."""

    kind: str
    thing: str
    actor: str
    recipients: tuple[str, ...] = ()
    urgent: bool = False
    audience: Audience | None = None
    happened: datetime = field(default_factory=now)


@dataclass(frozen=True)
class Said:
    """What a notice says to one person: a translatable sentence, the address of the thing, a few of its words."""

    text: str
    url: str
    excerpt: str = ""


def tell(
    kind: str,
    *,
    thing: str,
    actor: str,
    recipients: Iterable[str],
    urgent: bool = False,
    happened: datetime | None = None,
) -> None:
    """Let these people know, each once, never who caused it. `happened` back-dates it (imports)."""
    others = tuple(userid for userid in dict.fromkeys(recipients) if userid != actor)
    if others:
        notify(Notice(kind, thing, actor, others, urgent, happened=happened or now()))


def tell_audience(kind: str, *, thing: str, actor: str, audience: Audience, urgent: bool = False) -> None:
    """Let everyone of the audience know: kept once whatever its size, so that it costs the writer nothing."""
    notify(Notice(kind, thing, actor, (), urgent, audience))


def ignores(userid: str, other: str) -> bool:
    """Return whether this person asked not to hear of what the other does (muted or blocked in any room)."""
    if not other or other == userid:
        return False
    return any(room.ignores(userid, other) for _name, room in getAdapters((api.portal.get(),), IIgnores))


def names(actors: list[str]) -> str:
    """Return who it was, translatable: a name, two names, or the newest two and how many others."""
    if len(actors) < 2:
        return actors[0] if actors else _("The portal")
    if len(actors) == 2:
        return _("${first} and ${second}", mapping={"first": actors[0], "second": actors[1]})
    mapping = {"first": actors[0], "second": actors[1], "count": len(actors) - 2}
    if mapping["count"] == 1:
        return _("${first}, ${second} and one other person", mapping=mapping)
    return _("${first}, ${second} and ${count} other people", mapping=mapping)
