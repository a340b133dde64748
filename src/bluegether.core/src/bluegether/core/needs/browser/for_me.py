"""`@@needs-for-me`: the needs that fit me, each with the reasons; my candidacies."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.needs import api as needs
from bluegether.core.needs.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 20
CARD = 3


class ForMe(Page):
    """Everything that I say myself counts here, whoever may see it."""

    index = ViewPageTemplateFile("for_me.pt")
    title = _("Needs for me")
    acts = ("withdraw",)
    size = SIZE

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@needs-for-me"

    def fitting(self) -> list[dict]:
        found = needs.needs_for(self.userid, self.size)
        mine = {record.uid: state for record, state in needs.candidacies(self.userid)}
        return [{"need": record, "match": match, "mine": self.stands(mine.get(record.uid))} for record, match in found]

    def stands(self, state: str | None) -> dict | None:
        return self.candidate_state(state) if state else None

    def candidacies(self) -> list[dict]:
        """Return where I am a candidate; the need's page is linked while I may see it."""
        return [
            {
                "need": record,
                "state": self.candidate_state(state),
                "url": self.need_url(record) if needs.sees(record, self.userid) else "",
                "withdraw": state not in ("suggested", "refused", "withdrawn"),
            }
            for record, state in needs.candidacies(self.userid)
        ]

    def act_withdraw(self) -> str:
        record = needs.record_of(self.text("key", 64), reader=self.userid)
        if record is None:
            raise Missing(_("There is no such need."))
        needs.withdraw(needs.need_at(record), actor=self.userid)
        self.say(_("You have withdrawn; sales are told."))
        return f"{self.url}#mine"
