"""`PATCH @spaces/<uid>` and `@spaces/<uid>/members/<user id>`; `DELETE @spaces/<uid>/members/<user id>`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.services.base import Writing


class Update(Writing):
    """Change fields of the space, `owner` or `archived`; of a member the `role`. Answers 200 with the space, or 204."""

    def answer(self):
        uid, body = self.uid(), self.body()
        if self.rest("", "members"):
            return self.role(uid, body)
        archived = body.pop("archived", None)
        if archived not in (None, True, False):
            raise Invalid(_("Send true or false."), field="archived")
        owner = self.words(body, "owner")
        body.pop("owner", None)
        if set(body) - set(spaces.FIELDS):
            raise Invalid(_("This cannot be changed."), field=min(set(body) - set(spaces.FIELDS)))
        if archived is False:
            spaces.reopen(uid, actor=self.userid)
        if body:
            spaces.update_space(uid, actor=self.userid, **body)
        if owner:
            spaces.hand_over(uid, owner, actor=self.userid)
        if archived:
            spaces.archive(uid, actor=self.userid)
        return self.space_json(uid)

    def role(self, uid: str, body: dict):
        if len(self.params) != 3:
            raise Missing(_("There is nothing at this address."))
        spaces.set_role(uid, self.params[2], self.words(body, "role"), actor=self.userid)
        return self.reply_no_content()


class Remove(Writing):
    """Take a member out, or an invitation back. Answers 204."""

    def answer(self):
        uid = self.uid()
        self.rest("members")
        if len(self.params) != 3:
            raise Missing(_("There is nothing at this address."))
        spaces.remove(uid, self.params[2], actor=self.userid)
        return self.reply_no_content()
