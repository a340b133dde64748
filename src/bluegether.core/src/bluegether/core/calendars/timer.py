"""What calendars have to do as time passes."""

from bluegether.core.calendars import api as calendars
from bluegether.core.kit.interfaces import ITimer
from zope.interface import implementer


@implementer(ITimer)
class CalendarsTimer:
    """Write down when feeds were last fetched."""

    def run(self, site) -> None:
        calendars.record_uses()
