"""Who is told of a comment or a reaction: each person once, by what concerns them most."""

from bluegether.core.discussion.api.following import followers
from bluegether.core.discussion.api.things import key_of
from bluegether.core.kit.notice import tell
from plone.app.discussion.interfaces import IComment


def written(context, comment, named: tuple[str, ...]) -> None:
    """Tell who is named, who is answered, whose content it is and who follows it."""
    author, told = comment.author_username, set(mentioned(context, comment, named))
    answered = comment.__parent__.get(comment.in_reply_to) if comment.in_reply_to else None
    if answered is not None and answered.author_username not in told:
        told.add(answered.author_username)
        tell("discussion.reply", thing=key(context, comment), actor=author, recipients=[answered.author_username])
    others = [userid for userid in (context.Creator(), *followers(context)) if userid not in told]
    tell("discussion.comment", thing=key(context, comment), actor=author, recipients=others)


def mentioned(context, comment, named: tuple[str, ...]) -> tuple[str, ...]:
    """Tell those whom the text names, and return them."""
    tell("discussion.mention", thing=key(context, comment), actor=comment.author_username, recipients=named)
    return named


def reacted(obj, userid: str) -> None:
    """Tell whose content or comment it is."""
    if IComment.providedBy(obj):
        thing, author = key(obj.__parent__.__parent__, obj), obj.author_username
    else:
        thing, author = key_of(obj), obj.Creator()
    if thing and author:
        tell("discussion.reaction", thing=thing, actor=userid, recipients=[author])


def key(context, comment) -> str:
    """Return what names the comment in a notice."""
    return f"{key_of(context)}/{comment.comment_id}"
