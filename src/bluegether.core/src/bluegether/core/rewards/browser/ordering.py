"""How the pages show an order: its title, its state, its steps."""

from bluegether.core import _
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from bluegether.core.rewards.browser.page import Page


STEPS = {
    "ordered": _("Ordered"),
    "approved": _("Order approved"),
    "delivered": _("Delivered"),
    "refused": _("Order refused"),
    "cancelled": _("Order cancelled"),
}


class OrderPage(Page):
    """Base of the pages that show orders."""

    def order_title(self, order) -> str:
        return rewards.in_language(*order.title)

    def order_state(self, order) -> tuple:
        return words.ORDERS[order.state]

    def order_steps(self, order) -> list[dict]:
        """Return the steps; whose order it is, the page says already."""
        return [
            {
                "iso": self.iso(at),
                "day": self.day(at),
                "title": STEPS[state],
                "by": self.name_of(actor) if actor != rewards.owner(order) else "",
                "text": text,
            }
            for at, actor, state, text in order.steps
        ]
