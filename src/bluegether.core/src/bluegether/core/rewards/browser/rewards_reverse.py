"""`@@rewards-reverse`: HR or direction reverses the entry whose reference they were given."""

from bluegether.core import _
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Reverse(Page):
    """First the reference, then the entry and the reason. One entry is shown, never the ledger around it."""

    index = ViewPageTemplateFile("rewards_reverse.pt")
    title = _("Reverse an entry")
    section = "rewards-orders"

    def open(self) -> None:
        self.reference = self.text("reference", 40).strip()
        self.owner, self.line = "", None
        if self.reference and self.error is None:
            self.owner, self.line = rewards.to_reverse(self.reference, userid=self.userid)

    def refuse(self, error):
        reference = self.text("reference", 40) if error.field != "reference" else ""
        page = super().refuse(error)
        if not reference:
            return page
        self.owner, self.line = rewards.to_reverse(reference, userid=self.userid)
        return self.index()

    def post(self) -> str:
        rewards.reverse(self.reference, self.text("reason"), userid=self.userid)
        return self.say(_("The entry is reversed; its owner is told why."))

    def fields(self) -> list[dict]:
        """Return the field of the step that comes next."""
        if self.line is None:
            where = _("Its owner reads it beside the entry; the list of amounts to pay leads here.")
            return [self.field("reference", _("Reference of the entry"), self.reference, required=True, help=where)]
        reason = _("Why is it reversed? Its owner reads it.")
        return [self.field("reason", reason, kind="textarea", required=True, maximum=1000)]
