"""`DELETE @push/<id>`: a browser receives nothing any more."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.notifications import api as notifications
from bluegether.core.notifications.services.base import Writing


class Unsubscribe(Writing):
    def answer(self):
        if len(self.params) != 1:
            raise Missing(_("There is nothing at this address."))
        notifications.unsubscribe(self.userid, self.params[0])
        return self.reply_no_content()
