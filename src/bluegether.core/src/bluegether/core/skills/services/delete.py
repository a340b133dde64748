"""`DELETE @skills/<id>`, `DELETE @skill-proposals/<text>`."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.skills import api as skills
from bluegether.core.skills.services.base import Writing


class Delete(Writing):
    """Remove an unused skill. Answers 204."""

    def answer(self):
        skills.remove(self.named().id, actor=self.userid)
        return self.reply_no_content()


class Dismiss(Writing):
    """Take a proposal off the list. Answers 204."""

    def answer(self):
        if len(self.params) != 1:
            raise Missing(_("There is nothing at this address."))
        skills.dismiss(self.params[0], actor=self.userid)
        return self.reply_no_content()
