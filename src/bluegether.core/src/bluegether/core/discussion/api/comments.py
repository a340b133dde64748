"""Comments under content: visible at once, changed by their author for a time, taken back without tearing a thread.

The comments themselves are plone.app.discussion's. Who may see one is the permission View on it, asked each time.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from Acquisition import aq_parent
from bluegether.core import _
from bluegether.core.discussion.api import files as attached
from bluegether.core.discussion.api import telling
from bluegether.core.discussion.api import traces
from bluegether.core.discussion.api.mentions import mentions
from bluegether.core.discussion.content import Remark
from bluegether.core.discussion.events import CommentRewritten
from bluegether.core.discussion.events import CommentWritten
from bluegether.core.discussion.events import TalkChanged
from bluegether.core.discussion.interfaces import IDiscussed
from bluegether.core.discussion.storage import Uncounted
from bluegether.core.discussion.storage import UNCOUNTED_KEY
from bluegether.core.kit import limit
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from datetime import timedelta
from plone import api
from plone.app.discussion.interfaces import IConversation
from typing import NamedTuple
from zope.component import createObject
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import re


MAX_LENGTH = 10_000  # characters
# Characters that turn the direction of writing, or are there without being seen: they make a text look like another.
# The joiners U+200C and U+200D stay: scripts and emoji need them.
DECEIVING = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
ENABLED = "plone.app.discussion.interfaces.IDiscussionSettings.globally_enabled"
EDIT_MINUTES = "bluegether.discussion.edit_minutes"
NEIGHBOURS = 3
MODERATORS = ("Animator", "Director", "Manager", "Site Administrator")


class Line(NamedTuple):
    """One line of a thread. `comment` is None where it is hidden or withdrawn and only its place is left."""

    comment_id: int
    depth: int
    comment: object


def enabled(context) -> bool:
    """Return whether this content can be commented: by itself if it says so, else by its type."""
    if not api.portal.get_registry_record(ENABLED, default=False):
        return False
    own = getattr(aq_base(context), "allow_discussion", None)
    if own is not None:
        return bool(own)
    fti = api.portal.get_tool("portal_types").getTypeInfo(context)
    return fti is not None and bool(fti.getProperty("allow_discussion", False))


def can_write(context) -> bool:
    """Return whether the signed-in person may comment here."""
    return enabled(context) and _may("View", context) and _may("Reply to item", context)


def visible(comment) -> bool:
    """Return whether the signed-in person may read the comment; a withdrawn one nobody may."""
    return not withdrawn(comment) and _may("View", comment) and _may("View comments", comment)


def withdrawn(comment) -> bool:
    """Return whether the author took the comment back while others had replied to it."""
    kept = stored(_content_of(comment), UNCOUNTED_KEY)
    return kept is not None and comment.comment_id in kept.withdrawn


def edited(comment) -> bool:
    """Return whether the author changed the text after it was written."""
    return comment.modification_date > comment.creation_date


def can_edit(comment, userid: str) -> bool:
    """Return whether this person may change the text: the author, for the minutes that the setting gives."""
    minutes = api.portal.get_registry_record(EDIT_MINUTES, default=15)
    in_time = now() - comment.creation_date <= timedelta(minutes=minutes)
    return bool(userid) and comment.author_username == userid and in_time and visible(comment)


def can_remove(comment, userid: str) -> bool:
    """Return whether this person may delete it: the author at any time, or who has "Delete comments"."""
    own = bool(userid) and comment.author_username == userid and visible(comment)
    return own or (not withdrawn(comment) and _may("Delete comments", comment))


def lines(context) -> list[Line]:
    """Return what the signed-in person sees of the threads, in order, replies below what they answer.

    The place of a comment that is gone is kept only where a visible reply hangs on it.
    """
    conversation = IConversation(context)
    found: list[Line] = []
    for thread in conversation.getThreads():
        comment = thread["comment"] if visible(thread["comment"]) else None
        found.append(Line(thread["id"], thread["depth"], comment))
    return _without_empty_ends(found)


def count(context) -> int:
    """Return how many comments stand under the content; asks none of them."""
    conversation = IConversation(context)
    kept = stored(context, UNCOUNTED_KEY)
    return len(conversation) - (len(kept.hidden) + len(kept.withdrawn) if kept is not None else 0)


def last_comment_date(context):
    """Return when the newest comment that counts was written, as an aware datetime, or None."""
    conversation = IConversation(context)
    for comment_id in reversed(conversation.objectIds()):
        if _counts(context, comment_id):
            return conversation[comment_id].creation_date
    return None


def commentators(context) -> tuple[str, ...]:
    """Return the user ids of who wrote a comment that counts."""
    conversation = IConversation(context)
    if stored(context, UNCOUNTED_KEY) is None:
        return tuple(conversation.commentators)
    return tuple(
        {comment.author_username for comment in conversation.getComments() if _counts(context, comment.comment_id)}
    )


def write(context, text: str, *, userid: str, reply_to: int | None = None, files=()) -> int:
    """Add a comment, visible at once, and return its id; `files` are (name, bytes).

    Raises NotAllowed, Invalid for a text that is empty or too long or a file that is not taken, Missing when what it
    answers is not there, TooMany (429) when the person wrote much in this hour.
    """
    if not can_write(context):
        raise NotAllowed(_("You may not comment here."))
    found = attached.checked(files)
    text = _checked(text, empty=bool(found))
    conversation = IConversation(context)
    _check_answered(conversation, reply_to)
    limit.count("comment", userid, new=people.is_new(userid))
    comment = _new_comment(context, text, userid)
    attached.attach(comment, found)
    comment.in_reply_to = reply_to
    comment_id = conversation.addComment(comment)
    named = tuple(name for name in mentions(text) if name != userid)
    notify(TalkChanged(context))
    notify(CommentWritten(context, actor=userid, comment=conversation[comment_id], mentioned=named))
    traces.remember(conversation[comment_id], userid, *named)
    telling.written(context, conversation[comment_id], named)
    return comment_id


def rewrite(comment, text: str, *, userid: str) -> None:
    """Change the text and mark the comment as edited. Raises NotAllowed, Conflict after the time, Invalid."""
    if comment.author_username != userid or not visible(comment):
        raise NotAllowed(_("Only its author changes a comment."))
    if not can_edit(comment, userid):
        raise Conflict(_("The time in which a comment can be changed is over."))
    text = _checked(text, empty=bool(attached.files(comment)))
    if text == comment.text:
        return
    before = {*mentions(comment.text), userid}
    comment.text = text
    comment.modification_date = now()
    notify(ObjectModifiedEvent(comment))
    named = tuple(name for name in mentions(text) if name not in before)
    notify(CommentRewritten(_content_of(comment), actor=userid, comment=comment, mentioned=named))
    traces.remember(comment, *named)
    telling.mentioned(_content_of(comment), comment, named)


def remove(comment, *, userid: str) -> None:
    """Delete a comment; where others have replied, its text is erased and its place kept. Raises NotAllowed."""
    if not can_remove(comment, userid):
        raise NotAllowed(_("You may not delete this comment."))
    expel(comment)


def expel(comment) -> None:
    """Delete a comment whoever wrote it, as `remove` does; for moderation, which checks who may."""
    conversation = aq_parent(comment)
    content = _content_of(comment)
    if conversation._children.get(comment.comment_id):
        _withdraw(comment)
    else:
        _delete(conversation, comment)
    notify(TalkChanged(content))


def hide(comment) -> None:
    """Take a comment out of everyone's sight but the moderators'; for moderation, which checks who may."""
    comment.manage_permission("View", MODERATORS, acquire=0)
    store(_content_of(comment), UNCOUNTED_KEY, Uncounted).hidden.insert(comment.comment_id)
    _reindex(comment)


def show(comment) -> None:
    """Undo `hide`."""
    comment.manage_permission("View", (), acquire=1)
    kept = stored(_content_of(comment), UNCOUNTED_KEY)
    if kept is not None and comment.comment_id in kept.hidden:
        kept.hidden.remove(comment.comment_id)
    _reindex(comment)


def is_hidden(comment) -> bool:
    """Return whether moderation took the comment out of sight."""
    kept = stored(_content_of(comment), UNCOUNTED_KEY)
    return kept is not None and comment.comment_id in kept.hidden


def neighbours(comment) -> list:
    """Return the comment that this one answers and the first answers to it, those that nobody hid or took back."""
    conversation = aq_parent(comment)
    answers = list(conversation._children.get(comment.comment_id) or ())[:NEIGHBOURS]
    near = [conversation.get(number) for number in (comment.in_reply_to, *answers) if number]
    return [one for one in near if one is not None and _counts(_content_of(comment), one.comment_id)]


def _may(permission: str, obj) -> bool:
    return bool(getSecurityManager().checkPermission(permission, obj))


def _content_of(comment):
    return aq_parent(aq_parent(comment))


def _counts(context, comment_id: int) -> bool:
    kept = stored(context, UNCOUNTED_KEY)
    return kept is None or not (comment_id in kept.hidden or comment_id in kept.withdrawn)


def _without_empty_ends(found: list[Line]) -> list[Line]:
    kept: list[Line] = []
    for line in reversed(found):
        # The nearest line below that is kept lies deeper only if it hangs on this one.
        if line.comment is not None or (kept and kept[-1].depth > line.depth):
            kept.append(line)
    return kept[::-1]


def _check_answered(conversation, reply_to: int | None) -> None:
    answered = conversation.get(reply_to) if reply_to is not None else None
    if reply_to is not None and (answered is None or not visible(answered)):
        raise Missing(_("The comment that you answer is not there any more."), field="in_reply_to")


def _checked(text, *, empty: bool) -> str:
    if not isinstance(text, str):
        raise Invalid(_("A comment is a text."), field="text")
    text = DECEIVING.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not (text or empty):
        raise Invalid(_("Write something first."), field="text")
    if len(text) > MAX_LENGTH:
        message = _("A comment has at most ${maximum} characters.", mapping={"maximum": MAX_LENGTH})
        raise Invalid(message, field="text")
    return text


def _new_comment(context, text: str, userid: str):
    comment = Remark() if IDiscussed.providedBy(context) else createObject("plone.Comment")
    person = people.account(userid)
    comment.text = text
    comment.mime_type = "text/plain"
    comment.creator = comment.author_username = userid
    comment.author_name = person.fullname if person is not None else userid
    comment.user_notification = False
    comment.creation_date = comment.modification_date = now()
    return comment


def _withdraw(comment) -> None:
    comment.text = ""
    comment.author_name = ""
    attached.detach(comment)
    store(_content_of(comment), UNCOUNTED_KEY, Uncounted).withdrawn.insert(comment.comment_id)
    comment.unindexObject()
    _reindex_content(comment)


def _delete(conversation, comment) -> None:
    parent_id = comment.in_reply_to
    kept = stored(_content_of(comment), UNCOUNTED_KEY)
    for tree in (kept.hidden, kept.withdrawn) if kept is not None else ():
        if comment.comment_id in tree:
            tree.remove(comment.comment_id)
    del conversation[comment.comment_id]
    parent = conversation.get(parent_id) if parent_id else None
    if parent is not None and withdrawn(parent) and not conversation._children.get(parent_id):
        _delete(conversation, parent)


def _reindex(comment) -> None:
    comment.reindexObject(idxs=["allowedRolesAndUsers"])
    _reindex_content(comment)


def _reindex_content(comment) -> None:
    content = _content_of(comment)
    content.reindexObject(idxs=["total_comments", "last_comment_date", "commentators"])
    notify(TalkChanged(content))
