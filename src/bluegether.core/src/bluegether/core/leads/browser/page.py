"""What the pages of leads share: who reads, forms and their errors, words, names, days."""

from bluegether.core import _
from bluegether.core.kit import limit
from bluegether.core.kit import page as kit
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import TooMany
from bluegether.core.leads import api as leads
from bluegether.core.leads import vocabularies as words
from bluegether.core.people import api as people
from functools import cached_property
from zope.i18n import translate
import transaction


MAX_TEXT = 5000


class Page(kit.Page):
    """A refusal for too many leads says how long to wait."""

    longest = MAX_TEXT

    def refuse(self, error: BluegetherError):
        transaction.abort()
        self.errors[error.field or ""] = error.message
        self.open()
        if isinstance(error, TooMany):
            limit.say_wait(self.request, error)
        else:
            self.request.response.setStatus(error.status)
        return self.index()

    @cached_property
    def handles(self) -> bool:
        return leads.can_handle(self.userid)

    def state(self, lead) -> dict:
        title, css = words.STATES[lead.state]
        return {"title": title, "css": css, "overdue": leads.is_overdue(lead)}

    def lead_url(self, lead) -> str:
        return f"{self.site_url}/@@lead?id={lead.key}"

    def name_of(self, userid: str) -> str:
        return leads.name_of(userid) or translate(_("A former colleague"), context=self.request)

    def person_url(self, userid: str) -> str:
        return f"{self.site_url}/people/{userid}" if people.account(userid) is not None else ""

    def say(self, text) -> str:
        return translate(text, context=self.request)
