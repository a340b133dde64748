"""`@@lead-add`: hand in a lead, in under a minute: two fields are enough."""

from bluegether.core import _
from bluegether.core.leads import api as leads
from bluegether.core.leads import vocabularies as words
from bluegether.core.leads.browser.page import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FIELDS = ("company", "heard", "contact", "when", "sure")
USUAL = {"when": "unknown", "sure": "likely"}


class Add(Page):
    """The form."""

    index = ViewPageTemplateFile("add.pt")
    title = _("Hand in a lead")

    def post(self) -> str:
        lead = leads.hand_in(author=self.userid, **{name: self.text(name) for name in FIELDS})
        message = _("Thank you. Sales answer by ${day}; you are told.", mapping={"day": self.day(lead.due)})
        api.portal.show_message(message, request=self.request)
        return self.lead_url(lead)

    def typed(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    @property
    def days(self) -> int:
        return leads.answer_days()

    def companies(self) -> list[str]:
        return leads.suggestions(self.userid)

    def choices(self, name: str) -> list[dict]:
        known = {"when": words.WHEN, "sure": words.SURE}[name]
        chosen = self.typed(name) or USUAL[name]
        return [{"value": value, "title": title, "chosen": value == chosen} for value, title in known.items()]
