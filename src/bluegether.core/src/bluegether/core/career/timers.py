"""What time brings to careers."""

from bluegether.core.career import api as career
from bluegether.core.kit.interfaces import ITimer
from zope.interface import implementer


@implementer(ITimer)
class CareerTimer:
    """Reminders of interviews to prepare and sign, and of those that are due; the end of the legal time."""

    def run(self, site) -> None:
        career.remind()
        career.remind_due()
        career.forget_archived()
