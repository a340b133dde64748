"""`GET @conversations`, `GET @conversations/<id>`, `GET @conversations/search`, `GET @message-settings`."""

from bluegether.core.kit.query import integer
from bluegether.core.messaging import api as messaging
from bluegether.core.messaging.services.base import Reading
from urllib.parse import urlencode


class Get(Reading):
    """The list, a page of one conversation, or what a search (`q`) finds; each with `cursor` and `size`."""

    def answer(self) -> dict:
        if not self.params:
            return self.listed()
        return self.found() if self.params == ["search"] else self.one(*self.ids())

    def listed(self) -> dict:
        page = messaging.conversations(self.userid, cursor=self.cursor, size=self.size(messaging.SIZE))
        return {
            "@id": self.url,
            "items": [self.conversation_json(item) for item in page.items],
            "unread": messaging.unread(self.userid),
            "next": self.following(self.url, page),
        }

    def one(self, conversation_id: int) -> dict:
        seen = messaging.seen(conversation_id, userid=self.userid)
        page = messaging.messages(
            conversation_id, userid=self.userid, below=self.cursor, size=self.size(messaging.FLOW)
        )
        return self.conversation_json(seen) | {
            "messages": [self.message_json(seen.conversation, one) for one in page.items],
            "next": self.following(f"{self.url}/{conversation_id}", page),
        }

    def found(self) -> dict:
        text = self.request.form.get("q", "")
        page = messaging.search(text, userid=self.userid, cursor=self.cursor, size=self.size(messaging.SIZE))
        url = f"{self.url}/search"
        return {
            "@id": f"{url}?{urlencode({'q': text})}",
            "items": [self.message_json(found, one) | {"conversation": str(found.id)} for found, one in page.items],
            "next": self.following(url, page, q=text),
        }

    @property
    def cursor(self) -> int | None:
        return integer(self.request.form, "cursor", default=0, maximum=2**62) or None

    def size(self, default: int) -> int:
        return integer(self.request.form, "size", default=default, minimum=1, maximum=messaging.MAX_SIZE)

    def following(self, url: str, page: messaging.Page, **query: str) -> str | None:
        if page.cursor is None:
            return None
        size = {"size": self.request.form["size"]} if "size" in self.request.form else {}
        return f"{url}?{urlencode(query | size | {'cursor': page.cursor})}"


class Settings(Reading):
    """Whether the person accepts read receipts, and whom they blocked."""

    def answer(self) -> dict:
        return {
            "@id": f"{self.context.absolute_url()}/@message-settings",
            "receipts": messaging.accepts_receipts(self.userid),
            "receipts_possible": bool(messaging.setting("receipts")),
            "blocked": messaging.blocked(self.userid),
        }
