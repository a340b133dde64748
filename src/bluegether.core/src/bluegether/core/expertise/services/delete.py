"""`DELETE @endorsements/<user id>/<skill>`."""

from bluegether.core import _
from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.services.base import Writing
from bluegether.core.kit.errors import Missing


class Delete(Writing):
    """Withdraw one's endorsement. Answers 204."""

    def answer(self):
        if len(self.params) != 2:
            raise Missing(_("There is nothing at this address."))
        owner, skill_id = self.params
        expertise.withdraw(owner, skill_id, actor=self.userid)
        return self.reply_no_content()
