"""What the room keeps of a person: given out to them, or made nobody's when they are erased. Figures stay."""

from bluegether.core.rewards.api.ledger import moment_of
from bluegether.core.rewards.api.orders import drop_open
from bluegether.core.rewards.api.orders import orders_of
from bluegether.core.rewards.api.reading import all_lines
from bluegether.core.rewards.api.reading import book_of
from bluegether.core.rewards.api.reading import Line
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import trees
from bluegether.core.rewards.storage import Order
from bluegether.core.rewards.storage import Rewards
from bluegether.core.rewards.storage import Told


EVERY = 10**6


def exported(userid: str) -> dict:
    """Return the person's ledger, orders and deeds as JSON-compatible data."""
    book = book_of(userid)
    if book is None:
        return {}
    return {
        "balance": book.balance,
        "amounts": book.cents / 100,
        "on_leaderboard": book.listed,
        "ledger": [_line(one) for one in all_lines(userid)],
        "orders": [_order(one) for one in orders_of(userid, size=EVERY)],
        "deeds": [_deed(kind, thing, told) for (kind, thing), told in book.deeds.items()],
    }


def _line(line: Line) -> dict:
    entry = line.entry
    rule = {"fr": line.rule.text_fr, "en": line.rule.text_en} if line.rule is not None else None
    names = ("seq", "time", "happened", "act", "kind", "thing", "version", "points", "why", "reverses", "hash")
    return {name: getattr(entry, name) for name in names} | {
        "amount": entry.cents / 100,
        "rule": rule,
        "reversed_by": line.reversed_by,
        "reason": line.reason,
    }


def _order(order: Order) -> dict:
    steps = [{"at": moment.isoformat(), "state": state, "text": text} for moment, _actor, state, text in order.steps]
    return {"id": order.id, "title": order.title[0], "price": order.price, "state": order.state, "steps": steps}


def _deed(kind: str, thing: str, told: Told) -> dict:
    happened = moment_of(told.happened).isoformat()
    return {"kind": kind, "thing": thing, "happened": happened, "values": dict(told.values), "state": told.state}


def erase(userid: str) -> None:
    """Make the ledger nobody's, cancel open orders, forget what the person decided; twice changes nothing more."""
    if kept() is None:
        return
    found = trees()
    book = found.kept(userid)
    if book is not None:
        drop_open(book)
        if book.listed:
            found.list(book, False)
        for seq, (actor, _reason) in list(book.notes.items()):
            book.notes[seq] = (actor, "")
        del found.names[userid]
        book.userid = ""
    for place in list(found.acted.pop(userid, ())):
        _unname(found, userid, *place)


def _unname(found: Rewards, userid: str, tree: str, one: int, other: int) -> None:
    if tree == "notes":
        _actor, text = found.books[one].notes[other]
        found.books[one].notes[other] = ("", text)
    elif tree == "orders":
        order = found.orders[one]
        order.handler = "" if order.handler == userid else order.handler
        order.steps = tuple(
            (at, "" if actor == userid else actor, state, text) for at, actor, state, text in order.steps
        )
    elif tree == "payouts":
        found.payouts[one].actor = ""
    else:
        rules = found.versions.get(one) or found.draft
        for name in ("made_by", "put_by"):
            if rules is not None and getattr(rules, name) == userid:
                setattr(rules, name, "")
