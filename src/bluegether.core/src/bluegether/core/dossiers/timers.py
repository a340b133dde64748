"""Work that is due as time passes: asking for a look at old profiles, forgetting who made dossiers."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.interfaces import ITimer
from zope.interface import implementer


@implementer(ITimer)
class DossiersTimer:
    """A few at a time; nothing is written when nothing is due."""

    def run(self, site) -> None:
        dossiers.ask_old()
        dossiers.forget_old()
