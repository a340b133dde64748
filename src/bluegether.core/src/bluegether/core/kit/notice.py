"""A notice: certain people should know something. A room tells it with `tell`; notifications deliver it.

    tell("discussion.reply", thing=f"{uid}/{comment_id}", actor=userid, recipients=[parent_author])

What it says is not stored: the room's `INoticeKind` of that name is asked when it is shown, and checks access again.
"""

from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import INotice
from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from zope.event import notify
from zope.interface import implementer


@implementer(INotice)
@dataclass(frozen=True)
class Notice:
    """See `INotice`."""

    kind: str
    thing: str
    actor: str
    recipients: tuple[str, ...]
    urgent: bool = False
    happened: datetime = field(default_factory=now)


@dataclass(frozen=True)
class Said:
    """What a notice says to one person: a translatable sentence, the address of the thing, a few of its words."""

    text: str
    url: str
    excerpt: str = ""


def tell(kind: str, *, thing: str, actor: str, recipients: Iterable[str], urgent: bool = False) -> None:
    """Let these people know, each once, never who caused it."""
    others = tuple(userid for userid in dict.fromkeys(recipients) if userid != actor)
    if others:
        notify(Notice(kind, thing, actor, others, urgent))
