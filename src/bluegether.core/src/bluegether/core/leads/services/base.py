"""What the services share: which lead the address names, a lead as JSON for its reader."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import WithPath
from bluegether.core.leads import api as leads
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


SHOWN = ("company", "heard", "contact", "when", "sure", "state", "reason")


@implementer(IPublishTraverse)
class OfLead(WithPath):
    """Collects what follows the service's name."""

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@leads"

    @property
    def key(self) -> int:
        """Return the key in the address; raise Missing for anything else."""
        if len(self.params) != 1 or not (self.params[0].isascii() and self.params[0].isdigit()):
            raise Missing(_("There is no such lead."))
        return int(self.params[0])

    def told(self, lead) -> dict:
        """Return a lead as JSON: states and dates; names and notes of sales for sales alone."""
        found = {
            "@id": f"{self.url}/{lead.key}",
            **{
                name: getattr(lead, name) for name in ("company", "heard", "contact", "when", "sure", "state", "reason")
            },
            "received": lead.received.isoformat(),
            "due": lead.due.isoformat(),
            "overdue": leads.is_overdue(lead),
            "mine": lead.author == self.userid,
            "revision": lead.revision,
            "need": lead.need or None,
            "history": [{"at": moment.isoformat(), "what": what} for moment, _who, what, _why in lead.history],
        }
        return found | self.inside(lead) if leads.can_handle(self.userid) else found

    def inside(self, lead) -> dict:
        return {
            "author": lead.author,
            "taker": lead.taker,
            "steps": leads.steps(lead, self.userid),
            "similar": [f"{self.url}/{one.key}" for one in leads.similar(lead, reader=self.userid)],
            "notes": [{"at": at.isoformat(), "by": who, "text": text} for at, who, text in lead.notes],
        }
