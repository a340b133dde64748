"""What happened in discussions."""

from bluegether.core.discussion.interfaces import ICommentRewritten
from bluegether.core.discussion.interfaces import ICommentWritten
from bluegether.core.discussion.interfaces import IReacted
from bluegether.core.discussion.interfaces import ITalkChanged
from bluegether.core.kit.activity import Activity
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(ITalkChanged)
class TalkChanged(ObjectEvent):
    """There are more or fewer comments or reactions than before."""


@implementer(ICommentWritten)
class CommentWritten(Activity):
    verb = "discussion.write"

    def __init__(self, obj, *, actor: str, comment, mentioned: tuple[str, ...]):
        super().__init__(obj, actor=actor)
        self.comment = comment
        self.mentioned = mentioned


@implementer(ICommentRewritten)
class CommentRewritten(CommentWritten):
    verb = "discussion.rewrite"


@implementer(IReacted)
class Reacted(Activity):
    verb = "discussion.react"

    def __init__(self, obj, *, actor: str, reaction: str):
        super().__init__(obj, actor=actor)
        self.reaction = reaction
