"""`POST @rewards/<id>/order`; `POST @rewards/orders/<id>/<verb>`: approve, refuse, deliver, cancel."""

from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.services.base import Writing


class Add(Writing):
    """A refused verb changes nothing. Body of refuse, and of cancel by HR: `{"reason": …}`."""

    def answer(self) -> dict:
        if len(self.params) == 2 and self.params[1] == "order":
            return self.place(rewards.order(self.thing(0), userid=self.userid))
        if len(self.params) == 3 and self.params[0] == "orders":
            return self.decide(self.thing(1), self.params[2])
        raise self.nowhere()

    def place(self, order) -> dict:
        found = self.order(order)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", found["@id"])
        return found | {"balance": rewards.balance(self.userid)}

    def decide(self, order_id: int, verb: str) -> dict:
        if verb in ("approve", "deliver"):
            return self.order(getattr(rewards, verb)(order_id, userid=self.userid))
        if verb in ("refuse", "cancel"):
            reason = self.body().get("reason", "")
            return self.order(getattr(rewards, verb)(order_id, reason, userid=self.userid))
        raise self.nowhere()
