"""`GET @notifications`, `@notifications/<id>`, `@notifications/count`; `GET @notification-settings`, `GET @push`."""

from bluegether.core.kit.query import integer
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.services.base import Reading
from urllib.parse import urlencode
from zope.i18n import translate


class Get(Reading):
    """A page (`cursor`, `size`, `unread=1`), one notice, or the number of those not read."""

    def answer(self) -> dict:
        if self.params == ["count"]:
            count = notifications.count(self.userid)
            return {"count": count.number, "more": count.more}
        if self.params:
            return self.json(notifications.notice(self.notice_id(), self.userid))
        return self.page(self.request.form)

    def page(self, form) -> dict:
        size = integer(form, "size", default=notifications.SIZE, minimum=1, maximum=notifications.MAX_SIZE)
        unread = bool(integer(form, "unread", default=0, maximum=1))
        cursor = notifications.checked_cursor(form.get("cursor"))
        page = notifications.notices(self.userid, unread=unread, cursor=cursor, size=size)
        url = f"{self.context.absolute_url()}/@notifications"
        query = {"size": size, "unread": int(unread)}
        following = f"{url}?{urlencode(query | {'cursor': page.cursor})}" if page.cursor is not None else None
        return {
            "@id": f"{url}?{urlencode(query)}",
            "items": [self.json(item) for item in page.items],
            "next": following,
        }


class Settings(Reading):
    """What counts for the signed-in person."""

    def answer(self) -> dict:
        self.no_path()
        return settings_json(self)


class Push(Reading):
    """The key to subscribe with, and the person's browsers, without their keys."""

    def answer(self) -> dict:
        self.no_path()
        return {
            "@id": f"{self.context.absolute_url()}/@push",
            "key": notifications.public_key(),
            "items": [
                {"id": key, "name": device.name, "added": device.added.isoformat()}
                for key, device in notifications.devices(self.userid).items()
            ],
        }


def settings_json(service) -> dict:
    """Return the person's settings."""
    mine = notifications.settings(service.userid)
    titles = notifications.categories()
    return {
        "@id": f"{service.context.absolute_url()}/@notification-settings",
        "rhythm": mine.rhythm,
        "hour": mine.hour,
        "weekday": mine.weekday,
        "quiet_from": mine.quiet_from,
        "quiet_until": mine.quiet_until,
        "discreet": mine.discreet,
        "channels": mine.channels,
        "forced": {category: list(channels) for category, channels in mine.forced.items() if channels},
        "titles": {name: translate(title, context=service.request) for name, title in titles.items()},
    }
