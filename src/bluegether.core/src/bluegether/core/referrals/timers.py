"""What time brings to referrals."""

from bluegether.core.kit import turn
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.referrals import api
from zope.interface import implementer


@implementer(ITimer)
class ReferralsTimer:
    """Reminders, silence, the end of the months that data are kept."""

    def run(self, site) -> bool:
        if not api.is_due():
            return False
        turn.take("referrals")
        return api.meet()
