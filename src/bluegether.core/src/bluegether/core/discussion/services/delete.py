"""DELETE @comments and @reactions."""

from bluegether.core.discussion import api
from bluegether.core.discussion.services.get import OnAnything
from bluegether.core.discussion.services.get import OnComment
from bluegether.core.kit.service import WriteService
from plone import api as plone


class CommentsDelete(OnComment, WriteService):
    def answer(self):
        api.remove(self.comment(), userid=plone.user.get_current().getId() or "")
        return self.reply_no_content()


class ReactionsDelete(OnAnything, WriteService):
    def answer(self):
        api.unreact(self.target(), userid=plone.user.get_current().getId() or "")
        return self.reply_no_content()


class FollowDelete(WriteService):
    def answer(self):
        api.unfollow(self.context, userid=plone.user.get_current().getId() or "")
        return self.reply_no_content()
