"""`@@messages`: one's conversations; `@@messages/<id>`: one of them beside the list, and everything done in it."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.messaging import api as messaging
from bluegether.core.messaging.browser.flow import Talking
from bluegether.core.people import api as people
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
import secrets


NAMES = 3
EXCERPT = 90
ACTS = {
    "pin": (messaging.pin, _("Pinned on top of your list.")),
    "unpin": (messaging.unpin, _("The conversation is no longer pinned.")),
    "mute": (messaging.mute, _("You are told nothing of this conversation any more.")),
    "unmute": (messaging.unmute, _("You are told of this conversation again.")),
}


class Messages(Talking):
    """The same page with and without JavaScript; with it, sending and reading on do not reload it."""

    index = ViewPageTemplateFile("messages.pt")

    def show(self):
        if self.conversation_id:
            self.seen  # noqa: B018 (404 before anything of the page is made)
        return self.index()

    def post(self) -> str:
        act = self.text("act")
        messaging.conversation(self.conversation_id, userid=self.userid)
        if act in ACTS:
            verb, message = ACTS[act]
            verb(self.conversation_id, userid=self.userid)
            self.tell(message)
            return self.talk_url
        done = getattr(self, f"act_{act}", None) if act in OWN_ACTS else None
        if done is None:
            raise Invalid(_("There is nothing at this address."))
        return done()

    def act_send(self) -> str:
        read = self.number("read")
        messaging.send(self.conversation_id, self.text("text"), author=self.userid, files=self.files(), read=read)
        # The browser keeps what is typed until the page says that this very text was sent.
        return f"{self.talk_url}?{urlencode({'sent': self.text('nonce')})}#answer"

    def act_read(self) -> str:
        messaging.mark_read(self.conversation_id, userid=self.userid, up_to=self.number("read"))
        return self.talk_url

    def act_edit(self) -> str:
        message_id = self.number("message") or 0
        messaging.edit(self.conversation_id, message_id, self.text("text"), userid=self.userid)
        return f"{self.talk_url}#m{message_id}"

    def act_delete(self) -> str:
        messaging.delete(self.conversation_id, self.number("message") or 0, userid=self.userid)
        self.tell(_("Your message is deleted."))
        return self.talk_url

    def act_title(self) -> str:
        messaging.retitle(self.conversation_id, self.text("title"), userid=self.userid)
        return self.talk_url

    def act_add(self) -> str:
        typed = self.text("person").strip()
        person = people.member_named(typed)
        if not person:
            raise Invalid(_("Nobody, or more than one person, is called that: type the user id."), field="person")
        messaging.add(self.conversation_id, person, userid=self.userid)
        return self.talk_url

    def act_leave(self) -> str:
        messaging.leave(self.conversation_id, userid=self.userid)
        self.tell(_("You have left the conversation."))
        return self.url

    def act_block(self) -> str:
        messaging.block(self.text("person"), userid=self.userid)
        self.tell(_("Blocked. Nothing that this person writes reaches you; they are not told."))
        return self.talk_url

    def act_unblock(self) -> str:
        messaging.unblock(self.text("person"), userid=self.userid)
        self.tell(_("No longer blocked."))
        return self.talk_url

    # The list

    @property
    def q(self) -> str:
        return self.text("q").strip()

    @cached_property
    def listed(self) -> messaging.Page:
        return messaging.conversations(self.userid, cursor=self.number("cursor"))

    def talks(self) -> list[dict]:
        return [self.talk(item) for item in self.listed.items]

    def talk(self, item: messaging.Seen) -> dict:
        """Return a line of the list."""
        found, last = item.conversation, item.last
        others = messaging.others(found, self.userid)
        return {
            "url": f"{self.site_url}/@@messages/{found.id}",
            "title": self.title_of(found),
            "who": self.person(others[0]) if others else self.person(self.userid),
            "group": found.group,
            "last": self.excerpt(last) if last is not None else "",
            "when": self.moment(last.written)["short"] if last is not None else "",
            "unread": item.unread,
            "pinned": item.pinned,
            "muted": item.mine.muted,
            "away": self.away_of(found, others) is not None,
            "current": "page" if found.id == self.conversation_id else None,
        }

    def title_of(self, found) -> str:
        """Return the title, or the names of the others."""
        if found.title:
            return found.title
        names = [self.person(one)["name"] for one in messaging.others(found, self.userid)]
        if len(names) > NAMES:
            mapping = {"names": ", ".join(names[:NAMES]), "count": len(names) - NAMES}
            return self.context.translate(_("${names} and ${count} more", mapping=mapping))
        return ", ".join(names) or self.context.translate(_("Nobody else any more"))

    def excerpt(self, last) -> str:
        """Return the beginning of the last message."""
        if last.event:
            return self.context.translate(self.event(last))
        if last.removed or last.hidden:
            return self.context.translate(_("Message deleted") if last.removed else _("Message hidden by moderation"))
        words = " ".join(last.text.split()) or ", ".join(file.name for file in last.files)
        short = words if len(words) <= EXCERPT else f"{words[:EXCERPT]}…"
        if last.author == self.userid:
            return self.context.translate(_("You: ${text}", mapping={"text": short}))
        return short

    @property
    def next_url(self) -> str | None:
        return f"{self.url}?cursor={self.listed.cursor}" if self.listed.cursor else None

    # Search

    @cached_property
    def matches(self) -> list[dict]:
        """Return what the search finds; what is wrong with the question stands above the list."""
        try:
            page = messaging.search(self.q, userid=self.userid, cursor=self.number("cursor"))
        except BluegetherError as error:
            self.error = error
            return []
        self.more_matches = f"{self.url}?{urlencode({'q': self.q, 'cursor': page.cursor})}" if page.cursor else None
        return [self.match(found, one) for found, one in page.items]

    more_matches = None

    def match(self, found, one) -> dict:
        return {
            "url": f"{self.site_url}/@@messages/{found.id}?before={one.id + 1}#m{one.id}",
            "title": self.title_of(found),
            "author": self.person(one.author),
            "text": self.excerpt(one),
            "when": self.moment(one.written)["short"],
        }

    # One conversation

    @property
    def heading(self) -> str:
        return self.title_of(self.found)

    @cached_property
    def people_here(self) -> list[dict]:
        """Return the others who take part."""
        return [self.person(one) for one in messaging.others(self.found, self.userid)]

    @property
    def other(self) -> dict | None:
        """Return the other one of a conversation of two."""
        return self.people_here[0] if self.people_here and not self.found.group else None

    def away(self) -> dict | None:
        return self.away_of(self.found, messaging.others(self.found, self.userid))

    def away_of(self, found, others: list[str]) -> dict | None:
        """Return until when the other one is away, and who replaces them."""
        away = people.away(others[0]) if others and not found.group else None
        if away is None:
            return None
        replacement = self.person(away.replacement) if away.replacement else None
        return {"until": spoken(away.until), "replacement": replacement}

    @property
    def may_write(self) -> bool:
        return messaging.may_write(self.found, self.userid)

    @property
    def has_blocked(self) -> bool:
        return self.other is not None and messaging.has_blocked(self.userid, self.other["userid"])

    def editing(self) -> dict | None:
        """Return the message that is being changed, and its text as it stands in the form."""
        wanted = self.number("edit") or (self.number("message") if self.text("act") == "edit" else None)
        if not wanted:
            return None
        _found, one = messaging.message(self.conversation_id, wanted, userid=self.userid)
        if not messaging.can_edit(one, self.userid):
            return None
        return {"id": one.id, "text": self.text("text") or one.text}

    @property
    def typed(self) -> str:
        """Return the text that could not be sent."""
        return self.text("text") if self.text("act") == "send" else ""

    def nonce(self) -> str:
        """Return a mark of this form; it names what was sent, and opens nothing."""
        return secrets.token_hex(8)

    @property
    def draft_key(self) -> str:
        return f"{self.userid} {self.conversation_id}"

    @property
    def accept(self) -> str:
        return ",".join(f".{ending}" for ending in messaging.TYPES)

    text_length = messaging.TEXT_LENGTH
    title_length = messaging.TITLE_LENGTH


OWN_ACTS = frozenset({"send", "read", "edit", "delete", "title", "add", "leave", "block", "unblock"})
