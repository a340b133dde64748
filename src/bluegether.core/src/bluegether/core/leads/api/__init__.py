"""The verbs and questions of leads."""

from bluegether.core.leads.api.handing import answer_days
from bluegether.core.leads.api.handing import escalate
from bluegether.core.leads.api.handing import hand_in
from bluegether.core.leads.api.handing import is_overdue
from bluegether.core.leads.api.handing import move
from bluegether.core.leads.api.handing import need_closed
from bluegether.core.leads.api.handing import note
from bluegether.core.leads.api.handing import steps
from bluegether.core.leads.api.lists import counts
from bluegether.core.leads.api.lists import figures
from bluegether.core.leads.api.lists import leads
from bluegether.core.leads.api.lists import MAX_EXPORT
from bluegether.core.leads.api.lists import mine
from bluegether.core.leads.api.lists import Quarter
from bluegether.core.leads.api.lists import similar
from bluegether.core.leads.api.lists import suggestions
from bluegether.core.leads.api.lists import waiting
from bluegether.core.leads.api.personal import erase
from bluegether.core.leads.api.personal import export
from bluegether.core.leads.api.personal import hand_over
from bluegether.core.leads.api.personal import held
from bluegether.core.leads.api.personal import name_of
from bluegether.core.leads.api.rules import can_hand_in
from bluegether.core.leads.api.rules import can_handle
from bluegether.core.leads.api.rules import can_view
from bluegether.core.leads.api.rules import lead_of
from bluegether.core.leads.api.rules import OPEN
from bluegether.core.leads.api.rules import STATES
from bluegether.core.leads.api.rules import STEPS
from bluegether.core.leads.api.rules import SURE
from bluegether.core.leads.api.rules import WHEN


__all__ = [
    "MAX_EXPORT",
    "OPEN",
    "STATES",
    "STEPS",
    "SURE",
    "WHEN",
    "Quarter",
    "answer_days",
    "can_hand_in",
    "can_handle",
    "can_view",
    "counts",
    "erase",
    "escalate",
    "export",
    "figures",
    "hand_in",
    "hand_over",
    "held",
    "is_overdue",
    "lead_of",
    "leads",
    "mine",
    "move",
    "name_of",
    "need_closed",
    "note",
    "similar",
    "steps",
    "suggestions",
    "waiting",
]
