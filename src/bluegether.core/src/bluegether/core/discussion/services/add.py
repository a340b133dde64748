"""POST @comments and @reactions."""

from bluegether.core.discussion import api
from bluegether.core.discussion.services.get import OnAnything
from bluegether.core.discussion.services.get import OnComment
from bluegether.core.discussion.services.serializer import comments_url_of
from bluegether.core.kit.attachment import files_of
from bluegether.core.kit.service import WriteService
from plone import api as plone
from plone.app.discussion.interfaces import IConversation
from plone.restapi.interfaces import ISerializeToJson
from zope.component import getMultiAdapter


class CommentsAdd(OnComment, WriteService):
    """Adds a comment, or a reply where the address names a comment; answers it, with its id and its address."""

    def answer(self):
        reply_to = self.comment().comment_id if self.comment_id else None
        userid = plone.user.get_current().getId() or ""
        body = self.body()
        comment_id = api.write(
            self.context, body.get("text", ""), userid=userid, reply_to=reply_to, files=files_of(body)
        )
        comment = IConversation(self.context)[comment_id]
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{comments_url_of(self.context)}/{comment_id}")
        return getMultiAdapter((comment, self.request), ISerializeToJson)()


class ReactionsAdd(OnAnything, WriteService):
    def answer(self):
        api.react(self.target(), self.body().get("reaction", ""), userid=plone.user.get_current().getId() or "")
        return self.reactions()


class FollowAdd(WriteService):
    def answer(self):
        api.follow(self.context, userid=plone.user.get_current().getId() or "")
        return self.reply_no_content()
