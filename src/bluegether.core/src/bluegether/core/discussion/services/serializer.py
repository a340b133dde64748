"""Comments as JSON: plone.restapi's form, but only what the person may see, and with what this room adds."""

from bluegether.core.discussion import api
from bluegether.core.discussion.interfaces import IDiscussed
from bluegether.core.kit.interfaces import IBluegetherLayer
from plone import api as plone
from plone.app.discussion.interfaces import IComment
from plone.app.discussion.interfaces import IConversation
from plone.restapi.batching import HypermediaBatch
from plone.restapi.interfaces import IJsonCompatible
from plone.restapi.interfaces import ISerializeToJson
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.interface import implementer


def comments_url_of(content) -> str:
    """Return the address of the service that lists the comments."""
    return content.comments_url() if IDiscussed.providedBy(content) else f"{content.absolute_url()}/@comments"


@implementer(ISerializeToJson)
@adapter(IConversation, IBluegetherLayer)
class ConversationSerializer:
    """The threads, in batches; a comment that is hidden or withdrawn is left out and not counted."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self):
        content = self.context.__parent__
        may_view = plone.user.has_permission("View comments", obj=content)
        seen = [line.comment for line in api.lines(content) if line.comment is not None] if may_view else []
        batch = HypermediaBatch(self.request, seen)
        result = {
            "@id": batch.canonical_url,
            "items_total": batch.items_total,
            "permissions": {"view_comments": may_view, "can_reply": api.can_write(content)},
            "items": [getMultiAdapter((comment, self.request), ISerializeToJson)() for comment in batch],
        }
        return result | ({"batching": batch.links} if batch.links else {})


@implementer(ISerializeToJson)
@adapter(IComment, IBluegetherLayer)
class CommentSerializer:
    """One comment. Who asks for it has been found to be allowed to see it."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, include_items=True):
        comment = self.context
        content = comment.__parent__.__parent__
        comments_url = comments_url_of(content)
        userid = plone.user.get_current().getId() or ""
        answered = comment.in_reply_to or None
        return {
            "@id": f"{comments_url}/{comment.id}",
            "@type": comment.portal_type,
            "@parent": f"{comments_url}/{answered}" if answered else None,
            "comment_id": comment.id,
            "in_reply_to": str(answered) if answered else None,
            "text": {"data": comment.text, "mime-type": "text/plain"},
            "files": [file_json(comment, number) for number in range(len(api.files(comment)))],
            "user_notification": False,
            "author_username": None if api.is_gone(comment) else comment.author_username,
            "author_name": "" if api.is_gone(comment) else comment.author_name,
            "author_image": None,
            "creation_date": IJsonCompatible(comment.creation_date),
            "modification_date": IJsonCompatible(comment.modification_date),
            "is_edited": api.edited(comment),
            "is_editable": api.can_edit(comment, userid),
            "is_deletable": api.can_remove(comment, userid),
            "can_reply": api.can_write(content),
            "mentions": list(api.mentions(comment.text)),
            "reactions": {name: len(userids) for name, userids in api.reactions(comment).items()},
            "my_reaction": api.reaction_of(comment, userid),
        }


def file_json(comment, number: int) -> dict:
    """Return what a program needs to know of a file and to fetch it."""
    found = api.files(comment)[number]
    address = f"{comment.absolute_url()}/@@comment-file/{number}"
    return {
        "filename": found.name,
        "content-type": found.content_type,
        "size": found.size,
        "download": address,
        "thumbnail": f"{address}/small" if found.thumbnail else None,
    }
