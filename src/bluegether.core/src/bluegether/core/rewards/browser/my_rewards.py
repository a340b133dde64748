"""`@@my-rewards`: one's own ledger, balance, orders. The page asks for nobody else's, whatever the address says."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser import words
from bluegether.core.rewards.browser.ordering import OrderPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


class MyRewards(OrderPage):
    """The newest entries first, by cursor."""

    index = ViewPageTemplateFile("my_rewards.pt")
    title = _("My points")

    def open(self) -> None:
        self.cursor = self.whole("cursor")
        self.page = rewards.ledger(self.userid, cursor=self.cursor)
        self.orders = rewards.orders_of(self.userid, size=10) if not self.cursor else []

    def post(self) -> str:
        if self.text("verb", 20) != "cancel":
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}))
        rewards.cancel(self.whole("order"), userid=self.userid)
        return self.say(_("Your order is cancelled; the points are back."), f"{self.url}#orders")

    @property
    def balance(self) -> int:
        return rewards.balance(self.userid)

    @property
    def earned(self) -> int:
        return rewards.earned_cents(self.userid)

    def lines(self) -> list[dict]:
        """Return the entries as the template needs them."""
        return [self.line(one) for one in self.page.lines]

    def line(self, line) -> dict:
        entry = line.entry
        return {
            "seq": entry.seq,
            "iso": self.iso(self.moment(entry.time)),
            "day": self.day(self.moment(entry.time)),
            "text": line.text,
            "url": line.url,
            "act": words.ACTS.get(entry.act),
            "points": self.signed(entry.points) if entry.points or not entry.cents else "",
            "negative": entry.points < 0 or entry.cents < 0,
            "amount": self.euros(entry.cents) if entry.cents else "",
            "due": bool(entry.cents) and rewards.is_due(self.userid, entry.seq),
            "capped": entry.why == "cap",
            "rule": line.rule,
            "version": entry.version,
            "version_url": f"{self.page_url('rewards-rules')}?version={entry.version}",
            "reversed_by": line.reversed_by,
            "reverses": entry.reverses,
            "reason": line.reason,
            "reference": rewards.reference(entry) if entry.act == "deed" else "",
        }

    def older(self) -> str:
        return f"{self.url}?{urlencode({'cursor': self.page.cursor})}" if self.page.cursor else ""
