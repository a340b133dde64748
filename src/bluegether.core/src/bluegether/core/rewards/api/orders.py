"""Orders: points are held when something is ordered, and given back when it is refused or cancelled.

ordered -> approved -> delivered; ordered -> refused or cancelled; approved -> cancelled. The stock is one attribute
of the reward: of two who order the last one at once, one transaction is thrown away, and finds it gone when done again.
"""

from bluegether.core import _
from bluegether.core.kit import limit
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.rewards.api import checks
from bluegether.core.rewards.api.catalogue import item
from bluegether.core.rewards.api.ledger import enter
from bluegether.core.rewards.api.rights import can_handle_orders
from bluegether.core.rewards.api.rights import earns
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import require
from bluegether.core.rewards.api.rights import trees
from bluegether.core.rewards.storage import Book
from bluegether.core.rewards.storage import drop
from bluegether.core.rewards.storage import free_key
from bluegether.core.rewards.storage import insert
from bluegether.core.rewards.storage import Item
from bluegether.core.rewards.storage import microseconds
from bluegether.core.rewards.storage import Order
from itertools import islice


STATES = ("ordered", "approved", "delivered", "refused", "cancelled")
SIZE = 25


def order(item_id: int, *, userid: str) -> Order:
    """Order a reward: its price is held at once. Those who approve are told by their things to do.

    Raises NotAllowed, Missing; Conflict when it is not offered, none is left or the points do not suffice; TooMany.
    """
    require(earns(userid) and people.has_access(userid))
    reward, found = item(item_id), trees()
    book = found.book(userid)
    _check(reward, book)
    limit.count("order", userid)
    reward.stock -= 1
    moment = now()
    order_id = free_key(found.orders, moment)
    entry = enter(
        found, book, happened=microseconds(moment), act="order", kind="order", thing=str(order_id), points=-reward.price
    )
    titles = (reward.title_fr, reward.title_en)
    placed = Order(order_id, book=book.number, item=reward.id, title=titles, price=reward.price, entry=entry.seq)
    placed.steps = ((moment, userid, "ordered", ""),)
    insert(found.acted, userid, ("orders", order_id, 0))
    found.orders[order_id] = placed
    found.waiting.insert(order_id)
    book.orders.insert(-order_id)
    return placed


def _check(reward: Item, book: Book) -> None:
    if not reward.offered:
        raise Conflict(_("This reward is no longer offered."))
    if reward.stock < 1:
        raise Conflict(_("None is left of this reward."))
    if book.balance < reward.price:
        mapping = {"price": reward.price, "balance": book.balance}
        raise Conflict(_("It costs ${price} points; you have ${balance}.", mapping=mapping))


def approve(order_id: int, *, userid: str) -> Order:
    """Approve an order, never one's own; whoever does delivers it. Raises NotAllowed, Missing, Conflict."""
    placed = _to_decide(order_id, userid, ("ordered",))
    placed.handler = userid
    _move(placed, "approved", userid)
    return placed


def deliver(order_id: int, *, userid: str) -> Order:
    """Note an approved order as delivered. Raises NotAllowed, Missing, Conflict."""
    placed = _to_decide(order_id, userid, ("approved",))
    _move(placed, "delivered", userid)
    return placed


def refuse(order_id: int, reason: str, *, userid: str) -> Order:
    """Refuse an order with a reason; the points come back. Raises NotAllowed, Missing, Invalid, Conflict."""
    placed = _to_decide(order_id, userid, ("ordered",))
    text = checks.text(reason, "reason", maximum=checks.MAX_REASON)
    _give_back(placed)
    _move(placed, "refused", userid, text)
    return placed


def cancel(order_id: int, reason: str = "", *, userid: str) -> Order:
    """Cancel: one's own while nobody approved it, or an approved one, with a reason, as HR or direction.

    The points come back. Raises NotAllowed, Missing, Invalid, Conflict.
    """
    placed = found_order(order_id, userid=userid)
    if owner(placed) == userid:
        _check_state(placed, ("ordered",))
        text = ""
    else:
        _to_decide(order_id, userid, ("approved",))
        text = checks.text(reason, "reason", maximum=checks.MAX_REASON)
    _give_back(placed)
    _move(placed, "cancelled", userid, text)
    return placed


def found_order(order_id: int, *, userid: str) -> Order:
    """Return an order of one's own, or any as who handles orders. Raises Missing for all others."""
    found = kept()
    placed = found.orders.get(order_id) if found is not None else None
    if placed is None or not (owner(placed) == userid or can_handle_orders(userid)):
        raise Missing(_("There is no such order."))
    return placed


def orders_of(userid: str, *, size: int = SIZE) -> list[Order]:
    """Return one's own orders, the newest first."""
    found = kept()
    book = found.kept(userid) if found is not None else None
    return [found.orders[-minus] for minus in islice(book.orders, size)] if book is not None else []


def orders(state: str, *, userid: str, size: int = 200) -> list[Order]:
    """Return orders that wait, `ordered` or `approved`, the oldest first. Raises NotAllowed."""
    require(can_handle_orders(userid))
    found = kept()
    if found is None:
        return []
    return [found.orders[one] for one in islice({"ordered": found.waiting, "approved": found.approved}[state], size)]


def past_orders(*, userid: str, cursor: int = 0, size: int = SIZE) -> list[Order]:
    """Return orders of every state older than `cursor`, the newest first. Raises NotAllowed."""
    require(can_handle_orders(userid))
    found = kept()
    keys = found.orders.keys(max=cursor - 1 if cursor else None) if found is not None else ()
    return [found.orders[key] for key in islice(reversed(keys), size)]


def waiting(userid: str) -> int:
    """Return how many orders wait for this person to approve or refuse them; their own do not."""
    found = kept()
    if found is None or not can_handle_orders(userid):
        return 0
    return sum(1 for one in found.waiting if owner(found.orders[one]) != userid)


def to_deliver(userid: str) -> list[int]:
    """Return the ids of the orders that this person approved and has not delivered."""
    found = kept()
    return [one for one in found.approved if found.orders[one].handler == userid] if found is not None else []


def hand_over(userid: str, to: str) -> None:
    """Give the deliveries of one person to another. Raises NotAllowed when they do not handle orders."""
    ids = to_deliver(userid)
    if ids and not can_handle_orders(to):
        raise NotAllowed(_("Rewards are delivered by HR or direction."))
    for one in ids:
        trees().orders[one].handler = to
        insert(trees().acted, to, ("orders", one, 0))


def owner(placed: Order) -> str:
    """Return the user id of whose order it is, empty once they were erased."""
    return kept().books[placed.book].userid


def drop_open(book: Book) -> None:
    """Cancel what somebody who is erased has ordered and not got."""
    for minus in list(book.orders):
        placed = trees().orders[-minus]
        if placed.state in ("ordered", "approved"):
            _give_back(placed)
            _move(placed, "cancelled", "")


def _to_decide(order_id: int, userid: str, states: tuple[str, ...]) -> Order:
    require(can_handle_orders(userid))
    placed = found_order(order_id, userid=userid)
    if owner(placed) == userid:
        raise NotAllowed(_("Nobody decides about their own orders."))
    _check_state(placed, states)
    return placed


def _check_state(placed: Order, states: tuple[str, ...]) -> None:
    if placed.state not in states:
        raise Conflict(_("This order has been decided meanwhile."))


def _give_back(placed: Order) -> None:
    found = trees()
    book = found.books[placed.book]
    enter(
        found,
        book,
        happened=microseconds(now()),
        act="back",
        kind="order",
        thing=str(placed.id),
        points=placed.price,
        reverses=placed.entry,
    )
    found.items[placed.item].stock += 1


def _move(placed: Order, state: str, userid: str, text: str = "") -> None:
    found, moment = trees(), now()
    drop(found.waiting, placed.id)
    drop(found.approved, placed.id)
    if state == "approved":
        found.approved.insert(placed.id)
    placed.state = state
    placed.steps = (*placed.steps, (moment, userid, state, text))
    if userid:
        insert(found.acted, userid, ("orders", placed.id, 0))
    person = owner(placed)
    if person and person != userid:
        tell(f"rewards.{state}", thing=str(placed.id), actor=userid, recipients=[person], happened=moment)
