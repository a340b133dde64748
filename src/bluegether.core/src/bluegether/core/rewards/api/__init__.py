"""The verbs and questions of rewards."""

from bluegether.core.rewards.api.audit import Audit
from bluegether.core.rewards.api.audit import audit
from bluegether.core.rewards.api.board import board
from bluegether.core.rewards.api.board import is_listed
from bluegether.core.rewards.api.board import join_board
from bluegether.core.rewards.api.board import leave_board
from bluegether.core.rewards.api.board import Placed
from bluegether.core.rewards.api.catalogue import item
from bluegether.core.rewards.api.catalogue import items
from bluegether.core.rewards.api.catalogue import put_item
from bluegether.core.rewards.api.due import is_due
from bluegether.core.rewards.api.due import Owed
from bluegether.core.rewards.api.due import owed
from bluegether.core.rewards.api.due import payout_of
from bluegether.core.rewards.api.due import payouts
from bluegether.core.rewards.api.due import settle
from bluegether.core.rewards.api.figures import by_unit
from bluegether.core.rewards.api.figures import has_amounts
from bluegether.core.rewards.api.figures import paid
from bluegether.core.rewards.api.figures import paid_amounts
from bluegether.core.rewards.api.figures import quarters
from bluegether.core.rewards.api.judging import month_of
from bluegether.core.rewards.api.judging import OPERATORS
from bluegether.core.rewards.api.judging import quarter_of
from bluegether.core.rewards.api.judging import text_of
from bluegether.core.rewards.api.kinds import Kind
from bluegether.core.rewards.api.kinds import kind_named
from bluegether.core.rewards.api.kinds import kind_title
from bluegether.core.rewards.api.kinds import kinds
from bluegether.core.rewards.api.ledger import day_of
from bluegether.core.rewards.api.ledger import hear
from bluegether.core.rewards.api.ledger import held_back
from bluegether.core.rewards.api.ledger import moment_of
from bluegether.core.rewards.api.ledger import record
from bluegether.core.rewards.api.ledger import reference
from bluegether.core.rewards.api.masking import FEWEST
from bluegether.core.rewards.api.masking import Figure
from bluegether.core.rewards.api.masking import Table
from bluegether.core.rewards.api.orders import approve
from bluegether.core.rewards.api.orders import cancel
from bluegether.core.rewards.api.orders import deliver
from bluegether.core.rewards.api.orders import found_order
from bluegether.core.rewards.api.orders import hand_over
from bluegether.core.rewards.api.orders import order
from bluegether.core.rewards.api.orders import orders
from bluegether.core.rewards.api.orders import orders_of
from bluegether.core.rewards.api.orders import owner
from bluegether.core.rewards.api.orders import past_orders
from bluegether.core.rewards.api.orders import refuse
from bluegether.core.rewards.api.orders import STATES
from bluegether.core.rewards.api.orders import to_deliver
from bluegether.core.rewards.api.orders import waiting
from bluegether.core.rewards.api.privacy import erase
from bluegether.core.rewards.api.privacy import exported
from bluegether.core.rewards.api.reading import all_lines
from bluegether.core.rewards.api.reading import balance
from bluegether.core.rewards.api.reading import earned_cents
from bluegether.core.rewards.api.reading import in_language
from bluegether.core.rewards.api.reading import ledger
from bluegether.core.rewards.api.reading import Line
from bluegether.core.rewards.api.reading import MAX_SIZE
from bluegether.core.rewards.api.reading import Page
from bluegether.core.rewards.api.reading import SIZE
from bluegether.core.rewards.api.reversing import reverse
from bluegether.core.rewards.api.reversing import to_reverse
from bluegether.core.rewards.api.rights import can_handle_orders
from bluegether.core.rewards.api.rights import can_pay
from bluegether.core.rewards.api.rights import can_reverse
from bluegether.core.rewards.api.rights import can_write_rules
from bluegether.core.rewards.api.rights import earns
from bluegether.core.rewards.api.rights import name_of
from bluegether.core.rewards.api.simulating import simulate
from bluegether.core.rewards.api.simulating import Simulation
from bluegether.core.rewards.api.versions import Caution
from bluegether.core.rewards.api.versions import coming
from bluegether.core.rewards.api.versions import discard_draft
from bluegether.core.rewards.api.versions import draft
from bluegether.core.rewards.api.versions import drop_rule
from bluegether.core.rewards.api.versions import ends
from bluegether.core.rewards.api.versions import has_draft
from bluegether.core.rewards.api.versions import in_force
from bluegether.core.rewards.api.versions import publish
from bluegether.core.rewards.api.versions import put_rule
from bluegether.core.rewards.api.versions import start_draft
from bluegether.core.rewards.api.versions import state_of
from bluegether.core.rewards.api.versions import take_back_coming
from bluegether.core.rewards.api.versions import version
from bluegether.core.rewards.api.versions import versions
from bluegether.core.rewards.api.versions import warnings


__all__ = [
    "FEWEST",
    "MAX_SIZE",
    "OPERATORS",
    "SIZE",
    "STATES",
    "Audit",
    "Caution",
    "Figure",
    "Kind",
    "Line",
    "Owed",
    "Page",
    "Placed",
    "Simulation",
    "Table",
    "all_lines",
    "approve",
    "audit",
    "balance",
    "board",
    "by_unit",
    "can_handle_orders",
    "can_pay",
    "can_reverse",
    "can_write_rules",
    "cancel",
    "coming",
    "day_of",
    "deliver",
    "discard_draft",
    "draft",
    "drop_rule",
    "earned_cents",
    "earns",
    "ends",
    "erase",
    "exported",
    "found_order",
    "hand_over",
    "has_amounts",
    "has_draft",
    "hear",
    "held_back",
    "in_force",
    "in_language",
    "is_due",
    "is_listed",
    "item",
    "items",
    "join_board",
    "kind_named",
    "kind_title",
    "kinds",
    "leave_board",
    "ledger",
    "moment_of",
    "month_of",
    "name_of",
    "order",
    "orders",
    "orders_of",
    "owed",
    "owner",
    "paid",
    "paid_amounts",
    "past_orders",
    "payout_of",
    "payouts",
    "publish",
    "put_item",
    "put_rule",
    "quarter_of",
    "quarters",
    "record",
    "reference",
    "refuse",
    "reverse",
    "settle",
    "simulate",
    "start_draft",
    "state_of",
    "take_back_coming",
    "text_of",
    "to_deliver",
    "to_reverse",
    "version",
    "versions",
    "waiting",
    "warnings",
]
