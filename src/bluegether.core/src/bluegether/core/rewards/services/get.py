"""`GET @ledger`: one's own; `GET @rewards`: the catalogue, `/rules`, `/orders`, `/<id>`."""

from bluegether.core.kit.query import integer
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.services.base import Reading
from urllib.parse import urlencode


class Ledger(Reading):
    """The signed-in person's ledger, newest first (`cursor`, `size`). There is no way to ask for another's."""

    def answer(self) -> dict:
        if self.params:
            raise self.nowhere()
        form = self.request.form
        size = integer(form, "size", default=rewards.SIZE, minimum=1, maximum=rewards.MAX_SIZE)
        page = rewards.ledger(self.userid, cursor=integer(form, "cursor", default=0), size=size)
        following = f"{self.at('ledger')}?{urlencode({'cursor': page.cursor, 'size': size})}"
        return {
            "@id": self.at("ledger"),
            "balance": rewards.balance(self.userid),
            "amounts": rewards.earned_cents(self.userid) / 100,
            "items": [self.line(one) for one in page.lines],
            "next": following if page.cursor else None,
        }

    def line(self, line) -> dict:
        entry = line.entry
        names = ("seq", "time", "happened", "act", "kind", "version", "points", "why", "hash", "previous")
        return {name: getattr(entry, name) for name in names} | {
            "what": self.said(line.text),
            "url": line.url,
            "amount": entry.cents / 100,
            "rule": rewards.in_language(line.rule.text_fr, line.rule.text_en) if line.rule is not None else None,
            "reverses": entry.reverses or None,
            "reversed_by": line.reversed_by or None,
            "reason": line.reason,
            "reference": rewards.reference(entry),
        }


class Rewards(Reading):
    """The catalogue, or what the path names."""

    def answer(self) -> dict:
        if not self.params:
            items = [self.item(one) for one in rewards.items(every=rewards.can_handle_orders(self.userid))]
            return {"@id": self.at("rewards"), "balance": rewards.balance(self.userid), "items": items}
        question = {"rules": self.rules, "orders": self.orders}.get(self.params[0])
        return question() if question is not None else self.one()

    def one(self) -> dict:
        item = rewards.item(self.thing(0))
        if len(self.params) > 1 or not (item.offered or rewards.can_handle_orders(self.userid)):
            raise self.nowhere()
        return self.item(item)

    def orders(self) -> dict:
        """Return one's own; with `state` (ordered, approved), those that wait, for who handles them."""
        if len(self.params) == 2:
            return self.order(rewards.found_order(self.thing(1), userid=self.userid))
        if len(self.params) > 2:
            raise self.nowhere()
        state = self.request.form.get("state", "")
        if state and state not in ("ordered", "approved"):
            raise self.nowhere()
        found = rewards.orders(state, userid=self.userid) if state else rewards.orders_of(self.userid, size=200)
        return {"@id": self.at("rewards", "orders"), "items": [self.order(one) for one in found]}

    def rules(self) -> dict:
        """Return every version, the newest first, or the one whose number follows."""
        if len(self.params) > 2:
            raise self.nowhere()
        if len(self.params) == 2:
            return self.version(rewards.version(self.thing(1)))
        return {
            "@id": self.at("rewards", "rules"),
            "items": [self.version(one) for one in rewards.versions()],
        }

    def version(self, rules) -> dict:
        until = rewards.ends(rules)
        return {
            "@id": self.at("rewards", "rules", str(rules.number)),
            "version": rules.number,
            "state": rewards.state_of(rules),
            "since": rules.since.isoformat(),
            "until": until.isoformat() if until is not None else None,
            "note": rules.note,
            "rules": [self.rule(one) for one in rules.rules],
        }

    def rule(self, rule) -> dict:
        return {
            "key": rule.key,
            "kind": rule.kind,
            "title": self.said(rewards.kind_title(rule.kind)),
            "points": rule.points,
            "amount": rule.cents / 100,
            "cap": rule.cap or None,
            "conditions": [condition._asdict() for condition in rule.conditions],
            "text": {"fr": rule.text_fr, "en": rule.text_en},
        }
