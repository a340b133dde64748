"""Where somebody wrote, reacted or was named: noted, so that erasing a person need not look everywhere.

Comments and reactions on publications are in no catalog.
"""

from bluegether.core.discussion.api.things import key_of
from bluegether.core.discussion.interfaces import IDiscussedKind
from bluegether.core.discussion.storage import Traces
from bluegether.core.discussion.storage import TRACES_KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from collections.abc import Iterator
from plone import api
from plone.app.discussion.interfaces import IComment
from plone.app.discussion.interfaces import IConversation
from plone.app.uuid.utils import uuidToObject
from zope.component import queryAdapter


def remember(obj, *userids: str) -> None:
    """Note that these people wrote, reacted to or are named in this content or comment."""
    key = key_in_traces(obj)
    for userid in userids if key else ():
        store(api.portal.get(), TRACES_KEY, Traces).add(userid, key)


def things(userid: str) -> Iterator:
    """Yield the content and comments where this person left a trace, whoever may see them."""
    kept = stored(api.portal.get(), TRACES_KEY)
    for key in list(kept.by_person.get(userid, ())) if kept is not None else ():
        thing = _thing(key)
        if thing is not None:
            yield thing


def forget_traces(userid: str) -> None:
    """Note nothing of this person any more."""
    kept = stored(api.portal.get(), TRACES_KEY)
    if kept is not None:
        kept.by_person.pop(userid, None)


def key_in_traces(obj) -> str:
    """Return the key of content, of a publication, or of a comment (behind a slash)."""
    if not IComment.providedBy(obj):
        return key_of(obj)
    key = key_of(obj.__parent__.__parent__)
    return f"{key}/{obj.comment_id}" if key else ""


def _thing(key: str):
    """Return the content or comment, whoever may see it, or None when it is gone."""
    name, _slash, comment_id = key.partition("/")
    kind, colon, rest = name.partition(":")
    if colon:
        kept = queryAdapter(api.portal.get(), IDiscussedKind, name=kind)
        thing = kept.thing(rest) if kept is not None else None
    else:
        thing = uuidToObject(name, unrestricted=True)
    if thing is None or not comment_id:
        return thing
    return IConversation(thing).get(int(comment_id))
