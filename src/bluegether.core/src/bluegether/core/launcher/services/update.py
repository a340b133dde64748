"""`PATCH @apps/<id>`: `{"chosen": true}` or `{"move": -1}` for oneself; the fields and `revision` for its keepers."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.services.base import app_json
from bluegether.core.launcher.services.base import AppService
from bluegether.core.launcher.storage import FIELDS


class Apps(AppService):
    """Answers 204 for one's own choice, the application for a change of it."""

    def answer(self) -> dict | None:
        body = self.body()
        if "chosen" in body or "move" in body:
            return self._choose(body)
        now = app_json(launcher.app(self.app_id, userid=self.userid))
        revision = body.get("revision")
        if not isinstance(revision, int):
            raise Invalid(_("Say which revision you have read."), field="revision")
        values = {name: body.get(name, now[name]) for name in FIELDS}
        return app_json(launcher.update(self.app_id, actor=self.userid, revision=revision, **values))

    def _choose(self, body: dict) -> None:
        if isinstance(body.get("chosen"), bool):
            launcher.choose(self.app_id, body["chosen"], userid=self.userid)
        elif body.get("move") in (-1, 1):
            launcher.move(self.app_id, body["move"], userid=self.userid)
        else:
            raise Invalid(_("Say true or false, or -1 or 1."))
        return self.reply_no_content()
