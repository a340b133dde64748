"""`POST @apps`: add an application."""

from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.services.base import app_json
from bluegether.core.launcher.services.base import AppService
from bluegether.core.launcher.storage import FIELDS


class Apps(AppService):
    """Answers 201 and the application."""

    def answer(self) -> dict:
        body = self.body()
        made = launcher.create(actor=self.userid, **{name: body[name] for name in FIELDS if name in body})
        self.request.response.setStatus(201)
        return app_json(made)
