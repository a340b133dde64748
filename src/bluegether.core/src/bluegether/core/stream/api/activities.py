"""What happens in the portal enters the stream by itself: once for one thing, withdrawn when the thing is."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.clock import now
from bluegether.core.stream.api.posts import hide
from bluegether.core.stream.api.posts import show
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from datetime import timedelta
from plone import api


# Verb -> what the page says after the person's name; an activity whose verb is not here does not enter.
VERBS = {
    "people.account_created": _("has joined the company"),
    "charter.put_in_force": _("has put the charter in force"),
    "missions.started": _("has started a mission"),
    "content.published": _("has published"),
    "spaces.created": _("has created the space"),
    "needs.opened": _("has opened a need"),
}
PUBLISHED = "content.published"
PUBLISHED_STATES = ("published", "internally_published")
PUBLISHED_TYPES = ("News Item", "Document")
IN_SPACES = (*PUBLISHED_TYPES, "Event", "File", "Image", "Link")  # what is told of inside a space
OLD = timedelta(days=30)

_silent: ContextVar[bool] = ContextVar("silent", default=False)


@contextmanager
def silence() -> Iterator[None]:
    """Let nothing enter by itself inside this block: imports, set-up."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def announce(
    verb: str, *, actor: str, thing: str = "", uid: str = "", space: str = "", moment: datetime | None = None
) -> Entry | None:
    """Enter an activity unless it is there; show it again if it was withdrawn, at its old place.

    `space` is the UID of the space that the content is in. `thing` tells activities of one verb apart; it is the UID
    (`uid`) when the activity is about content. What happened more than 30 days ago does not enter. Returns the entry,
    or None when none entered.
    """
    happened = min(moment or now(), now())
    if verb not in VERBS or _silent.get() or happened < now() - OLD:
        return None
    trees, key = store(api.portal.get(), KEY, Stream), f"{verb} {uid or thing}"
    if key in trees.things:
        return _again(trees.get(trees.things[key]))
    found = Entry(author=actor, audience=Audience(spaces=(space,) if space else ()), verb=verb, uid=uid)
    trees.insert(found, happened)
    trees.things[key] = found.id
    return found


def withdraw(uid: str, verbs: tuple[str, ...] = tuple(VERBS)) -> None:
    """Show no activity about this content any more, at once."""
    trees = stored(api.portal.get(), KEY)
    if trees is None:
        return
    for verb in verbs:
        found = trees.get(trees.things.get(f"{verb} {uid}", 0))
        if found is not None:
            hide(found)


def _again(found: Entry | None) -> Entry | None:
    if found is not None and found.hidden:
        show(found)
    return found
