"""What the room's services share: the path behind the name, who asks, how entries, rewards and orders are told."""

from bluegether.core import _
from bluegether.core.kit import service
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import PRIVATE
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.rewards import api as rewards
from plone import api
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def thing(self, position: int) -> int:
        """Return an id of the path; raise Missing when it is none."""
        text = self.params[position]
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            raise self.nowhere()
        return int(text)

    def nowhere(self) -> Missing:
        return Missing(_("There is nothing at this address."))

    def at(self, *names: str) -> str:
        return "/".join((f"{api.portal.get().absolute_url()}/@{names[0]}", *names[1:]))

    def said(self, text) -> str:
        return translate(text, context=self.request)

    def order(self, order) -> dict:
        """Return an order; who decided is told to whom the order belongs."""
        steps = [{"at": at.isoformat(), "state": state, "text": text} for at, _actor, state, text in order.steps]
        return {
            "@id": self.at("rewards", "orders", str(order.id)),
            "id": str(order.id),
            "reward": str(order.item),
            "title": rewards.in_language(*order.title),
            "price": order.price,
            "state": order.state,
            "person": rewards.owner(order),
            "steps": steps,
        }

    def item(self, item) -> dict:
        picture = f"{api.portal.get().absolute_url()}/@@reward-picture?id={item.id}" if item.picture else None
        return {
            "@id": self.at("rewards", str(item.id)),
            "id": str(item.id),
            "title": rewards.in_language(item.title_fr, item.title_en),
            "text": rewards.in_language(item.text_fr, item.text_en),
            "price": item.price,
            "stock": item.stock,
            "offered": item.offered,
            "picture": picture,
        }


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET. What it answers is private: nobody keeps a copy on the way."""

    keeping = PRIVATE


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change."""
