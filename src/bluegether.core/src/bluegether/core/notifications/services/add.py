"""`POST @push`: let a browser receive push messages."""

from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.services.base import Writing


class Subscribe(Writing):
    """`{"endpoint": …, "keys": {"p256dh": …, "auth": …}, "name": …}`, as a browser gives it. Answers 201."""

    def answer(self) -> dict:
        self.no_path()
        body = self.body()
        keys = body.get("keys") if isinstance(body.get("keys"), dict) else {}
        key = notifications.subscribe(
            self.userid,
            endpoint=body.get("endpoint"),
            p256dh=keys.get("p256dh"),
            auth=keys.get("auth"),
            name=body.get("name", ""),
        )
        self.request.response.setStatus(201)
        return {"@id": f"{self.context.absolute_url()}/@push/{key}", "id": key}
