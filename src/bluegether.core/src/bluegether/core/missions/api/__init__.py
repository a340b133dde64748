"""The verbs and questions of missions."""

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
from bluegether.core.missions.api.folders import ensure
from bluegether.core.missions.api.folders import folder
from bluegether.core.missions.api.keeping import early_ends
from bluegether.core.missions.api.keeping import facts
from bluegether.core.missions.api.keeping import follow
from bluegether.core.missions.api.keeping import forget_mission
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
from bluegether.core.missions.api.searching import missions_at
from bluegether.core.missions.api.searching import running_at
from bluegether.core.missions.api.searching import search
from bluegether.core.missions.api.states import confirmed_days
from bluegether.core.missions.api.states import due_state
from bluegether.core.missions.api.states import weeks


__all__ = [
    "Bench",
    "Load",
    "Overload",
    "Scope",
    "account_manager",
    "busy",
    "can_manage",
    "can_view_amounts",
    "change_client",
    "client",
    "client_choices",
    "client_shown",
    "clients",
    "clients_now",
    "concerned",
    "confirmed_days",
    "create_client",
    "create_mission",
    "due_state",
    "early_ends",
    "ensure",
    "facts",
    "folder",
    "follow",
    "follow_manager",
    "forget_client",
    "forget_mission",
    "free_from",
    "give_clients",
    "managed_by",
    "may_view",
    "mission",
    "missions_at",
    "missions_of",
    "on_bench",
    "peak",
    "periods",
    "record",
    "record_of",
    "reindex",
    "running_at",
    "scope",
    "search",
    "sees_business",
    "sees_client",
    "settle",
    "settle_client",
    "shown",
    "url",
    "weeks",
]
