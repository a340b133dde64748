"""`DELETE @apps/<id>`: take an application off the list."""

from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.services.base import AppService


class Apps(AppService):
    """Answers 204."""

    def answer(self) -> None:
        launcher.delete(self.app_id, actor=self.userid)
        return self.reply_no_content()
