"""`PATCH @notifications/<id>`, `POST @notifications`, `PATCH @notification-settings`."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.services.base import Writing
from bluegether.core.notifications.services.get import settings_json


FIELDS = ("channels", "rhythm", "hour", "weekday", "quiet_from", "quiet_until", "discreet")


class Update(Writing):
    """Mark one as read or not: `{"read": true}`. Answers the notice."""

    def answer(self) -> dict:
        notice_id, wanted = self.notice_id(), self.body().get("read")
        if not isinstance(wanted, bool):
            raise Invalid(_("Say whether it is read: true or false."), field="read")
        verb = notifications.read if wanted else notifications.unread
        verb(notice_id, self.userid)
        return self.json(notifications.notice(notice_id, self.userid))


class ReadAll(Writing):
    """Mark everything as read: `{"read": true}`. Answers 204."""

    def answer(self):
        self.no_path()
        if self.body().get("read") is not True:
            raise Invalid(_("Only marking everything as read is possible."), field="read")
        notifications.read_all(self.userid)
        return self.reply_no_content()


class Choose(Writing):
    """Keep choices; what the body does not name stays. Answers the settings."""

    def answer(self) -> dict:
        self.no_path()
        body = self.body()
        unknown = sorted(set(body) - set(FIELDS))
        if unknown:
            raise Invalid(_("${name} cannot be chosen like this.", mapping={"name": unknown[0][:40]}), field=unknown[0])
        notifications.choose(self.userid, **body)
        notifications.again(self.userid)
        return settings_json(self)
