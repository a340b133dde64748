"""`@@rewards-due`: amounts to pay, by person and rule; finance and direction settle them."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Due(Page):
    """The form carries the amounts as they were seen: what changed meanwhile is not settled."""

    index = ViewPageTemplateFile("rewards_due.pt")
    title = _("Amounts to pay")

    def open(self) -> None:
        rows = [(self.name_of(row.userid), row) for row in rewards.owed(self.userid)]
        self.rows = sorted(rows, key=lambda pair: pair[0].casefold())
        self.total = sum(row.cents for _name, row in self.rows)
        self.payouts = rewards.payouts(self.userid)
        self.audit = rewards.audit(self.userid) if self.text("verify", 2) == "1" else None

    def post(self) -> str:
        chosen = self.request.form.get("book", [])
        chosen = [chosen] if isinstance(chosen, str) else chosen
        seen = dict(self.pair(one) for one in chosen)
        payout = rewards.settle(seen, userid=self.userid)
        mapping = {"amount": self.euros(payout.cents), "count": payout.people}
        return self.say(_("${amount} noted as paid to ${count} people; they are told.", mapping=mapping))

    def pair(self, text) -> tuple[int, int]:
        """Return (book, cents as seen) of a box."""
        book, _colon, cents = text.partition(":") if isinstance(text, str) else ("", "", "")
        form = {"book": book, "cents": cents}
        if not (book and cents):
            raise Invalid(_("${name} cannot be read.", mapping={"name": "book"}), field="book")
        number = query.integer(form, "book", default=0, maximum=2**63)
        return number, query.integer(form, "cents", default=0, minimum=-(10**9))

    def lines(self, row) -> list[dict]:
        return [
            {
                "day": self.day(self.moment(entry.time)),
                "iso": self.iso(self.moment(entry.time)),
                "rule": self.rule_text(rule),
                "amount": self.euros(entry.cents),
                "reverse": f"{self.page_url('rewards-reverse')}?reference={rewards.reference(entry)}"
                if self.reverses and entry.act == "deed"
                else "",
            }
            for entry, rule in row.lines
        ]
