"""The verbs and questions of missions."""

from bluegether.core.missions.api.alerts import Alert
from bluegether.core.missions.api.alerts import alert
from bluegether.core.missions.api.alerts import circle
from bluegether.core.missions.api.alerts import pending
from bluegether.core.missions.api.board import availability
from bluegether.core.missions.api.board import bench
from bluegether.core.missions.api.board import Ending
from bluegether.core.missions.api.board import ending
from bluegether.core.missions.api.board import ending_at
from bluegether.core.missions.api.board import Free
from bluegether.core.missions.api.board import WEEKS
from bluegether.core.missions.api.changes import end_early
from bluegether.core.missions.api.changes import extend
from bluegether.core.missions.api.changes import MAX_REASON
from bluegether.core.missions.api.changes import replace_by
from bluegether.core.missions.api.checks import Overload
from bluegether.core.missions.api.clients import change_client
from bluegether.core.missions.api.clients import client
from bluegether.core.missions.api.clients import client_choices
from bluegether.core.missions.api.clients import client_shown
from bluegether.core.missions.api.clients import clients
from bluegether.core.missions.api.clients import create_client
from bluegether.core.missions.api.clients import forget_client
from bluegether.core.missions.api.clients import give_clients
from bluegether.core.missions.api.clients import managed_by
from bluegether.core.missions.api.clients import sees_client
from bluegether.core.missions.api.clients import settle_client
from bluegether.core.missions.api.closing import ACCOUNT
from bluegether.core.missions.api.closing import CHECKLIST
from bluegether.core.missions.api.closing import closing
from bluegether.core.missions.api.closing import CONSULTANT
from bluegether.core.missions.api.closing import evaluate
from bluegether.core.missions.api.closing import evaluations
from bluegether.core.missions.api.closing import HR
from bluegether.core.missions.api.closing import is_open
from bluegether.core.missions.api.closing import MANAGER
from bluegether.core.missions.api.closing import mark_objectives
from bluegether.core.missions.api.closing import MARKED
from bluegether.core.missions.api.closing import MAX_TEXT
from bluegether.core.missions.api.closing import sides
from bluegether.core.missions.api.closing import tick
from bluegether.core.missions.api.closing import waiting
from bluegether.core.missions.api.due import plan_all
from bluegether.core.missions.api.due import run_due
from bluegether.core.missions.api.folders import ensure
from bluegether.core.missions.api.folders import folder
from bluegether.core.missions.api.history import history
from bluegether.core.missions.api.history import Line
from bluegether.core.missions.api.keeping import early_ends
from bluegether.core.missions.api.keeping import facts
from bluegether.core.missions.api.keeping import follow
from bluegether.core.missions.api.keeping import forget_mission
from bluegether.core.missions.api.keeping import note
from bluegether.core.missions.api.keeping import record_of
from bluegether.core.missions.api.keeping import settle
from bluegether.core.missions.api.missions import clients_now
from bluegether.core.missions.api.missions import create_mission
from bluegether.core.missions.api.missions import mission
from bluegether.core.missions.api.missions import missions_of
from bluegether.core.missions.api.missions import record
from bluegether.core.missions.api.missions import shown
from bluegether.core.missions.api.missions import url
from bluegether.core.missions.api.periods import Bench
from bluegether.core.missions.api.periods import busy
from bluegether.core.missions.api.periods import free_from
from bluegether.core.missions.api.periods import Load
from bluegether.core.missions.api.periods import on_bench
from bluegether.core.missions.api.periods import peak
from bluegether.core.missions.api.periods import periods
from bluegether.core.missions.api.privacy import erase
from bluegether.core.missions.api.privacy import exported
from bluegether.core.missions.api.reindexing import follow_manager
from bluegether.core.missions.api.reindexing import reindex
from bluegether.core.missions.api.rules import account_manager
from bluegether.core.missions.api.rules import can_manage
from bluegether.core.missions.api.rules import can_view_amounts
from bluegether.core.missions.api.rules import concerned
from bluegether.core.missions.api.rules import may_view
from bluegether.core.missions.api.rules import sees_business
from bluegether.core.missions.api.scope import Scope
from bluegether.core.missions.api.scope import scope
from bluegether.core.missions.api.searching import ahead
from bluegether.core.missions.api.searching import missions_at
from bluegether.core.missions.api.searching import naming_skill
from bluegether.core.missions.api.searching import running_at
from bluegether.core.missions.api.searching import search
from bluegether.core.missions.api.states import confirmed_days
from bluegether.core.missions.api.states import due_state
from bluegether.core.missions.api.states import last_days
from bluegether.core.missions.api.states import weeks


__all__ = [
    "ACCOUNT",
    "CHECKLIST",
    "CONSULTANT",
    "HR",
    "MANAGER",
    "MARKED",
    "MAX_REASON",
    "MAX_TEXT",
    "WEEKS",
    "Alert",
    "Bench",
    "Ending",
    "Free",
    "Line",
    "Load",
    "Overload",
    "Scope",
    "account_manager",
    "ahead",
    "alert",
    "availability",
    "bench",
    "busy",
    "can_manage",
    "can_view_amounts",
    "change_client",
    "circle",
    "client",
    "client_choices",
    "client_shown",
    "clients",
    "clients_now",
    "closing",
    "concerned",
    "confirmed_days",
    "create_client",
    "create_mission",
    "due_state",
    "early_ends",
    "end_early",
    "ending",
    "ending_at",
    "ensure",
    "erase",
    "evaluate",
    "evaluations",
    "exported",
    "extend",
    "facts",
    "folder",
    "follow",
    "follow_manager",
    "forget_client",
    "forget_mission",
    "free_from",
    "give_clients",
    "history",
    "is_open",
    "last_days",
    "managed_by",
    "mark_objectives",
    "may_view",
    "mission",
    "missions_at",
    "missions_of",
    "naming_skill",
    "note",
    "on_bench",
    "peak",
    "pending",
    "periods",
    "plan_all",
    "record",
    "record_of",
    "reindex",
    "replace_by",
    "run_due",
    "running_at",
    "scope",
    "search",
    "sees_business",
    "sees_client",
    "settle",
    "settle_client",
    "shown",
    "sides",
    "tick",
    "url",
    "waiting",
    "weeks",
]
