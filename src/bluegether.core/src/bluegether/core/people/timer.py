"""The people room's part of what time brings."""

from bluegether.core.kit.interfaces import ITimer
from bluegether.core.people import api
from zope.interface import implementer


@implementer(ITimer)
class PeopleTimer:
    """Expire invitations, erase what was closed long enough ago, remind of certifications that expire."""

    def run(self, site) -> None:
        api.sweep()
        api.remind_expiring()
