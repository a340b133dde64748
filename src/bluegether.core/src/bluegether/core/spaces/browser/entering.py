"""`@@space-join`: the rules, and how one enters; `@@space-leave`: why and out."""

from bluegether.core import _
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser.page import OfSpace
from bluegether.core.spaces.browser.space import Space
from bluegether.core.spaces.interfaces import IOpenToKnowers
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import implementer


@implementer(IOpenToKnowers)
class Join(Space):
    """Joining, asking, answering an invitation."""

    index = ViewPageTemplateFile("join.pt")
    actions = ("join", "apply", "withdraw")

    def show(self) -> str:
        return self.index()

    def do_join(self) -> str:
        spaces.join(self.uid, userid=self.userid)
        self.tell(_("Welcome: you are a member of this space."))
        return self.url

    def do_apply(self) -> str:
        spaces.apply(self.uid, self.text("message"), userid=self.userid)
        self.tell(_("Your application was sent: a moderator answers."))
        return self.url

    def do_withdraw(self) -> str:
        spaces.withdraw(self.uid, userid=self.userid)
        self.tell(_("Done."))
        return self.spaces_url


class Leave(OfSpace):
    """Asks for a reason, which nobody has to give, and leaves."""

    index = ViewPageTemplateFile("leave.pt")
    actions = ("leave",)

    def show(self) -> str:
        if not self.role:
            raise NotFound("space-leave")
        return self.index()

    def is_owner(self) -> bool:
        return spaces.is_owner(self.record, self.userid)

    def reasons(self) -> list[tuple]:
        return list(spaces.REASONS.items())

    def do_leave(self) -> str:
        spaces.leave(self.uid, userid=self.userid, reason=self.text("reason"))
        self.tell(_("You left the space."))
        return self.spaces_url
