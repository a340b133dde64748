"""`PATCH @stream/<id>`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.stream import api as stream
from bluegether.core.stream.services.base import Writing


class Update(Writing):
    """Change the `text` of one's post, or pin it (`pinned`: true or false). Answers 200 with the entry."""

    def answer(self) -> dict:
        entry_id, body = stream.id_in_path(self.params), self.body()
        stream.entry(entry_id, userid=self.userid)
        if not body or not set(body) <= {"text", "pinned"} or not isinstance(body.get("pinned", True), bool):
            raise Invalid(_("Send text, or pinned as true or false."))
        if "text" in body:
            stream.edit(entry_id, body["text"], userid=self.userid)
        if "pinned" in body:
            (stream.pin if body["pinned"] else stream.unpin)(entry_id, userid=self.userid)
        return self.json(stream.shown(entry_id, userid=self.userid))
