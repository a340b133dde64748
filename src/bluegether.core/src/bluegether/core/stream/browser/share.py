"""`@@stream-share`: share an entry (`id`) or a document (`document`, its UID) in the stream, with a comment."""

from bluegether.core import _
from bluegether.core.kit.draft import arrived
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import TooMany
from bluegether.core.kit.limit import say_wait
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.entries import Viewing
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized
import transaction


class Share(Viewing):
    """Shows what is shared; shares it on POST. What one may not see is not there."""

    index = ViewPageTemplateFile("share.pt")
    title = _("Share in the stream")
    error = None

    def __call__(self):
        if not stream.may_post():
            raise Unauthorized()
        try:
            self.what = self.found()
        except BluegetherError:
            raise NotFound() from None
        return self.send() if self.request.method == "POST" else self.index()

    @cached_property
    def uid(self) -> str:
        uid = self.request.form.get("document", "")
        return uid if isinstance(uid, str) else ""

    @cached_property
    def entry_id(self) -> int:
        return 0 if self.uid else self.number("id")

    def found(self) -> dict:
        """Return what is shared, as the page shows it."""
        if self.uid:
            return {"document": self.link(stream.document(self.uid)), "quoted": None}
        return {"document": None, "quoted": self.quoted(stream.shown(self.entry_id, userid=self.userid))}

    def send(self):
        self.write()
        try:
            found = stream.post(
                self.text,
                author=self.userid,
                **self.audience(),
                quote=self.entry_id,
                documents=(self.uid,) if self.uid else (),
            )
        except BluegetherError as error:
            transaction.abort()
            self.error = error
            if isinstance(error, TooMany):
                say_wait(self.request, error)
            return self.index()
        arrived(self.request)
        api.portal.show_message(_("Your publication is online."), request=self.request)
        return self.request.response.redirect(f"{self.site_url}/@@stream/{found.id}")

    @property
    def text(self) -> str:
        text = self.request.form.get("text", "")
        return text if isinstance(text, str) else ""

    @property
    def unit(self) -> str:
        return self.request.form.get("unit", "")

    def all_units(self) -> list[tuple[str, str]]:
        """Return the units by their titles."""
        return sorted(self.units.items(), key=lambda item: item[1])
