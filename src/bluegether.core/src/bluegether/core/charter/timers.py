"""Work that is due as time passes: versions whose date has come, reminders, refusals."""

from bluegether.core.charter import api as charter
from bluegether.core.kit import turn
from bluegether.core.kit.interfaces import ITimer
from zope.interface import implementer


@implementer(ITimer)
class InForce:
    """Puts approved versions in force on their date."""

    def run(self, site) -> None:
        turn.take("charter")
        charter.put_due_in_force()


@implementer(ITimer)
class Reminders:
    """Mails the next batch of reminders."""

    def run(self, site) -> None:
        charter.remind()


@implementer(ITimer)
class Refusals:
    """Closes refusals that nobody took back in time."""

    def run(self, site) -> None:
        turn.take("charter")
        charter.expire_declined()
