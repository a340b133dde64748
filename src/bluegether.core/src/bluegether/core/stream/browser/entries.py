"""`@@stream-entries`: the next entries; `@@stream-new`: how many are new. Fragments, without the frame."""

from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.showing import Showing
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import BadRequest
from zope.i18n import translate
from zope.interface import implementer


TABS = ("all", "me", "bookmarks")


@implementer(IOpenToOutside)
class Viewing(Showing):
    """What a page of the stream is about: its query says which view, and from where on."""

    @cached_property
    def wanted(self) -> stream.View:
        """Return the view: a person's, a hashtag's or a space's when the query names one, else the tab's."""
        form = self.request.form
        for name in ("person", "shared", "hashtag", "space"):
            if form.get(name):
                return self.checked(stream.view, name, form[name])
        return self.checked(stream.view, form.get("view", "all"), "", form.get("order", "newest"))

    @cached_property
    def cursor(self) -> int | None:
        return self.number("cursor") if "cursor" in self.request.form else None

    @cached_property
    def page(self) -> stream.Page:
        return stream.entries(self.wanted, userid=self.userid, cursor=self.cursor)

    @cached_property
    def may_pin(self) -> bool:
        return stream.may_pin()

    @property
    def query(self) -> dict[str, str]:
        """Return the query that leads to this view."""
        if self.wanted.name in TABS:
            query = {} if self.wanted.name == "all" else {"view": self.wanted.name}
            return query if self.wanted.order == "newest" else query | {"order": self.wanted.order}
        return {self.wanted.name: self.wanted.value}

    @property
    def next_url(self) -> str | None:
        return self.url(**self.query, cursor=self.page.cursor) if self.page.cursor else None

    @property
    def next_fragment(self) -> str:
        """Return what pat-inject needs to put the next entries in the place of the link."""
        url = self.next_url.replace("/@@stream?", "/@@stream-entries?")
        return f"url: {url}; source: #stream-page; target: #stream-next::element; trigger: autoload-visible"

    def poll_url(self, since: int) -> str:
        """Return where the page asks for what came after this entry."""
        return f"{self.site_url}/@@stream-new?{urlencode(self.query | {'since': since})}"

    def number(self, name: str) -> int:
        return self.checked(stream.checked_id, self.request.form.get(name), field=name)

    def checked(self, check, *args, **kwargs):
        """Return the check's answer; what is wrong in a query is a bad request."""
        try:
            return check(*args, **kwargs)
        except BluegetherError as error:
            raise BadRequest(translate(error.message, context=self.request)) from None


class Entries(Viewing):
    """The next page of entries, with the link to the one after."""

    index = ViewPageTemplateFile("entries.pt")

    def __call__(self) -> str:
        return self.index()


class New(Viewing):
    """A line that says how many entries are new, and asks again after a while. Writes nothing, loads few entries."""

    index = ViewPageTemplateFile("new.pt")

    def __call__(self) -> str:
        return self.index()

    @cached_property
    def since(self) -> int:
        return self.number("since")

    @cached_property
    def count(self) -> int:
        return stream.new_since(self.since, self.wanted, userid=self.userid)

    @property
    def more(self) -> bool:
        return self.count > stream.NEW

    @property
    def at_most(self) -> int:
        return stream.NEW
