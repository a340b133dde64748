"""What notices about comments and reactions say: only to who may read them, at the moment when it is asked."""

from bluegether.core import _
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.access import acting_as
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import names
from bluegether.core.kit.notice import Said
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


EXCERPT = 160
VIEWED = "plone.types_use_view_action_in_listings"


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class CommentKind:
    """Somebody commented on content that is the person's, or that they follow."""

    category = "comment"
    for_clients = False

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid, actors):
        uid, _slash, comment_id = thing.partition("/")
        with acting_as(userid) as known:
            content = discussion.thing_of(uid) if known else None
            comment = self.comment(content, comment_id) if content is not None else None
            if content is None or (comment_id and comment is None) or not self.holds(comment, content, userid):
                return None
            mapping = {"names": names(actors), "title": discussion.heading_of(content)}
            text = self.sentence(comment, mapping, several=len(actors) > 1)
            return Said(text, self.url(content, comment), excerpt(comment.text) if comment is not None else "")

    def comment(self, content, comment_id: str):
        """Return the comment if the acting person may read it."""
        found = IConversation(content).get(int(comment_id)) if comment_id else None
        return found if found is not None and discussion.visible(found) else None

    def url(self, content, comment) -> str:
        """Return where the comment is read."""
        viewed = content.portal_type in (api.portal.get_registry_record(VIEWED, default=None) or ())
        anchor = comment.id if comment is not None else "discussion"
        return f"{content.absolute_url()}{'/view' if viewed else ''}#{anchor}"

    def holds(self, comment, content, userid: str) -> bool:
        """Return whether it is still true."""
        return True

    def sentence(self, comment, mapping: dict, *, several: bool):
        """Return what it says; only reactions have several authors."""
        return _("${names} commented on “${title}”", mapping=mapping)


class ReplyKind(CommentKind):
    """Somebody answered the person's comment."""

    category = "reply"

    def sentence(self, comment, mapping, *, several):
        return _("${names} answered your comment on “${title}”", mapping=mapping)


class MentionKind(CommentKind):
    """A comment names the person; one that was edited may not any more."""

    category = "mention"

    def holds(self, comment, content, userid):
        return comment is not None and userid in discussion.mentions(comment.text)

    def sentence(self, comment, mapping, *, several):
        return _("${names} mentioned you in a comment on “${title}”", mapping=mapping)


class ReactionKind(CommentKind):
    """People reacted to the person's content or comment; a reaction may have been taken back."""

    category = "reaction"

    def holds(self, comment, content, userid):
        given = discussion.reactions(comment if comment is not None else content)
        return any(other != userid for userids in given.values() for other in userids)

    def sentence(self, comment, mapping, *, several):
        if comment is not None:
            if several:
                return _("${names} have reacted to your comment on “${title}”", mapping=mapping)
            return _("${names} reacted to your comment on “${title}”", mapping=mapping)
        if several:
            return _("${names} have reacted to “${title}”", mapping=mapping)
        return _("${names} reacted to “${title}”", mapping=mapping)


def excerpt(text: str) -> str:
    """Return the text's beginning in one line."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rsplit(' ', 1)[0]}…"
