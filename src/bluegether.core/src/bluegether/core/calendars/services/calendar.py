"""`@calendar`: one's next entries, and the feed: opened or renewed, set, revoked."""

from bluegether.core import _
from bluegether.core.calendars import api as calendars
from bluegether.core.kit import query
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from datetime import timedelta
from plone import api
from zope.i18n import translate


LONGEST = 366
WORDS = {"detail": str, "chosen": list, "renew": bool}


class Own:
    """Whose calendar: the signed-in person's, never another's."""

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    def address(self) -> str:
        return f"{api.portal.get().absolute_url()}/@calendar"

    def feed_data(self) -> dict | None:
        one = calendars.feed(self.userid)
        return None if one is None else calendars.export(self.userid)


class Get(Own, ReadService):
    """Entries of the next `days` (30), the sources, the feed's settings; never its address."""

    def answer(self) -> dict:
        if not calendars.can_own(self.userid):
            raise NotAllowed(_("Only people of the network have a calendar here."))
        days = query.integer(self.request.form, "days", default=30, minimum=1, maximum=LONGEST)
        feed = calendars.feed(self.userid)
        entries = calendars.found(self.userid, now(), now() + timedelta(days), feed=feed)
        return {
            "@id": self.address(),
            "feed": self.feed_data(),
            "sources": [
                {"name": one.name, "title": self.say(one.title), "chosen": calendars.is_chosen(one, feed)}
                for one in calendars.sources()
            ],
            "items": [self.item(one) for one in entries],
            "items_total": len(entries),
        }

    def item(self, one: calendars.Found) -> dict:
        entry = one.entry
        return {
            "uid": entry.uid,
            "source": one.source.name,
            "title": self.say(entry.title),
            "description": self.say(entry.description),
            "location": self.say(entry.location),
            "start": entry.start.isoformat(),
            "end": entry.end.isoformat(),
            "url": entry.url,
        }

    def say(self, message) -> str:
        return translate(message, context=self.request)


class Change(Own, WriteService):
    """What a body may hold: `detail`, `chosen`, and for POST `renew`."""

    def values(self, *allowed: str) -> dict:
        """Return the body's values; raise Invalid for an unknown name or a wrong type."""
        body = self.body() if self.request.get("BODY") else {}
        for name, value in body.items():
            if name not in allowed or not isinstance(value, WORDS[name]):
                raise Invalid(_("${name} cannot be read.", mapping={"name": name[:40]}), field=name[:40])
        if not all(isinstance(one, str) for one in body.get("chosen", ())):
            raise Invalid(_("There is no such source."), field="chosen")
        return body


class Post(Change):
    """201 with the new address, told this once; with `"renew": true` the old one dies."""

    def answer(self) -> dict:
        values = self.values("detail", "chosen", "renew")
        if values.pop("renew", False):
            token = calendars.renew(self.userid)
            if values:
                calendars.configure(self.userid, **values)
        else:
            token = calendars.open_feed(self.userid, language=api.portal.get_current_language(), **values)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Cache-Control", "no-store")
        url = f"{api.portal.get().absolute_url()}/@@calendar/{token}.ics"
        return {"@id": self.address(), "url": url, "feed": self.feed_data()}


class Patch(Change):
    """The feed's settings; the address stays."""

    def answer(self) -> dict:
        calendars.configure(self.userid, **self.values("detail", "chosen"))
        return {"@id": self.address(), "feed": self.feed_data()}


class Delete(Change):
    """204: the address is dead."""

    def answer(self) -> None:
        calendars.revoke(self.userid)
        self.request.response.setStatus(204)
