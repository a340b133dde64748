"""Settings of leads."""

from bluegether.core import _
from zope import schema
from zope.interface import Interface


class ILeadSettings(Interface):
    """Within what time sales answer, in the registry under `bluegether.leads`; shown to who hands a lead in."""

    answer_days = schema.Int(
        title=_("Days within which sales answer a lead"),
        description=_("Shown to whoever hands one in. After that the lead is flagged and direction is told, once."),
        default=3,
        min=1,
        max=60,
    )
