"""`@@stream`: the post box and the entries; `@@stream/<id>`: one entry as something with an address."""

from bluegether.core import _
from bluegether.core.kit.draft import arrived
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import TooMany
from bluegether.core.kit.limit import say_wait
from bluegether.core.kit.picture import picture
from bluegether.core.kit.picture import sent_bytes
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.entries import TABS
from bluegether.core.stream.browser.entries import Viewing
from bluegether.core.stream.browser.follows import suggested
from bluegether.core.stream.browser.showing import OF_SPACE
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import re
import transaction


TITLES = {"all": _("Everything"), "me": _("For me"), "bookmarks": _("Kept for later")}
KINDS = {
    "message": _("Message"),
    "feedback": _("Feedback from a mission"),
    "question": _("Question"),
    "praise": _("Praise"),
    "poll": _("Poll"),
}
FIELDS = ("text", "kind", "technology", "sector", "praised", "value", "options", "ends", "documents")
ORDERS = {"newest": _("Newest first"), "activity": _("Last commented first")}
PERSONAL = {"person": _("Publications of this person"), "shared": _("Shared by this person")}
EMPTY = {
    "all": _("Nobody has written yet. Be the first: say what you are working on."),
    "me": _("Follow people and hashtags: what they publish will be here."),
    "bookmarks": _("You keep nothing yet. “Keep for later” is in the menu of every publication."),
    "person": _("There is nothing of this person that you may see."),
    "shared": _("There is nothing that this person shared and that you may see."),
    "hashtag": _("There is nothing with this hashtag that you may see."),
    "space": _("Nobody has written here yet. Be the first: say what you are working on."),
}


@implementer(IPublishTraverse)
class Stream(Viewing):
    """The same page with and without JavaScript; with it, posting and scrolling do not reload it."""

    index = ViewPageTemplateFile("stream.pt")
    error = None

    def publishTraverse(self, request, name):
        """Return the publication of this id. Nobody is signed in yet: whoever publishes it asks who may see it."""
        try:
            return stream.publication(stream.id_in_path([name]))
        except BluegetherError:
            raise NotFound(name) from None

    def __call__(self) -> str:
        if self.request.method == "POST":
            return self.post()
        return self.index()

    def post(self) -> str:
        """Write the post; a refusal shows the message and keeps the text."""
        self.write()
        try:
            stream.post(author=self.userid, **self.audience(), **self.sent_values())
        except BluegetherError as error:
            transaction.abort()
            self.error = error
            if isinstance(error, TooMany):
                say_wait(self.request, error)
            return self.index()
        arrived(self.request)
        api.portal.show_message(_("Your publication is online."), request=self.request)
        return self.request.response.redirect(self.space.url if self.space else self.url(**self.query))

    @cached_property
    def space(self):
        """Return the space whose publications these are, None for another view. Raises NotFound where it is not."""
        if self.wanted.name != "space":
            return None
        if not spaces.may_see(self.wanted.value, self.userid):
            raise NotFound("space")
        return spaces.brief(self.wanted.value, userid=self.userid)

    def sent_values(self) -> dict:
        """Return the form as the verb takes it."""
        sent = self.sent
        values = {name: sent[name] for name in ("text", "kind", "technology", "sector", "value", "ends")}
        return values | {
            "praised": [one.removeprefix("@") for one in re.split(r"[\s,;]+", sent["praised"]) if one],
            "options": sent["options"].splitlines(),
            "several": bool(self.request.form.get("several")),
            "documents": sent["documents"].split(),
            "pictures": self.sent_pictures(),
        }

    def sent_pictures(self) -> list:
        """Return the pictures of the form, made anew, with their words."""
        form, found = self.request.form, []
        for place in range(stream.PICTURES):
            upload = form.get(f"picture_{place}")
            if getattr(upload, "filename", ""):
                alt = form.get(f"alt_{place}", "")
                found.append(picture(sent_bytes(upload), alt=alt if isinstance(alt, str) else ""))
        return found

    @property
    def title(self):
        if self.wanted.name == "hashtag":
            return f"#{self.wanted.value}"
        if self.space:
            return self.space.title
        return self.someone["name"] if self.wanted.name in PERSONAL else _("Stream")

    @property
    def someone(self) -> dict:
        return self.person(self.wanted.value)

    @property
    def sent(self) -> dict[str, str]:
        """Return what the post box holds: what was sent, else what a new one holds."""
        form = self.request.form if self.request.method == "POST" else {}
        sent = {name: form.get(name, "message" if name == "kind" else "") for name in FIELDS}
        return {name: value if isinstance(value, str) else "" for name, value in sent.items()}

    def kinds(self) -> list[dict]:
        """Return what can be written."""
        chosen = self.sent["kind"]
        return [
            {"name": name, "title": title, "selected": "selected" if name == chosen else None}
            for name, title in KINDS.items()
        ]

    def values(self) -> list[dict]:
        """Return the articles of the charter that praise may name."""
        chosen = self.sent["value"]
        return [
            {"key": key, "title": title, "selected": "selected" if key == chosen else None}
            for key, title in stream.values(self.request.get("LANGUAGE", ""))
        ]

    def places(self) -> range:
        """Return the places for pictures."""
        return range(stream.PICTURES)

    @property
    def sent_audience(self) -> str:
        """Return the audience that is chosen in the box."""
        if self.request.method == "POST" and isinstance(self.request.form.get("unit"), str):
            return self.request.form["unit"]
        return f"{OF_SPACE}{self.space.uid}" if self.space else ""

    def all_units(self) -> list[tuple[str, str]]:
        """Return the units by their titles."""
        return sorted(self.units.items(), key=lambda item: item[1])

    @property
    def may_post(self) -> bool:
        if self.space:
            return spaces.may_post(self.space.uid, self.userid) and not self.cursor
        return stream.may_post() and self.wanted.name in ("all", "me") and not self.cursor

    def tabs(self) -> list[dict]:
        """Return the filters; on a person's page also what they published and shared."""
        return self._filters() + (self._personal() if self.wanted.name in PERSONAL else [])

    def _personal(self) -> list[dict]:
        return [
            {
                "title": title,
                "url": self.url(**{name: self.wanted.value}),
                "current": "page" if name == self.wanted.name else None,
            }
            for name, title in PERSONAL.items()
        ]

    def _filters(self) -> list[dict]:
        return [
            {
                "title": TITLES[name],
                "url": self.url(view="" if name == "all" else name),
                "current": "page" if name == self.wanted.name else None,
            }
            for name in TABS
        ]

    def orders(self) -> list[dict]:
        """Return the orders of this view, none where there is one only."""
        if self.wanted.name not in stream.ORDERED:
            return []
        tab = "" if self.wanted.name == "all" else self.wanted.name
        return [
            {
                "title": title,
                "url": self.url(view=tab, order="" if name == "newest" else name),
                "current": "true" if name == self.wanted.order else None,
            }
            for name, title in ORDERS.items()
        ]

    @cached_property
    def unread(self) -> int:
        """Return the newest entry of the page if it is newer than what was read, else 0; never one of others' only."""
        if self.wanted.name not in stream.ORDERED or self.cursor:
            return 0
        newest = max((item.entry.id for item in self.page.items), default=0)
        return newest if newest > self.seen else 0

    def suggestions(self) -> list[dict]:
        """Return whom one might follow, for the aside."""
        return [] if self.cursor else suggested(self, stream.suggestions(self.userid))

    def trends(self) -> list[dict]:
        """Return the hashtags of the week."""
        found = [] if self.cursor or spaces.is_outside(self.userid) else stream.trends()
        return [{"tag": one.hashtag, "count": one.count, "url": self.url(hashtag=one.hashtag)} for one in found]

    @property
    def may_rename(self) -> bool:
        return stream.may_rename_hashtags()

    @cached_property
    def pinned(self) -> list[stream.Shown]:
        """Return what stands on top of the first page of everything."""
        return stream.pinned(userid=self.userid) if self.wanted.name == "all" and not self.cursor else []

    def items(self) -> list[stream.Shown]:
        """Return the page's entries without those that stand on top."""
        return [item for item in self.page.items if not (self.pinned and stream.is_pinned(item.entry.id))]

    def empty(self):
        """Return why there is nothing."""
        return EMPTY[self.wanted.name]

    @cached_property
    def newest(self) -> int:
        return stream.newest(userid=self.userid)

    @property
    def follow(self) -> dict | None:
        """Return what the follow button of a person's or hashtag's page does."""
        name, value = self.wanted.name, self.wanted.value
        if name == "hashtag":
            followed = value in stream.choices(self.userid).hashtags
        elif name == "space" and not self.space.role:
            followed = value in stream.choices(self.userid).spaces
        elif name == "person" and value != self.userid and people.account(value) is not None:
            followed = value in stream.choices(self.userid).people
        else:
            return None
        return {"name": name, "value": value, "followed": followed}

    @property
    def muted(self) -> bool:
        return self.wanted.name == "person" and self.wanted.value in stream.choices(self.userid).muted

    @property
    def total(self) -> int:
        if self.space:
            return 0
        kind = "author" if self.wanted.name == "person" else "hashtag"
        return stream.total(kind, self.wanted.value)

    def my_choices(self) -> dict:
        """Return whom and what I follow, for the aside."""
        mine = stream.choices(self.userid)
        return {
            "people": [self.person(userid) for userid in mine.people[:20]],
            "hashtags": [{"tag": tag, "url": self.url(hashtag=tag)} for tag in mine.hashtags[:20]],
            "any": bool(mine.people or mine.hashtags or mine.muted or mine.blocked or mine.spaces),
        }
