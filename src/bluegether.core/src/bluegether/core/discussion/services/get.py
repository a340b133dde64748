"""GET @comments and @reactions: what plone.restapi answers, of what the person may see."""

from bluegether.core import _
from bluegether.core.discussion import api
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.kit.service import ReadService
from plone import api as plone
from plone.app.discussion.interfaces import IConversation
from plone.restapi.interfaces import ISerializeToJson
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


MAX_ID = 2**63 - 1


@implementer(IPublishTraverse, IOpenToOutside)
class OnComment:
    """Mixin: the comment that the address names, if it names one."""

    comment_id = ""

    def publishTraverse(self, request, name):
        if self.comment_id:
            raise Missing(_("There is no such comment."))
        self.comment_id = name
        return self

    def comment(self):
        """Return the comment of the address; raise Missing when it is not there, or not for this person."""
        found = None
        if self.comment_id.isascii() and self.comment_id.isdigit() and int(self.comment_id) <= MAX_ID:
            found = IConversation(self.context).get(int(self.comment_id))
        if found is None or not api.visible(found):
            raise Missing(_("There is no such comment."))
        return found


class CommentsGet(OnComment, ReadService):
    def answer(self):
        obj = self.comment() if self.comment_id else IConversation(self.context)
        return getMultiAdapter((obj, self.request), ISerializeToJson)()


def reactions_of(context, request, url: str) -> dict:
    """Return the reactions to the object as JSON-compatible data."""
    given = api.reactions(context)
    return {
        "@id": url,
        "mine": api.reaction_of(context, plone.user.get_current().getId() or ""),
        "can_react": api.can_react(context),
        "items": [
            {
                "reaction": name,
                "title": translate(api.REACTIONS[name][1], context=request),
                "count": len(userids),
                "userids": userids,
            }
            for name, userids in given.items()
            if name in api.REACTIONS
        ],
    }


class OnAnything(OnComment):
    """Mixin of @reactions: about the content, or about the comment that the address names."""

    def target(self):
        return self.comment() if self.comment_id else self.context

    def reactions(self) -> dict:
        """Return the reactions to the target."""
        tail = f"/{self.comment_id}" if self.comment_id else ""
        return reactions_of(self.target(), self.request, f"{self.context.absolute_url()}/@reactions{tail}")


class ReactionsGet(OnAnything, ReadService):
    def answer(self):
        return self.reactions()


class FollowGet(ReadService):
    """Whether the person is told of comments here."""

    def answer(self):
        userid = plone.user.get_current().getId() or ""
        return {"@id": f"{self.context.absolute_url()}/@follow", "follows": api.follows(self.context, userid)}
