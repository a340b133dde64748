"""`GET @stream`, `GET @stream/<id>`, `GET @stream-new`, `GET @follows`."""

from bluegether.core.kit.query import integer
from bluegether.core.stream import api as stream
from bluegether.core.stream.services.base import Reading
from urllib.parse import urlencode


class Get(Reading):
    """A page of a view (`view`, `value`, `cursor`, `size`), or one entry."""

    def answer(self) -> dict:
        if len(self.params) == 2 and self.params[1] == "shares":
            return self.shares(stream.id_in_path(self.params[:1]))
        if self.params:
            return self.json(stream.shown(stream.id_in_path(self.params), userid=self.userid))
        return self.page(self.request.form)

    def shares(self, entry_id: int) -> dict:
        """Return who shared the entry, of those shares that one may see."""
        stream.entry(entry_id, userid=self.userid)
        items = [self.json(item) for item in stream.shares_of_entry(entry_id, userid=self.userid)]
        return {"@id": f"{self.context.absolute_url()}/@stream/{entry_id}/shares", "items": items}

    def page(self, form) -> dict:
        wanted = stream.view(form.get("view", "all"), form.get("value", ""), form.get("order", "newest"))
        size = integer(form, "size", default=stream.SIZE, minimum=1, maximum=stream.MAX_SIZE)
        cursor = stream.checked_id(form["cursor"], field="cursor") if "cursor" in form else None
        page = stream.entries(wanted, userid=self.userid, cursor=cursor, size=size)
        url = f"{self.context.absolute_url()}/@stream"
        query = {"view": wanted.name, "value": wanted.value, "order": wanted.order, "size": size}
        following = f"{url}?{urlencode(query | {'cursor': page.cursor})}" if page.cursor else None
        return {
            "@id": f"{url}?{urlencode(query)}",
            "items": [self.json(item) for item in page.items],
            "next": following,
        }


class New(Reading):
    """How many entries of others are newer than `since`; `more` when there are more than that."""

    def answer(self) -> dict:
        form = self.request.form
        wanted = stream.view(form.get("view", "all"), form.get("value", ""))
        count = stream.new_since(stream.checked_id(form.get("since"), field="since"), wanted, userid=self.userid)
        return {"count": min(count, stream.NEW), "more": count > stream.NEW}


class Follows(Reading):
    """Whom and what the signed-in person follows."""

    def answer(self) -> dict:
        mine = stream.choices(self.userid)
        return {
            "@id": f"{self.context.absolute_url()}/@follows",
            "people": list(mine.people),
            "hashtags": list(mine.hashtags),
            "spaces": list(mine.spaces),
            "muted": list(mine.muted),
            "blocked": list(mine.blocked),
        }


class Suggestions(Reading):
    """Whom one might follow, and why."""

    def answer(self) -> dict:
        found = stream.suggestions(self.userid, limit=12, by_skill=True)
        return {
            "@id": f"{self.context.absolute_url()}/@follow-suggestions",
            "items": [
                {"person": one.userid, "reason": one.reason, "value": one.value, "count": one.count} for one in found
            ],
        }


class Trends(Reading):
    """The hashtags of the last seven days."""

    def answer(self) -> dict:
        items = [{"hashtag": one.hashtag, "count": one.count} for one in stream.trends(limit=20)]
        return {"@id": f"{self.context.absolute_url()}/@hashtags", "items": items}
