"""Rewards in the demo: two versions of the rules, what the demo's people did entered in the order of time, orders."""

from bluegether.core.kit import picture
from bluegether.core.kit.interfaces import IDeed
from bluegether.core.people import api as people
from bluegether.core.rewards import api as rewards
from bluegether.policy.demo import past
from bluegether.policy.demo.reward_pictures import picture as drawn
from bluegether.policy.demo.reward_texts import ITEMS
from bluegether.policy.demo.reward_texts import LISTED
from bluegether.policy.demo.reward_texts import ORDERS
from bluegether.policy.demo.reward_texts import VERSIONS
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from functools import partial
from operator import itemgetter
from random import Random


def build(site, deeds: Iterable[IDeed], moment: datetime) -> None:
    """Publish, enter what was done, offer and order, unless there are rules."""
    if rewards.versions():
        return
    for days, note, rules in VERSIONS:
        publish(site, moment - timedelta(days=days), note, rules)
    with past.at(site, moment - timedelta(days=390)):
        kept = {name: offer(name, *values) for name, *values in ITEMS}
    spread = [dated(deed, moment) for deed in deeds]
    steps = [(min(deed.happened, moment), partial(rewards.record, deed)) for deed in spread]
    done: set[str] = set()
    for values in ORDERS:
        steps += Ordering(kept, done, *values).steps(moment)
    for when, step in sorted(steps, key=itemgetter(0)):
        with past.at(site, when):
            step()
    for userid in LISTED:
        rewards.join_board(userid)


def dated(deed: IDeed, moment: datetime) -> IDeed:
    """Give profiles, which are all made at once here, the day on which their owners would have completed them."""
    if deed.kind != "people.profile_complete":
        return deed
    arrived = max(people.account(deed.userid).arrived, moment - timedelta(days=420))
    days = Random(f"profile of {deed.userid}").uniform(5, 300)  # noqa: S311 (a seeded generator is the point)
    return replace(deed, happened=min(arrived + timedelta(days=days), moment - timedelta(days=2)))


def publish(site, moment: datetime, note: str, rules: Iterable[tuple]) -> None:
    """Let direction put these rules in force at this moment, those whose deeds a room tells."""
    names = ("kind", "points", "amount", "cap", "conditions", "text_fr", "text_en")
    with past.at(site, moment):
        draft = rewards.start_draft("direction")
        known = {rule.kind: rule.key for rule in draft.rules}
        for values in (dict(zip(names, rule, strict=True)) for rule in rules):
            if rewards.kind_named(values["kind"]) is not None:
                key = known.get(values["kind"], "")
                rewards.put_rule(values, key=key, revision=draft.revision, userid="direction")
        options = {"note": note, "revision": draft.revision, "confirmed": True, "userid": "direction"}
        rewards.publish(since=moment.date(), **options)


def offer(name: str, price: int, stock: int, offered: bool, *texts: str):
    """Put one reward into the catalogue."""
    names = ("title_fr", "title_en", "text_fr", "text_en")
    values = dict(zip(names, texts, strict=True)) | {"price": price, "stock": stock, "offered": offered}
    return rewards.put_item(values | {"picture": picture.picture(drawn(name))}, userid="rh")


class Ordering:
    """One order: somebody who has the points then places it, HR does the rest in the days after."""

    def __init__(self, kept: dict, done: set[str], days: int, name: str, verbs: tuple[str, ...], reason: str):
        self.item, self.done, self.days, self.verbs, self.reason = kept[name], done, days, verbs, reason
        self.userid, self.placed = "", None

    def steps(self, moment: datetime) -> list[tuple]:
        """Return (moment, what happens then)."""
        first = moment - timedelta(days=self.days)
        later = [(first + timedelta(days=1 + 2 * n), partial(self.act, verb)) for n, verb in enumerate(self.verbs)]
        return [(first, self.place), *later]

    def place(self) -> None:
        free = [one for one in buyers() if one not in self.done]
        able = [one for one in free if rewards.balance(one) >= self.item.price and people.has_access(one)]
        if able and self.item.stock:
            self.userid = able[0]
            self.done.add(self.userid)
            self.placed = rewards.order(self.item.id, userid=self.userid)

    def act(self, verb: str) -> None:
        if self.placed is None:
            return
        if verb == "cancel":
            rewards.cancel(self.placed.id, userid=self.userid)
        elif verb == "refuse":
            rewards.refuse(self.placed.id, self.reason, userid="rh")
        else:
            getattr(rewards, verb)(self.placed.id, userid="rh")


def buyers() -> list[str]:
    """Return who may order, the best known personas first."""
    known = ["consultant", "manager", "independant", "consultante", "animatrice", "redactrice"]
    return [*known, *(one for one in people.userids() if one not in known and one not in ("rh", "direction"))]
