"""`@@stream-edit`: change one's post."""

from bluegether.core import _
from bluegether.core.kit.draft import arrived
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.entries import Viewing
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zExceptions import Unauthorized
import transaction


class Mine(Viewing):
    """Base: a page about one post of the signed-in person."""

    title = _("Publication")
    error = None

    @cached_property
    def entry_id(self) -> int:
        return self.number("id")

    def __call__(self):
        try:
            self.entry = stream.entry(self.entry_id, userid=self.userid)
        except BluegetherError:
            raise NotFound() from None
        if not stream.may_edit(self.entry, self.userid):
            raise Unauthorized()
        return self.send() if self.request.method == "POST" else self.index()

    def send(self):
        self.write()
        try:
            message = self.change()
        except BluegetherError as error:
            transaction.abort()
            self.error = error
            return self.index()
        arrived(self.request)
        api.portal.show_message(message, request=self.request)
        return self.request.response.redirect(self.after())

    def change(self):
        """Do it and return what to say."""
        raise NotImplementedError

    def after(self) -> str:
        """Return where to go then."""
        raise NotImplementedError


class Edit(Mine):
    """The post keeps its place and says that it was edited."""

    index = ViewPageTemplateFile("edit.pt")
    title = _("Edit the publication")

    @property
    def text(self) -> str:
        return self.request.form.get("text", self.entry.text) if self.error else self.entry.text

    def change(self):
        stream.edit(self.entry_id, self.request.form.get("text", ""), userid=self.userid)
        return _("Your publication was changed.")

    def after(self) -> str:
        return f"{self.site_url}/@@stream/{self.entry_id}"
