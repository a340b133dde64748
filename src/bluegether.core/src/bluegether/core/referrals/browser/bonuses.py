"""`@@referral-bonuses`: bonuses by state; HR approves, HR and finance send to payroll; `@@referral-payroll`: a file."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.query import batch
from bluegether.core.kit.query import integer
from bluegether.core.people import api as people
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals import vocabularies
from bluegether.core.referrals.browser.page import Page
from bluegether.core.referrals.browser.referral import download
from bluegether.core.referrals.browser.sheet import workbook
from bluegether.core.referrals.browser.sheet import XLSX
from bluegether.core.referrals.interfaces import BONUS_STATES
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Bonuses(Page):
    """The page. Nothing of it names a candidate: finance and direction see whom they pay, not who applied."""

    index = ViewPageTemplateFile("bonuses.pt")
    title = _("Referral bonuses")

    def open(self) -> None:
        self.state = self.chosen("state", BONUS_STATES) or "due"
        self.start, self.size = batch(self.request.form)
        self.found, self.total = referrals.listed(self.state, userid=self.userid, start=self.start, size=self.size)
        self.hr, self.pays = referrals.is_hr(self.userid), referrals.can_pay(self.userid)

    def post(self) -> str:
        verb = self.text("verb", 20)
        if verb not in VERBS:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}), field="verb")
        return VERBS[verb](self)

    @property
    def number(self) -> int:
        return integer(self.request.form, "bonus", default=0, maximum=2**62)

    def approve(self) -> str:
        referrals.approve(self.number, userid=self.userid)
        return self.say(_("Approved."), self.url("referral-bonuses", state="due"))

    def cancel(self) -> str:
        referrals.cancel(self.number, reason=self.text("reason", 1000), userid=self.userid)
        return self.say(_("Cancelled."), self.url("referral-bonuses", state=self.state))

    def pay(self) -> str:
        referrals.pay(self.number, reason=self.text("reason", 1000), userid=self.userid)
        return self.say(_("Noted as paid."), self.url("referral-bonuses", state=self.state))

    def send(self) -> str:
        chosen = self.request.form.get("bonuses", [])
        chosen = [chosen] if isinstance(chosen, str) else chosen
        try:
            numbers = [int(one) for one in chosen]
        except (TypeError, ValueError):
            raise Invalid(_("${name} cannot be read.", mapping={"name": "bonuses"}), field="bonuses") from None
        made = referrals.send(numbers, userid=self.userid)
        message = _("File ${number} is ready for payroll.", mapping={"number": made.number})
        return self.say(message, self.url("referral-bonuses", state="exported"))

    def correct(self) -> str:
        number = integer(self.request.form, "export", default=0, maximum=10**9)
        made = referrals.correct(number, reason=self.text("reason", 1000), userid=self.userid)
        message = _("Correction ${number} is ready for payroll.", mapping={"number": made.number})
        return self.say(message, self.url("referral-bonuses", state="exported"))

    def states(self) -> list[dict]:
        totals = referrals.totals(userid=self.userid)
        return [
            {
                "title": vocabularies.BONUS_STATES[state][0],
                "total": totals[state],
                "url": self.url("referral-bonuses", state=state),
                "current": "page" if state == self.state else None,
            }
            for state in BONUS_STATES
        ]

    def rows(self) -> list[dict]:
        return [self.row(bonus) for bonus in self.found]

    def row(self, bonus) -> dict:
        account = people.account(bonus.userid) if bonus.userid else None
        return {
            "bonus": bonus,
            "name": self.name_of(bonus.userid),
            "matricule": account.matricule if account is not None else "",
            "amount": self.money(bonus.rule.cents),
            "ripe": bonus.on <= today(),
            "own": bonus.userid == self.userid,
            "reason": bonus.history[-1].reason,
        }

    def pages(self):
        return self.pager("referral-bonuses", self.total, self.start, self.size, state=self.state)

    def files(self) -> list[dict]:
        return [
            {
                "one": one,
                "total": self.money(sum(line.cents for line in one.lines)),
                "csv": self.url("referral-payroll", number=one.number, format="csv"),
                "xlsx": self.url("referral-payroll", number=one.number, format="xlsx"),
            }
            for one in referrals.exports(userid=self.userid)[:24]
        ]


VERBS = {
    "approve": Bonuses.approve,
    "cancel": Bonuses.cancel,
    "pay": Bonuses.pay,
    "send": Bonuses.send,
    "correct": Bonuses.correct,
}


class Payroll(Page):
    """A file as it went out, as CSV or as a workbook of the same cells."""

    def open(self) -> None:
        number = integer(self.request.form, "number", default=0, maximum=10**9)
        self.found = referrals.export(number, userid=self.userid)
        self.format = self.chosen("format", ("csv", "xlsx")) or "csv"

    def index(self) -> bytes:
        if not referrals.can_pay(self.userid):
            raise Missing(_("There is nothing at this address."))
        name = f"cooptation-{self.found.number:04}"
        response = self.request.response
        if self.format == "csv":
            data = referrals.csv_of(self.found)
            return download(response, data, name=f"{name}.csv", kind="text/csv; charset=utf-8")
        data = workbook("Paie", referrals.payroll_rows(self.found))
        return download(response, data, name=f"{name}.xlsx", kind=XLSX)
