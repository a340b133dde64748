"""`@@stream-act`: the buttons of an entry's menu and of the follow buttons; a POST, then back to where it came from."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import TooMany
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.entries import Viewing
from plone import api
from zExceptions import BadRequest
from zope.i18n import translate
import transaction


ON_ENTRIES = {
    "bookmark": (stream.bookmark, _("Kept for later.")),
    "unbookmark": (stream.unbookmark, _("No longer kept.")),
    "pin": (stream.pin, _("Pinned on top of the stream.")),
    "unpin": (stream.unpin, _("No longer pinned.")),
}


class Act(Viewing):
    """One act on one thing."""

    def __call__(self):
        if self.request.method != "POST":
            raise BadRequest("POST only")
        self.write()
        if self.request.form.get("act") == "react":
            return self.react()
        try:
            message, kind = self.act(self.request.form.get("act")), "info"
        except BluegetherError as error:
            transaction.abort()
            message, kind = error.message, "error"
        api.portal.show_message(message, request=self.request, type=kind)
        return self.request.response.redirect(self.back())

    def react(self) -> str:
        """React; a script gets the entry anew, without one the page comes back at the entry."""
        entry_id = self.number("id")
        try:
            stream.react(entry_id, self.text("reaction"), userid=self.userid)
            shown = stream.shown(entry_id, userid=self.userid)
        except TooMany:
            raise
        except BluegetherError as error:
            transaction.abort()
            raise BadRequest(translate(error.message, context=self.request)) from None
        if self.request.getHeader("X-Requested-With") == "XMLHttpRequest":
            return self.cards([shown])
        return self.request.response.redirect(f"{self.back().split('#')[0]}#entry-{entry_id}")

    def act(self, name):
        """Do it and return what to say."""
        if name in ON_ENTRIES:
            verb, message = ON_ENTRIES[name]
            verb(self.number("id"), userid=self.userid)
            return message
        if name in ("follow", "unfollow"):
            return self.follow(name)
        return self.mute(name)

    def follow(self, name: str):
        """Follow, or no longer, the person or hashtag of the form."""
        what = {key: self.text(key) for key in ("person", "hashtag") if self.request.form.get(key)}
        if len(what) != 1:
            raise BadRequest("person or hashtag")
        if name == "follow":
            stream.follow(self.userid, **what)
            return _("You follow this now.")
        stream.unfollow(self.userid, **what)
        return _("You no longer follow this.")

    def mute(self, name):
        """Mute the author of an entry, or show a muted person again."""
        if name == "mute":
            stream.mute(self.userid, stream.entry(self.number("id"), userid=self.userid).author)
            return _("You no longer see this person's publications. “Manage what I follow” undoes it.")
        if name == "unmute":
            stream.unmute(self.userid, self.text("person"))
            return _("You see this person's publications again.")
        raise BadRequest("act")

    def text(self, name: str) -> str:
        value = self.request.form.get(name)
        if not isinstance(value, str):
            raise BadRequest(name)
        return value

    def back(self) -> str:
        """Return the page of this site that the button was on."""
        origin = self.request.get("HTTP_REFERER", "")
        inside = origin and api.portal.get_tool("portal_url").isURLInPortal(origin)
        return origin if inside and "/@@stream-act" not in origin else self.url()
