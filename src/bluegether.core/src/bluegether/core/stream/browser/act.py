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
        if self.request.form.get("act") in ("react", "vote"):
            return self.on_entry(self.react if self.request.form["act"] == "react" else self.vote)
        try:
            message, kind = self.act(self.request.form.get("act")), "info"
        except BluegetherError as error:
            transaction.abort()
            message, kind = error.message, "error"
        api.portal.show_message(message, request=self.request, type=kind)
        return self.request.response.redirect(self.back())

    def on_entry(self, verb) -> str:
        """React or vote; a script gets the entry anew, without one the page comes back at the entry."""
        entry_id = self.number("id")
        try:
            verb(entry_id)
            shown = stream.shown(entry_id, userid=self.userid)
        except TooMany:
            raise
        except BluegetherError as error:
            transaction.abort()
            raise BadRequest(translate(error.message, context=self.request)) from None
        if self.request.getHeader("X-Requested-With") == "XMLHttpRequest":
            return self.cards([shown])
        return self.request.response.redirect(f"{self.back().split('#')[0]}#entry-{entry_id}")

    def react(self, entry_id: int) -> None:
        stream.react(entry_id, self.text("reaction"), userid=self.userid)

    def vote(self, entry_id: int) -> None:
        """Vote for the options of the form, one or several."""
        sent = self.request.form.get("option", [])
        places = [sent] if isinstance(sent, str) else sent
        if not all(
            isinstance(place, str) and place.isascii() and place.isdigit() and len(place) < 3 for place in places
        ):
            raise BadRequest("option")
        stream.vote(entry_id, [int(place) for place in places], userid=self.userid)

    def act(self, name):
        """Do it and return what to say."""
        if name in ON_ENTRIES:
            verb, message = ON_ENTRIES[name]
            verb(self.number("id"), userid=self.userid)
            return message
        if name in ("follow", "unfollow"):
            return self.follow(name)
        if name == "seen":
            stream.note_seen(self.number("id"), userid=self.userid)
            return _("Everything is read.")
        return self.mute(name) if name in ("mute", "unmute") else self.block(name)

    def follow(self, name: str):
        """Follow, or no longer, the person, hashtag or space of the form."""
        what = {key: self.text(key) for key in ("person", "hashtag", "space") if self.request.form.get(key)}
        if len(what) != 1:
            raise BadRequest("person, hashtag or space")
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
        stream.unmute(self.userid, self.text("person"))
        return _("You see this person's publications again.")

    def block(self, name):
        """Block the author of an entry, or undo it."""
        if name == "block":
            stream.block(self.userid, stream.entry(self.number("id"), userid=self.userid).author)
            return _(
                "You blocked this person: neither of you sees or mentions the other. “Manage what I follow” undoes it."
            )
        if name == "unblock":
            stream.unblock(self.userid, self.text("person"))
            return _("You no longer block this person.")
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
