"""`POST @leads`: hand in a lead."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import WriteService
from bluegether.core.leads import api as leads
from bluegether.core.leads.services.base import OfLead


FIELDS = ("company", "heard", "contact", "when", "sure")


class Add(OfLead, WriteService):
    """201 with the lead."""

    def answer(self) -> dict:
        if self.params:
            raise Missing(_("There is nothing at this address."))
        data = self.body()
        lead = leads.hand_in(author=self.userid, **{name: data.get(name) for name in FIELDS})
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{self.url}/{lead.key}")
        return self.told(lead)
