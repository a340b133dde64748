"""The verbs and questions of needs."""

from bluegether.core.needs.api.answering import answered
from bluegether.core.needs.api.asking import experts
from bluegether.core.needs.api.clients import sees_amounts
from bluegether.core.needs.api.content import change_need
from bluegether.core.needs.api.content import client_shown
from bluegether.core.needs.api.content import create_need
from bluegether.core.needs.api.content import ensure
from bluegether.core.needs.api.content import need_of
from bluegether.core.needs.api.content import sees_client
from bluegether.core.needs.api.content import shown
from bluegether.core.needs.api.engaging import create_mission
from bluegether.core.needs.api.engaging import created_missions
from bluegether.core.needs.api.engaging import Draft
from bluegether.core.needs.api.engaging import draft
from bluegether.core.needs.api.engaging import forecasts
from bluegether.core.needs.api.exports import board_table
from bluegether.core.needs.api.exports import candidates_table
from bluegether.core.needs.api.figures import DEFINITIONS
from bluegether.core.needs.api.figures import figures
from bluegether.core.needs.api.figures import Month
from bluegether.core.needs.api.figures import TITLES as SPAN_TITLES
from bluegether.core.needs.api.figures import total
from bluegether.core.needs.api.fitting import criteria
from bluegether.core.needs.api.fitting import fit
from bluegether.core.needs.api.fitting import needs_for
from bluegether.core.needs.api.fitting import ranked
from bluegether.core.needs.api.flow import check as check_step
from bluegether.core.needs.api.flow import entered
from bluegether.core.needs.api.flow import MAX_WORD
from bluegether.core.needs.api.flow import move
from bluegether.core.needs.api.flow import offered
from bluegether.core.needs.api.flow import reason
from bluegether.core.needs.api.flow import REASONS
from bluegether.core.needs.api.keeping import added
from bluegether.core.needs.api.keeping import changed
from bluegether.core.needs.api.keeping import removed
from bluegether.core.needs.api.lists import candidacies
from bluegether.core.needs.api.lists import counts
from bluegether.core.needs.api.lists import Criteria
from bluegether.core.needs.api.lists import days
from bluegether.core.needs.api.lists import follow_merge
from bluegether.core.needs.api.lists import followed
from bluegether.core.needs.api.lists import naming_skill
from bluegether.core.needs.api.lists import needs
from bluegether.core.needs.api.lists import overdue
from bluegether.core.needs.api.lists import Page
from bluegether.core.needs.api.lists import record_of
from bluegether.core.needs.api.lists import resumable
from bluegether.core.needs.api.personal import erase
from bluegether.core.needs.api.personal import export
from bluegether.core.needs.api.personal import hand_over
from bluegether.core.needs.api.personal import held
from bluegether.core.needs.api.records import need_at
from bluegether.core.needs.api.records import record
from bluegether.core.needs.api.records import visible
from bluegether.core.needs.api.rules import can_apply
from bluegether.core.needs.api.rules import can_handle
from bluegether.core.needs.api.rules import can_manage
from bluegether.core.needs.api.rules import followers
from bluegether.core.needs.api.rules import sees
from bluegether.core.needs.api.rules import sees_all
from bluegether.core.needs.api.rules import STATES
from bluegether.core.needs.api.rules import VISIBLE
from bluegether.core.needs.api.staffing import apply
from bluegether.core.needs.api.staffing import candidate
from bluegether.core.needs.api.staffing import candidates
from bluegether.core.needs.api.staffing import MAX_MESSAGE
from bluegether.core.needs.api.staffing import mine
from bluegether.core.needs.api.staffing import move as move_candidate
from bluegether.core.needs.api.staffing import NAMINGS
from bluegether.core.needs.api.staffing import next_states
from bluegether.core.needs.api.staffing import put_forward
from bluegether.core.needs.api.staffing import STATES as CANDIDATE_STATES
from bluegether.core.needs.api.staffing import withdraw
from bluegether.core.needs.api.suggesting import accept
from bluegether.core.needs.api.suggesting import can_suggest
from bluegether.core.needs.api.suggesting import made
from bluegether.core.needs.api.suggesting import MAX_WHY
from bluegether.core.needs.api.suggesting import refuse
from bluegether.core.needs.api.suggesting import remove_suggestion
from bluegether.core.needs.api.suggesting import suggest
from bluegether.core.needs.api.suggesting import suggestion
from bluegether.core.needs.api.suggesting import suggestions
from bluegether.core.needs.api.suggesting import waiting
from bluegether.core.needs.api.tracing import history
from bluegether.core.needs.api.tracing import Line


__all__ = [
    "CANDIDATE_STATES",
    "DEFINITIONS",
    "MAX_MESSAGE",
    "MAX_WHY",
    "MAX_WORD",
    "NAMINGS",
    "REASONS",
    "SPAN_TITLES",
    "STATES",
    "VISIBLE",
    "Criteria",
    "Draft",
    "Line",
    "Month",
    "Page",
    "accept",
    "added",
    "answered",
    "apply",
    "board_table",
    "can_apply",
    "can_handle",
    "can_manage",
    "can_suggest",
    "candidacies",
    "candidate",
    "candidates",
    "candidates_table",
    "change_need",
    "changed",
    "check_step",
    "client_shown",
    "counts",
    "create_mission",
    "create_need",
    "created_missions",
    "criteria",
    "days",
    "draft",
    "ensure",
    "entered",
    "erase",
    "experts",
    "export",
    "figures",
    "fit",
    "follow_merge",
    "followed",
    "followers",
    "forecasts",
    "hand_over",
    "held",
    "history",
    "made",
    "mine",
    "move",
    "move_candidate",
    "naming_skill",
    "need_at",
    "need_of",
    "needs",
    "needs_for",
    "next_states",
    "offered",
    "overdue",
    "put_forward",
    "ranked",
    "reason",
    "record",
    "record_of",
    "refuse",
    "remove_suggestion",
    "removed",
    "resumable",
    "sees",
    "sees_all",
    "sees_amounts",
    "sees_client",
    "shown",
    "suggest",
    "suggestion",
    "suggestions",
    "total",
    "visible",
    "waiting",
    "withdraw",
]
