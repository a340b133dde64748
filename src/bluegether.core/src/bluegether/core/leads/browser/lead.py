"""`@@lead?id=`: one lead: what was heard, its states and dates; for sales the next steps and their notes."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.query import integer
from bluegether.core.leads import api as leads
from bluegether.core.leads import vocabularies as words
from bluegether.core.leads.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


MAX_KEY = 2**62


class Lead(Page):
    """The page; `step` moves the lead, `note` writes a note."""

    index = ViewPageTemplateFile("lead.pt")

    def open(self) -> None:
        key = self.request.form.get("id", "")
        if not isinstance(key, str) or not key.isdigit():
            raise Missing(_("There is no such lead."))
        self.lead = leads.lead_of(int(key), self.userid)

    @property
    def title(self) -> str:
        return self.lead.company

    def post(self) -> str:
        if self.text("note"):
            leads.note(self.lead.key, self.text("note"), actor=self.userid)
            return self.lead_url(self.lead)
        seen = integer(self.request.form, "seen", default=0)
        lead = leads.move(
            self.lead.key, self.text("step", 20), actor=self.userid, reason=self.text("reason"), seen=seen
        )
        api.portal.show_message(words.STATES[lead.state][0], request=self.request)
        return self.lead_url(lead)

    def typed(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def facts(self) -> dict:
        lead = self.lead
        return {"when": words.WHEN[lead.when], "sure": words.SURE[lead.sure], **self.state(lead)}

    def steps(self) -> list[dict]:
        """Return the steps that need no word; dropping has a form of its own."""
        found = [step for step in leads.steps(self.lead, self.userid) if step != "drop"]
        return [{"name": step, "title": words.STEPS[step]} for step in found]

    def can_drop(self) -> bool:
        return "drop" in leads.steps(self.lead, self.userid)

    def history(self) -> list[dict]:
        """Return the steps, newest first: what and when for everybody who sees the lead, who for sales."""
        return [
            {
                "what": words.WHAT[what],
                "day": self.day(moment),
                "who": self.name_of(who) if self.handles and what != "new" else "",
                "reason": reason,
            }
            for moment, who, what, reason in reversed(self.lead.history)
        ]

    def notes(self) -> list[dict]:
        found = reversed(self.lead.notes) if self.handles else ()
        return [{"day": self.day(moment), "who": self.name_of(who), "text": text} for moment, who, text in found]

    def similar(self) -> list[dict]:
        return [
            {"url": self.lead_url(one), "day": self.day(one.received), **self.state(one)}
            for one in leads.similar(self.lead, reader=self.userid)
        ]

    def need(self) -> dict | None:
        """Return the need that it became, when the reader may view it."""
        found = api.portal.get_tool("portal_catalog")(UID=self.lead.need) if self.lead.need else ()
        return {"title": found[0].Title, "url": found[0].getURL()} if found else None
