"""Content that people follow: they are told of its comments."""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.discussion.storage import Followed
from bluegether.core.discussion.storage import Followers
from bluegether.core.discussion.storage import FOLLOWERS_KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import NotAllowed
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID


def can_follow(context, userid: str) -> bool:
    """Return whether the signed-in person, who is `userid`, may follow the content: who may comment there."""
    check = getSecurityManager().checkPermission
    return bool(userid) and bool(check("View", context) and check("Reply to item", context))


def follows(context, userid: str) -> bool:
    """Return whether the person follows the content."""
    kept = stored(context, FOLLOWERS_KEY)
    return kept is not None and userid in kept.people


def followers(context) -> tuple[str, ...]:
    """Return the user ids of those who follow the content."""
    kept = stored(context, FOLLOWERS_KEY)
    return tuple(kept.people) if kept is not None else ()


def follow(context, *, userid: str) -> None:
    """Be told of the comments under the content; twice is once. Raises NotAllowed."""
    if not can_follow(context, userid):
        raise NotAllowed(_("You may not follow this."))
    if not follows(context, userid):
        store(context, FOLLOWERS_KEY, Followers).people.insert(userid)
        store(api.portal.get(), FOLLOWERS_KEY, Followed).add(userid, IUUID(context))


def unfollow(context, *, userid: str) -> None:
    """Be told no longer; also when it was not followed."""
    if follows(context, userid):
        stored(context, FOLLOWERS_KEY).people.remove(userid)
        store(api.portal.get(), FOLLOWERS_KEY, Followed).discard(userid, IUUID(context))


def followed(userid: str) -> tuple[str, ...]:
    """Return the UIDs of the content that the person follows; some of it may be gone."""
    kept = stored(api.portal.get(), FOLLOWERS_KEY)
    return tuple(kept.by_person.get(userid, ())) if kept is not None else ()


def forget(userid: str) -> None:
    """Let the person follow nothing any more; twice changes nothing more."""
    for uid in followed(userid):
        content = uuidToObject(uid, unrestricted=True)
        if content is not None:
            unfollow(content, userid=userid)
    kept = stored(api.portal.get(), FOLLOWERS_KEY)
    if kept is not None:
        kept.by_person.pop(userid, None)
