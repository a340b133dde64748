"""`POST @stream`, `POST @bookmarks/<id>`, `POST @follows`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.stream import api as stream
from bluegether.core.stream.services.base import Writing


FIELDS = ("text", "kind", "units", "technology", "sector")


class Add(Writing):
    """Write a post: `text`, and optionally `kind`, `units`, `technology`, `sector`. Answers 201 with the post."""

    def answer(self) -> dict:
        if self.params:
            raise Missing(_("There is nothing at this address."))
        values = {name: value for name, value in self.body().items() if name in FIELDS}
        entry = stream.post(values.pop("text", ""), author=self.userid, **values)
        found = self.json(stream.shown(entry.id, userid=self.userid))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", found["@id"])
        return found


class Bookmark(Writing):
    """Keep an entry. Answers 204."""

    def answer(self):
        stream.bookmark(stream.id_in_path(self.params), userid=self.userid)
        return self.reply_no_content()


class Follow(Writing):
    """Follow `{"person": id}` or `{"hashtag": word}`, or mute `{"muted": id}`. Answers 204."""

    def answer(self):
        body = self.body()
        if len(body) != 1 or not set(body) <= {"person", "hashtag", "muted"}:
            raise Invalid(_("Send one of person, hashtag or muted."))
        if "muted" in body:
            stream.mute(self.userid, body["muted"])
        else:
            stream.follow(self.userid, **body)
        return self.reply_no_content()
