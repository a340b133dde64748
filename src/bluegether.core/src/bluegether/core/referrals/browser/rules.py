"""`@@referral-rules`: the rules, for every member; `@@referral-rules-new`: direction's form."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.query import integer
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals import vocabularies
from bluegether.core.referrals.browser.page import Page
from bluegether.core.referrals.interfaces import MAX_TEXT
from decimal import Decimal
from decimal import InvalidOperation
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ROWS = 40  # that are read; as many are shown as are used, and a few more
LEAST = 6
MORE = 3


class Rules(Page):
    """The page; with `?version=` an earlier version, or one to come."""

    index = ViewPageTemplateFile("rules.pt")
    title = _("Rules of referral bonuses")

    def open(self) -> None:
        number = integer(self.request.form, "version", default=0, maximum=10**6)
        self.versions = referrals.versions()
        self.present = referrals.in_force()
        self.shown = referrals.version(number) if number else self.present
        self.may_set = referrals.can_set_rules(self.userid)

    def post(self) -> str:
        number = integer(self.request.form, "number", default=0, maximum=10**6)
        referrals.withdraw_rules(number, userid=self.userid)
        return self.say(_("Taken back."), self.url("referral-rules"))

    def rows(self) -> list[dict]:
        return [
            {
                "profile": vocabularies.rule_profile(row.profile),
                "milestone": vocabularies.MILESTONES[row.milestone],
                "months": row.months,
                "amount": self.money(row.cents),
            }
            for row in self.shown.rows
        ]

    def is_to_come(self, one) -> bool:
        return one.since > today()

    def settings(self) -> dict:
        return {name: referrals.setting(name) for name in ("window_months", "former_months", "consent_days")}


class New(Page):
    """Rows of profile, milestone, months and amount. What may pay twice is shown and must be confirmed."""

    index = ViewPageTemplateFile("rules_new.pt")
    title = _("New rules of referral bonuses")

    def open(self) -> None:
        self.present = referrals.in_force()

    def refuse(self, error: BluegetherError):
        self.doubts = getattr(error, "warnings", [])
        return super().refuse(error)

    doubts: list = []

    def post(self) -> str:
        found = referrals.publish(
            [self.row(number) for number in range(ROWS) if self.text(f"amount-{number}", 20).strip()],
            since=self.date_of("since"),
            text_=self.text("text"),
            userid=self.userid,
            confirmed=self.text("confirmed", 10) == "yes",
        )
        return self.say(_("Published."), self.url("referral-rules", version=found.number))

    def row(self, number: int) -> tuple:
        months = self.text(f"months-{number}", 5).strip() or "0"
        if not months.isascii() or not months.isdigit():
            raise Invalid(_("Between 0 and ${max} months.", mapping={"max": 24}), field="rows")
        amount = self.text(f"amount-{number}", 20).replace("\u202f", "").replace("\u00a0", "").replace(" ", "")
        try:
            cents = Decimal(amount.replace("€", "").replace(",", ".")) * 100
        except InvalidOperation:
            raise Invalid(_("An amount is a number of euros, such as 500 or 750,50."), field="rows") from None
        if not cents.is_finite() or cents != cents.to_integral_value():
            raise Invalid(_("An amount is a number of euros, such as 500 or 750,50."), field="rows")
        return self.text(f"profile-{number}", 40), self.text(f"milestone-{number}", 40), int(months), int(cents)

    def rows(self) -> list[dict]:
        """Return the rows of the form: what was typed, else those in force, then empty ones."""
        kept = list(self.present.rows) if self.present is not None else []
        typed = max((number + 1 for number in range(ROWS) if self.typed(f"amount-{number}")), default=0)
        shown = min(ROWS, max(LEAST, len(kept) + MORE, typed))
        return [self.shown_row(number, kept[number] if number < len(kept) else None) for number in range(shown)]

    def shown_row(self, number: int, row) -> dict:
        stored = {
            "profile": row.profile if row else "",
            "milestone": row.milestone if row else "hired",
            "months": str(row.months) if row else "0",
            "amount": f"{Decimal(row.cents) / 100:.2f}".replace(".", ",") if row else "",
        }
        return {"number": number} | {name: self.typed(f"{name}-{number}", value) for name, value in stored.items()}

    def fields(self) -> list[dict]:
        since = self.field("since", label=_("In force from"), type="date", required=True, min=today().isoformat())
        text = self.field(
            "text",
            label=_("What else people should know"),
            type="textarea",
            maximum=MAX_TEXT,
            value=self.present.text if self.present is not None else "",
        )
        return [since, text]

    def profiles(self) -> list[tuple]:
        return [("", _("Any profile but companies")), *vocabularies.PROFILES.items()]

    def milestones(self) -> list[tuple]:
        return list(vocabularies.MILESTONES.items())

    def warnings(self) -> list[dict]:
        return [
            {
                "profile": vocabularies.rule_profile(profile),
                "milestone": vocabularies.MILESTONES[milestone],
                "general": why == "general",
            }
            for profile, milestone, why in self.doubts
        ]
