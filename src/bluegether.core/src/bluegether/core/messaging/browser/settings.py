"""`@@message-settings`: read receipts, and whom I blocked."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.messaging import api as messaging
from bluegether.core.messaging.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Settings(Page):
    """Each change is a form of its own."""

    index = ViewPageTemplateFile("settings.pt")

    def post(self) -> str:
        act = self.text("act")
        if act == "receipts":
            messaging.accept_receipts(self.text("receipts") == "on", userid=self.userid)
        elif act == "unblock":
            messaging.unblock(self.text("person"), userid=self.userid)
        else:
            raise Invalid(_("There is nothing at this address."))
        self.tell(_("Your choice is kept."))
        return self.url

    def possible(self) -> bool:
        return bool(messaging.setting("receipts"))

    def receipts(self) -> bool:
        return messaging.accepts_receipts(self.userid)

    def blocked(self) -> list[dict]:
        return [self.person(one) for one in messaging.blocked(self.userid)]
