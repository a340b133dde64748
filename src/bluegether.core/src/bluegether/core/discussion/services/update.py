"""PATCH @comments."""

from bluegether.core.discussion import api
from bluegether.core.discussion.services.get import OnComment
from bluegether.core.kit.service import WriteService
from plone import api as plone


class CommentsUpdate(OnComment, WriteService):
    def answer(self):
        api.rewrite(self.comment(), self.body().get("text", ""), userid=plone.user.get_current().getId() or "")
        return self.reply_no_content()
