"""What time brings to missions."""

from bluegether.core.kit.interfaces import ITimer
from bluegether.core.missions import api as missions
from zope.interface import implementer


@implementer(ITimer)
class MissionsTimer:
    """States and alerts."""

    def run(self, site) -> bool:
        return missions.run_due()
