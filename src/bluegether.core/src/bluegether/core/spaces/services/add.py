"""`POST @spaces` (create), `@spaces/<uid>/join`, `apply`, `withdraw`, `leave`, `members`, `applications/<user id>`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.services.base import Writing
from plone.uuid.interfaces import IUUID


class Add(Writing):
    """Create a space from the fields of the body (201), or do what the path says (204)."""

    def answer(self):
        if not self.params:
            return self.create(self.body())
        uid = self.uid()
        name = self.rest("join", "apply", "withdraw", "leave", "members", "applications")
        getattr(self, name)(uid, self.body())
        return self.reply_no_content()

    def create(self, body: dict) -> dict:
        unknown = set(body) - {*spaces.FIELDS, "owner"}
        if unknown:
            raise Invalid(_("This cannot be changed."), field=min(unknown))
        values = {name: value for name, value in body.items() if name != "owner"}
        made = spaces.create_space(actor=self.userid, owner=self.words(body, "owner"), **values)
        found = self.space_json(IUUID(made))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", found["@id"])
        return found

    def join(self, uid: str, _body: dict) -> None:
        spaces.join(uid, userid=self.userid)

    def apply(self, uid: str, body: dict) -> None:
        spaces.apply(uid, self.words(body, "message"), userid=self.userid)

    def withdraw(self, uid: str, _body: dict) -> None:
        spaces.withdraw(uid, userid=self.userid)

    def leave(self, uid: str, body: dict) -> None:
        spaces.leave(uid, userid=self.userid, reason=self.words(body, "reason"))

    def members(self, uid: str, body: dict) -> None:
        """Invite the people in `userids`."""
        named = body.get("userids")
        if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
            raise Invalid(_("The people must be a list of user ids."), field="userids")
        spaces.invite(uid, named, actor=self.userid)

    def applications(self, uid: str, body: dict) -> None:
        """Answer the application of the path's person: `accept` true or false."""
        if len(self.params) != 3 or not isinstance(body.get("accept"), bool):
            raise Invalid(_("Send accept as true or false."), field="accept")
        (spaces.accept if body["accept"] else spaces.refuse)(uid, self.params[2], actor=self.userid)
