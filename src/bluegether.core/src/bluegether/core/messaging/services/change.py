"""`POST`, `PATCH` and `DELETE` of `@conversations` and what is below; `PATCH @message-settings`."""

from bluegether.core import _
from bluegether.core.kit.attachment import files_of
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.messaging import api as messaging
from bluegether.core.messaging.services.base import Writing


NEW = frozenset({"to", "text", "title", "history", "files"})
CHANGES = {
    "pinned": (messaging.pin, messaging.unpin),
    "muted": (messaging.mute, messaging.unmute),
}
CHOICES = {"block": messaging.block, "unblock": messaging.unblock, "receipts": messaging.accept_receipts}


class Add(Writing):
    """A conversation; `<id>/messages` a message; `<id>/participants` somebody more. Answers 201."""

    def answer(self) -> dict:
        if not self.params:
            return self.started()
        if len(self.params) != 2 or self.params[1] not in ("messages", "participants"):
            raise Missing(_("There is nothing at this address."))
        conversation_id = messaging.checked_id(self.params[0])
        messaging.conversation(conversation_id, userid=self.userid)
        return self.sent(conversation_id) if self.params[1] == "messages" else self.added(conversation_id)

    def started(self) -> dict:
        body = self.body()
        values = {name: value for name, value in body.items() if name in NEW - {"to", "text", "files"}}
        found = messaging.start(
            body.get("to"), body.get("text", ""), author=self.userid, files=files_of(body), **values
        )
        return self.made(self.conversation_json(messaging.seen(found.id, userid=self.userid)))

    def sent(self, conversation_id: int) -> dict:
        body = self.body()
        message = messaging.send(conversation_id, body.get("text", ""), author=self.userid, files=files_of(body))
        found = messaging.conversation(conversation_id, userid=self.userid)
        return self.made(self.message_json(found, message))

    def added(self, conversation_id: int) -> dict:
        messaging.add(conversation_id, text_of(self.body(), "userid"), userid=self.userid)
        return self.made(self.conversation_json(messaging.seen(conversation_id, userid=self.userid)))

    def made(self, data: dict) -> dict:
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", data["@id"])
        return data


class Update(Writing):
    """A conversation's `title`, `pinned`, `muted`, `read` (true, or a message's id); the `text` of a message."""

    def answer(self) -> dict:
        if len(self.params) == 3:
            return self.message(*self.ids(message=True))
        (conversation_id,) = self.ids()
        messaging.conversation(conversation_id, userid=self.userid)
        body = self.body()
        if not body or not set(body) <= {"title", "read", *CHANGES}:
            raise Invalid(_("Send title, pinned, muted or read."))
        self.change(conversation_id, body)
        return self.conversation_json(messaging.seen(conversation_id, userid=self.userid))

    def change(self, conversation_id: int, body: dict) -> None:
        for name, (on, off) in CHANGES.items():
            if not isinstance(body.get(name, True), bool):
                raise Invalid(_("Send true or false."), field=name)
            if name in body:
                (on if body[name] else off)(conversation_id, userid=self.userid)
        if "title" in body:
            messaging.retitle(conversation_id, body["title"], userid=self.userid)
        if "read" in body:
            up_to = None if body["read"] is True else read_id(body["read"])
            messaging.mark_read(conversation_id, userid=self.userid, up_to=up_to)

    def message(self, conversation_id: int, message_id: int) -> dict:
        messaging.message(conversation_id, message_id, userid=self.userid)
        message = messaging.edit(conversation_id, message_id, text_of(self.body(), "text"), userid=self.userid)
        found = messaging.conversation(conversation_id, userid=self.userid)
        return self.message_json(found, message)


class Delete(Writing):
    """Leave a conversation; delete one's message. Answers 204."""

    def answer(self):
        if len(self.params) == 3:
            conversation_id, message_id = self.ids(message=True)
            messaging.delete(conversation_id, message_id, userid=self.userid)
        else:
            messaging.leave(*self.ids(), userid=self.userid)
        return self.reply_no_content()


class Choose(Writing):
    """One of `receipts`: true or false, `block`: user id, `unblock`: user id. Answers 204."""

    def answer(self):
        body = self.body()
        if self.params or len(body) != 1 or not set(body) <= set(CHOICES):
            raise Invalid(_("Send one of receipts, block or unblock."))
        ((name, value),) = body.items()
        CHOICES[name](value, userid=self.userid)
        return self.reply_no_content()


def text_of(body: dict, name: str) -> str:
    if not isinstance(body.get(name), str):
        raise Invalid(_("${name} must be text.", mapping={"name": name}), field=name)
    return body[name]


def read_id(value) -> int:
    """Return the id of the message read; raise Invalid for what is none."""
    try:
        return messaging.checked_id(value)
    except Missing:
        raise Invalid(_("Send true, or the id of a message."), field="read") from None
