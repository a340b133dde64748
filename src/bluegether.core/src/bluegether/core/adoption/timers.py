"""Once a day, what happened the day before."""

from bluegether.core.adoption import api as adoption
from bluegether.core.kit.interfaces import ITimer
from zope.interface import implementer


@implementer(ITimer)
class AdoptionTimer:
    """A month's days at most in one run; True while there are more."""

    def run(self, site) -> bool:
        return adoption.catch_up()
