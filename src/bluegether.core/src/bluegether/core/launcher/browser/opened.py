"""`@@app-opened`: a browser tells that an application was opened; without a script nothing is told."""

from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.browser.page import Page


class Opened(Page):
    """POST only; answers nothing."""

    def __call__(self) -> str:
        if self.request.method == "POST":
            return super().__call__() or ""
        return self.show()

    def post(self) -> str:
        launcher.note_opened(self.text("id"), userid=self.userid)
        return f"{self.site_url}/@@apps"

    def show(self) -> str:
        self.request.response.setStatus(self.error.status if self.error is not None else 405)
        return ""
