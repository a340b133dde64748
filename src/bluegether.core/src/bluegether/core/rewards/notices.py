"""What notices of this room say: never how much to anybody but the owner of the ledger."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.rewards import api as rewards
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


class Kind:
    """Base: every kind has the category of the room."""

    category = "rewards"

    def __init__(self, site):
        self.site = site

    def url(self, page: str) -> str:
        return f"{self.site.absolute_url()}/@@{page}"


class OfDay(Kind):
    """`thing` is `<user id>/<day>`: what one day brought, said together."""

    acts: tuple[str, ...] = ()

    def of_day(self, thing: str, userid: str) -> list:
        """Return the entries of that day, for their owner only."""
        whose, _slash, day = thing.rpartition("/")
        if whose != userid:
            return []
        lines = rewards.ledger(userid, size=rewards.MAX_SIZE).lines
        return [one.entry for one in lines if one.entry.act in self.acts and rewards.day_of(one.entry) == day]


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Earned(OfDay):
    """What was earned on a day; that a cap was reached, when nothing was."""

    acts = ("deed",)

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        entries = self.of_day(thing, userid)
        if not entries:
            return None
        points, cents = sum(one.points for one in entries), sum(one.cents for one in entries)
        return Said(self.said(points, cents), self.url("my-rewards"))

    def said(self, points: int, cents: int):
        if cents:
            mapping = {"points": points, "amount": euros(cents)}
            return _("You earned ${points} points and ${amount} €: see why", mapping=mapping)
        if points == 1:
            return _("You earned one point: see why")
        if points:
            return _("You earned ${points} points: see why", mapping={"points": points})
        return _("What you did earns no more points this month: the cap is reached")


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Reversed(OfDay):
    """Entries that were reversed on a day."""

    acts = ("undone", "reversal")

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        entries = self.of_day(thing, userid)
        if not entries:
            return None
        points = -sum(one.points for one in entries)
        text = _("An entry of your ledger was reversed (${points} points): see why", mapping={"points": points})
        return Said(text, self.url("my-rewards"))


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Paid(Kind):
    """`thing` is `<user id>/<payout>`."""

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        whose, _slash, key = thing.rpartition("/")
        cents = rewards.payout_of(userid, int(key)) if whose == userid and key.isdecimal() else None
        if cents is None:
            return None
        text = _("${amount} € of rewards are noted as paid to you", mapping={"amount": euros(cents)})
        return Said(text, self.url("my-rewards"))


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Published(Kind):
    """`thing` is the number of a version of the rules."""

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        if not rewards.earns(userid):
            return None
        try:
            rules = rewards.version(int(thing))
        except (BluegetherError, ValueError):
            return None
        text = _("New rules of what earns points, from ${date}", mapping={"date": spoken(rules.since.date())})
        return Said(text, f"{self.url('rewards-rules')}?version={rules.number}")


# State of an order -> what its owner is told.
ORDERS = {
    "approved": _("Your order “${title}” is approved"),
    "delivered": _("Your order “${title}” is delivered"),
    "refused": _("Your order “${title}” is refused: your points are back"),
    "cancelled": _("Your order “${title}” is cancelled: your points are back"),
}


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class OrderKind(Kind):
    """`thing` is the id of an order; subclasses name the state."""

    state = ""

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        try:
            order = rewards.found_order(int(thing), userid=userid)
        except (BluegetherError, ValueError):
            return None
        if rewards.owner(order) != userid:
            return None
        text = Message(ORDERS[self.state], mapping={"title": rewards.in_language(*order.title)})
        return Said(text, f"{self.url('my-rewards')}#orders", self.reason(order))

    def reason(self, order) -> str:
        return next((text for _at, _actor, state, text in reversed(order.steps) if state == self.state), "")


class Approved(OrderKind):
    """Notices `rewards.approved`."""

    state = "approved"


class Delivered(OrderKind):
    """Notices `rewards.delivered`."""

    state = "delivered"


class Refused(OrderKind):
    """Notices `rewards.refused`."""

    state = "refused"


class Cancelled(OrderKind):
    """Notices `rewards.cancelled`."""

    state = "cancelled"


def euros(cents: int) -> str:
    """Return an amount as it is written in a sentence, without the sign of the currency."""
    whole, rest = divmod(abs(cents), 100)
    sign = "−" if cents < 0 else ""
    return f"{sign}{whole},{rest:02}" if rest else f"{sign}{whole}"
