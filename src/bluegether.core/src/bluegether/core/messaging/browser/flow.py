"""The messages of one conversation, ready for the template; `@@messages-flow/<id>`: older or newer ones alone."""

from bluegether.core import _
from bluegether.core.kit.attachment import spoken_size
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.report import report_url
from bluegether.core.messaging import api as messaging
from bluegether.core.messaging.browser.page import Page
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


EVENTS = {
    "joined": _("${name} added ${other} to the conversation"),
    "left": _("${name} left the conversation"),
    "titled": _("${name} named the conversation “${title}”"),
    "untitled": _("${name} took the name of the conversation away"),
}
POLL = 15_000  # milliseconds


@implementer(IPublishTraverse)
class Talking(Page):
    """A page about the conversation whose id follows its name; 404 for whoever does not take part."""

    flow_template = ViewPageTemplateFile("flow.pt")
    conversation_id = 0

    def publishTraverse(self, request, name):
        if self.conversation_id:
            raise NotFound(name)
        try:
            self.conversation_id = messaging.checked_id(name)
        except BluegetherError:
            raise NotFound(name) from None
        return self

    @cached_property
    def seen(self) -> messaging.Seen:
        return messaging.seen(self.conversation_id, userid=self.userid)

    @property
    def found(self):
        return self.seen.conversation

    @property
    def talk_url(self) -> str:
        return f"{self.site_url}/@@messages/{self.conversation_id}"

    @property
    def flow_url(self) -> str:
        return f"{self.site_url}/@@messages-flow/{self.conversation_id}"

    def number(self, name: str) -> int | None:
        """Return an id in the address, None without one; what is no id is a 404."""
        value = self.text(name)
        return messaging.checked_id(value) if value else None

    @cached_property
    def page(self) -> messaging.Page:
        """Return the messages of this page, newest first."""
        bounds = {"below": self.number("before"), "above": self.number("after")}
        return messaging.messages(self.conversation_id, userid=self.userid, **bounds)

    def flow(self) -> str:
        """Return the page's messages as HTML, in the order in which they were written."""
        return self.flow_template()

    def rows(self) -> list[dict]:
        """Return the entries, oldest first, with the day where a new one begins and a mark where unread ones begin."""
        rows, day, marked = [], "", not self.seen.unread
        self.named: set[str] = set()
        for row in reversed([self.row(one) for one in self.page.items]):
            one = row["message"]
            row["new_day"] = row["when"]["day"] if row["when"]["day"] != day else None
            row["first_unread"] = not marked and one.id > self.seen.mine.read and not row["mine"] and not one.event
            day, marked = row["when"]["day"], marked or row["first_unread"]
            rows.append(row)
        return rows

    def report(self, one) -> str | None:
        """Return where the message is reported, None for one's own and for what is gone."""
        if one.author == self.userid or one.event or one.removed or one.hidden:
            return None
        return report_url(self.site_url, "message", f"{self.conversation_id}/{one.id}")

    def row(self, one) -> dict:
        silent = one.removed or one.hidden
        return {
            "id": one.id,
            "message": one,
            "mine": one.author == self.userid,
            "author": self.person(one.author),
            "when": self.moment(one.written),
            "event": self.event(one) if one.event else None,
            "removed": one.removed,
            "hidden": one.hidden,
            "blocked": not silent and messaging.has_blocked(self.userid, one.author),
            "edited": one.edited is not None and not silent,
            "lines": [] if silent else self.lines(one.text),
            "files": [] if silent else [self.file(one, number, kept) for number, kept in enumerate(one.files)],
            "readers": self.readers(one),
            "report": self.report(one),
            "may_edit": messaging.can_edit(one, self.userid),
            "may_delete": messaging.can_delete(one, self.userid),
            "edit_url": f"{self.talk_url}?edit={one.id}#edit",
        }

    def readers(self, one) -> str:
        """Return who has read up to here; asked from the newest on, so that each is named once."""
        found = [who for who in messaging.readers(self.found, one, self.userid) if who not in self.named]
        self.named.update(found)
        return ", ".join(messaging.name_of(who) for who in found)

    def event(self, one):
        """Return what happened, as a sentence."""
        kind = "untitled" if one.event == "titled" and not one.text else one.event
        mapping = {"name": self.person(one.author)["name"], "title": one.text}
        if one.subject:
            mapping["other"] = self.person(one.subject)["name"]
        return _(EVENTS[kind], mapping=mapping)

    def file(self, one, number: int, kept) -> dict:
        url = f"{self.site_url}/@@message-file/{self.conversation_id}/{one.id}/{number}"
        return {
            "name": kept.name,
            "url": url,
            "size": spoken_size(kept.size),
            "thumbnail": f"{url}/small" if kept.thumbnail else None,
        }

    def lines(self, text: str) -> list[list[dict]]:
        """Return the text's lines, each a list of parts: kind, text, and url of a link or of a person."""
        found: list[list[dict]] = [[]]
        for part in messaging.parts(text):
            for number, piece in enumerate(part.text.split("\n")):
                if number:
                    found.append([])
                found[-1].append({"kind": part.kind, "text": piece, "url": self.target(part)})
        return found if text else []

    def target(self, part: messaging.Part) -> str | None:
        if part.kind == "mention":
            return f"{self.site_url}/people/{part.value}"
        return part.value or None

    @property
    def older_url(self) -> str | None:
        after = "after" in self.request.form
        return f"{self.talk_url}?before={self.page.cursor}" if self.page.cursor and not after else None

    @property
    def older_fragment(self) -> str:
        url = self.older_url.replace("/@@messages/", "/@@messages-flow/")
        return f"url: {url}; source: #flow-part; target: #flow-older::element"

    @property
    def newest(self) -> int:
        """Return the id of the newest message that this page shows, or of the one it came after."""
        return self.page.items[0].id if self.page.items else (self.number("after") or 0)

    @property
    def at_the_end(self) -> bool:
        """Return whether nothing newer was left out."""
        return "before" not in self.request.form

    @property
    def poll(self) -> str:
        """Return what pat-inject needs to ask for newer messages after a while."""
        url = f"{self.flow_url}?after={self.newest}"
        return f"url: {url}; source: #flow-part; target: #flow-newer::element; trigger: autoload; delay: {POLL}"

    @property
    def unread(self) -> int:
        return self.seen.unread


class Flow(Talking):
    """The fragment; it writes nothing, and reads no more than what it shows."""

    index = ViewPageTemplateFile("part.pt")

    def show(self) -> str:
        if not self.conversation_id:
            raise NotFound(self.__name__)
        return self.index()
