"""Content that people follow: they are told of its comments."""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.discussion.storage import Followers
from bluegether.core.discussion.storage import FOLLOWERS_KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import NotAllowed


def follows(context, userid: str) -> bool:
    """Return whether the person follows the content."""
    kept = stored(context, FOLLOWERS_KEY)
    return kept is not None and userid in kept.people


def followers(context) -> tuple[str, ...]:
    """Return the user ids of those who follow the content."""
    kept = stored(context, FOLLOWERS_KEY)
    return tuple(kept.people) if kept is not None else ()


def follow(context, *, userid: str) -> None:
    """Be told of the comments under the content; twice is once. Raises NotAllowed for who may not see it."""
    if not userid or not getSecurityManager().checkPermission("View", context):
        raise NotAllowed(_("You may not follow this."))
    if not follows(context, userid):
        store(context, FOLLOWERS_KEY, Followers).people.insert(userid)


def unfollow(context, *, userid: str) -> None:
    """Be told no longer; also when it was not followed."""
    kept = stored(context, FOLLOWERS_KEY)
    if kept is not None and userid in kept.people:
        kept.people.remove(userid)
