"""The catalogue of rewards: what points are given for. Everyone reads it; HR and direction keep it."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.picture import Picture
from bluegether.core.rewards.api import checks
from bluegether.core.rewards.api.rights import can_handle_orders
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import require
from bluegether.core.rewards.api.rights import trees
from bluegether.core.rewards.storage import free_key
from bluegether.core.rewards.storage import Item
from plone.namedfile.file import NamedBlobFile


def items(*, every: bool = False) -> list[Item]:
    """Return the rewards that are offered, the cheapest first; with `every`, those no longer offered at the end."""
    found = kept()
    wanted = [one for one in found.items.values() if every or one.offered] if found is not None else []
    return sorted(wanted, key=lambda one: (not one.offered, one.price, one.id))


def item(item_id: int) -> Item:
    """Return one reward. Raises Missing."""
    found = kept()
    reward = found.items.get(item_id) if found is not None else None
    if reward is None:
        raise Missing(_("There is no such reward."))
    return reward


def put_item(values: dict, *, item_id: int = 0, userid: str) -> Item:
    """Add a reward or change one: title_fr, title_en, text_fr, text_en, price (points), stock, offered, picture.

    Orders keep the title and price of their day. A picture left out stays. Raises NotAllowed, Missing, Invalid.
    """
    require(can_handle_orders(userid))
    checked = _checked(values)
    found = trees()
    if item_id:
        reward = item(item_id)
    else:
        reward = Item(free_key(found.items, now()))
        found.items[reward.id] = reward
    for name, value in checked.items():
        setattr(reward, name, value)
    return reward


def _checked(values: dict) -> dict:
    found = {
        "title_fr": checks.text(values.get("title_fr", ""), "title_fr", maximum=checks.MAX_TITLE),
        "title_en": checks.text(values.get("title_en", ""), "title_en", maximum=checks.MAX_TITLE),
        "text_fr": checks.text(values.get("text_fr", ""), "text_fr", maximum=checks.MAX_TEXT, empty=True),
        "text_en": checks.text(values.get("text_en", ""), "text_en", maximum=checks.MAX_TEXT, empty=True),
        "price": checks.whole(values.get("price", ""), "price", minimum=1, maximum=checks.MAX_POINTS),
        "stock": checks.whole(values.get("stock", ""), "stock", maximum=checks.MAX_STOCK),
        "offered": bool(values.get("offered", True)),
    }
    picture: Picture | None = values.get("picture")
    if picture is not None:
        found["picture"] = NamedBlobFile(data=picture.data, contentType="image/jpeg")
    return found
