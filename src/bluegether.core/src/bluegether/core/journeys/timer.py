"""The room's part of what time brings: reminders, questions, ends, departures, erasures."""

from bluegether.core.journeys import api
from bluegether.core.kit.interfaces import ITimer
from zope.interface import implementer


@implementer(ITimer)
class JourneysTimer:
    """Looks at one tree ordered by time."""

    def run(self, site) -> None:
        api.sweep()
