"""`@@message-new`: choose people, write the first message."""

from bluegether.core import _
from bluegether.core.messaging import api as messaging
from bluegether.core.messaging.browser.page import Page
from bluegether.core.people import api as people
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
import secrets


FOUND = 12
TEXT = 200


class New(Page):
    """One form does it all: looking for people brings it back with what was typed. Works without a script."""

    index = ViewPageTemplateFile("new.pt")
    text_length = messaging.TEXT_LENGTH
    title_length = messaging.TITLE_LENGTH

    def __call__(self):
        if self.request.method != "POST" and len(self.chosen) == 1:
            known = messaging.between(self.userid, self.chosen[0]["userid"])
            if known:
                return self.request.response.redirect(f"{self.site_url}/@@messages/{known}#answer")
        if self.text("find"):
            self.request.response.setHeader("Cache-Control", "private, no-store")
            return self.show()
        return super().__call__()

    def post(self) -> str:
        found = messaging.start(
            [one["userid"] for one in self.chosen],
            self.text("text"),
            author=self.userid,
            title=self.text("title"),
            history=self.text("history") == "on",
            files=self.files(),
        )
        self.tell(_("Your message is sent."))
        return f"{self.site_url}/@@messages/{found.id}?{urlencode({'sent': self.text('nonce')})}#answer"

    @cached_property
    def chosen(self) -> list[dict]:
        """Return who is ticked; whom nobody can write to falls out."""
        return [self.person(one) for one in self.texts("to") if self.fits(one)]

    @property
    def q(self) -> str:
        return self.text("q").strip()[:TEXT]

    @cached_property
    def matches(self) -> list[dict]:
        """Return the people whose name, job or user id holds what was typed, without those already ticked."""
        if not self.q:
            return []
        taken = {one["userid"] for one in self.chosen}
        found = (one for one in people.userids(text=self.q) if one not in taken and self.fits(one))
        return [self.person(one) for _number, one in zip(range(FOUND + 1), found, strict=False)]

    @property
    def more(self) -> bool:
        return len(self.matches) > FOUND

    def shown(self) -> list[dict]:
        return self.matches[:FOUND]

    def fits(self, userid: str) -> bool:
        return userid != self.userid and messaging.can_be_written_to(userid)

    def nonce(self) -> str:
        """Return a mark of this form; it names what was sent, and opens nothing."""
        return secrets.token_hex(8)

    @property
    def accept(self) -> str:
        return ",".join(f".{ending}" for ending in messaging.TYPES)
