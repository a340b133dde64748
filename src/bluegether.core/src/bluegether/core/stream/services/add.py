"""`POST @stream`, `POST @bookmarks/<id>`, `POST @follows`."""

from base64 import b64decode
from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.picture import picture
from bluegether.core.stream import api as stream
from bluegether.core.stream.services.base import Writing


FIELDS = (
    *("text", "kind", "units", "space", "technology", "sector", "documents"),
    *("praised", "value", "options", "several", "ends"),
)
MAX_ENCODED = 14_000_000


class Add(Writing):
    """Write a post (see docs/stream.md for the members of the body), or `<id>/vote`. Answers 201 with the post."""

    def answer(self) -> dict:
        if len(self.params) == 2 and self.params[1] == "vote":
            return self.vote()
        if self.params:
            raise Missing(_("There is nothing at this address."))
        body = self.body()
        values = {name: value for name, value in body.items() if name in FIELDS}
        values["pictures"] = [_picture(one) for one in _list(body.get("pictures", []))]
        if "quote" in body:
            values["quote"] = stream.checked_id(body["quote"], field="quote")
        entry = stream.post(values.pop("text", ""), author=self.userid, **values)
        found = self.json(stream.shown(entry.id, userid=self.userid))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", found["@id"])
        return found

    def vote(self) -> dict:
        """Vote for the places in `options`; none takes the vote back. Answers 200 with the entry."""
        entry_id = stream.id_in_path(self.params[:1])
        stream.vote(entry_id, self.body().get("options"), userid=self.userid)
        return self.json(stream.shown(entry_id, userid=self.userid))


def _list(pictures) -> list:
    if not isinstance(pictures, list) or len(pictures) > stream.PICTURES:
        raise Invalid(
            _("At most ${count} pictures are possible.", mapping={"count": stream.PICTURES}), field="pictures"
        )
    return pictures


def _picture(sent):
    """Return the picture of `{"data": base64, "alt": words}`."""
    data = sent.get("data") if isinstance(sent, dict) else None
    if not isinstance(data, str) or len(data) > MAX_ENCODED:
        raise Invalid(_("Send each picture as data (base64) and alt."), field="pictures")
    try:
        decoded = b64decode(data, validate=True)
    except ValueError:
        raise Invalid(_("Send each picture as data (base64) and alt."), field="pictures") from None
    return picture(decoded, alt=sent.get("alt", ""))


class Seen(Writing):
    """All is read up to the entry `until`. Answers 204."""

    def answer(self):
        stream.note_seen(stream.checked_id(self.body().get("until"), field="until"), userid=self.userid)
        return self.reply_no_content()


class RenameHashtag(Writing):
    """Rename the hashtag `old` to `new`. Answers 204."""

    def answer(self):
        body = self.body()
        stream.rename_hashtag(body.get("old"), body.get("new"))
        return self.reply_no_content()


class Bookmark(Writing):
    """Keep an entry. Answers 204."""

    def answer(self):
        stream.bookmark(stream.id_in_path(self.params), userid=self.userid)
        return self.reply_no_content()


class Follow(Writing):
    """Follow `{"person": id}`, `{"hashtag": word}` or `{"space": uid}`; mute `{"muted": id}`; block `{"blocked": id}`.

    Answers 204.
    """

    def answer(self):
        body = self.body()
        if len(body) != 1 or not set(body) <= {"person", "hashtag", "space", "muted", "blocked"}:
            raise Invalid(_("Send one of person, hashtag, space, muted or blocked."))
        if "muted" in body:
            stream.mute(self.userid, body["muted"])
        elif "blocked" in body:
            stream.block(self.userid, body["blocked"])
        else:
            stream.follow(self.userid, **body)
        return self.reply_no_content()
