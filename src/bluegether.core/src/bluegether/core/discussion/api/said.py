"""Who answered whom below a thing, and when: for counting, whoever may see it."""

from bluegether.core.discussion.api.comments import is_hidden
from bluegether.core.kit.contribution import Contribution
from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from plone.app.discussion.interfaces import IConversation


def said(thing, start: datetime, end: datetime, *, asked: datetime | None = None) -> Iterator[Contribution]:
    """Yield the comments below this content from `start` to before `end`, each to whom it answers.

    Where the thing is a question `asked` at a moment, the first comment of somebody else also tells how long it waited.
    """
    conversation, author, open_question = IConversation(thing), thing.Creator(), asked is not None
    for comment in conversation.getComments():
        if is_hidden(comment):
            continue
        moment, first = when(comment), open_question and comment.creator != author
        open_question = open_question and not first
        if start <= moment < end:
            parent = conversation.get(comment.in_reply_to) if comment.in_reply_to else None
            to = parent.creator if parent is not None else author
            yield Contribution(comment.creator, moment, to=to, waited=moment - asked if first else None)


def when(comment) -> datetime:
    """Return when it was written, aware."""
    moment = comment.creation_date
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
