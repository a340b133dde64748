"""`@@rewards-orders`: HR and direction approve, refuse, deliver and cancel orders."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.ordering import OrderPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Orders(OrderPage):
    """What waits for a decision, what is to be delivered, and what there was, by cursor."""

    index = ViewPageTemplateFile("rewards_orders.pt")
    title = _("Orders of rewards")

    def open(self) -> None:
        self.cursor = self.whole("cursor")
        self.waiting = rewards.orders("ordered", userid=self.userid)
        self.approved = rewards.orders("approved", userid=self.userid)
        self.past = rewards.past_orders(userid=self.userid, cursor=self.cursor)

    def post(self) -> str:
        verb, order, reason = self.text("verb", 20), self.whole("order"), self.text("reason")
        if verb == "approve":
            rewards.approve(order, userid=self.userid)
        elif verb == "deliver":
            rewards.deliver(order, userid=self.userid)
        elif verb == "refuse":
            rewards.refuse(order, reason, userid=self.userid)
        elif verb == "cancel":
            rewards.cancel(order, reason, userid=self.userid)
        else:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}))
        return self.say(_("Done; the person is told."))

    def whose(self, order) -> str:
        return self.name_of(rewards.owner(order))

    def own(self, order) -> bool:
        return rewards.owner(order) == self.userid

    def handler(self, order) -> str:
        return self.name_of(order.handler)

    def older(self) -> str:
        full = len(self.past) == 25
        return f"{self.url}?cursor={self.past[-1].id}#past" if full else ""
