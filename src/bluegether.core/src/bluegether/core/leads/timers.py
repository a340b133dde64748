"""What is due as time passes: leads that nobody answered."""

from bluegether.core.kit.interfaces import ITimer
from bluegether.core.leads import api
from zope.interface import implementer


@implementer(ITimer)
class LateLeads:
    """Tells sales and direction of each, once."""

    def run(self, site) -> bool:
        return api.escalate()
