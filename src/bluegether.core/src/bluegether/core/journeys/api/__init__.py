"""The verbs and questions of journeys: arrivals, buddies, templates, departures, succession, reasons."""

from bluegether.core.journeys.api.arrivals import answer
from bluegether.core.journeys.api.arrivals import begin
from bluegether.core.journeys.api.arrivals import buddy_of
from bluegether.core.journeys.api.arrivals import due_day
from bluegether.core.journeys.api.arrivals import ended
from bluegether.core.journeys.api.arrivals import is_late
from bluegether.core.journeys.api.arrivals import journey
from bluegether.core.journeys.api.arrivals import last_day
from bluegether.core.journeys.api.arrivals import late_for_hr
from bluegether.core.journeys.api.arrivals import open_questions
from bluegether.core.journeys.api.arrivals import own_journey
from bluegether.core.journeys.api.arrivals import people_to_know
from bluegether.core.journeys.api.arrivals import QUESTIONS
from bluegether.core.journeys.api.arrivals import running
from bluegether.core.journeys.api.arrivals import SCALE
from bluegether.core.journeys.api.arrivals import start
from bluegether.core.journeys.api.arrivals import stop
from bluegether.core.journeys.api.arrivals import tick
from bluegether.core.journeys.api.buddies import choose_buddy
from bluegether.core.journeys.api.buddies import decline_buddy
from bluegether.core.journeys.api.buddies import propose_buddies
from bluegether.core.journeys.api.departures import cancel
from bluegether.core.journeys.api.departures import departed
from bluegether.core.journeys.api.departures import departure
from bluegether.core.journeys.api.departures import departure_of
from bluegether.core.journeys.api.departures import leaving
from bluegether.core.journeys.api.departures import move
from bluegether.core.journeys.api.departures import plan
from bluegether.core.journeys.api.departures import proposals
from bluegether.core.journeys.api.departures import propose
from bluegether.core.journeys.api.departures import refuse
from bluegether.core.journeys.api.departures import withdraw
from bluegether.core.journeys.api.due import sweep
from bluegether.core.journeys.api.privacy import export
from bluegether.core.journeys.api.privacy import forget
from bluegether.core.journeys.api.reasons import has_told
from bluegether.core.journeys.api.reasons import MAX_WORDS
from bluegether.core.journeys.api.reasons import REASONS
from bluegether.core.journeys.api.reasons import tell_why
from bluegether.core.journeys.api.reasons import Whole
from bluegether.core.journeys.api.reasons import why
from bluegether.core.journeys.api.rules import can_follow
from bluegether.core.journeys.api.rules import can_guide
from bluegether.core.journeys.api.rules import can_keep_templates
from bluegether.core.journeys.api.rules import can_plan
from bluegether.core.journeys.api.rules import can_propose
from bluegether.core.journeys.api.rules import can_read_answers
from bluegether.core.journeys.api.rules import can_see
from bluegether.core.journeys.api.rules import can_see_departure
from bluegether.core.journeys.api.rules import can_see_why
from bluegether.core.journeys.api.rules import can_tick
from bluegether.core.journeys.api.rules import known_person
from bluegether.core.journeys.api.rules import MAX_TEXT
from bluegether.core.journeys.api.rules import MAX_TITLE
from bluegether.core.journeys.api.rules import WHO
from bluegether.core.journeys.api.steps import address_of
from bluegether.core.journeys.api.steps import delete_template
from bluegether.core.journeys.api.steps import KINDS
from bluegether.core.journeys.api.steps import model_steps
from bluegether.core.journeys.api.steps import save_template
from bluegether.core.journeys.api.steps import template
from bluegether.core.journeys.api.steps import template_for
from bluegether.core.journeys.api.steps import templates
from bluegether.core.journeys.api.succession import ALL
from bluegether.core.journeys.api.succession import hand_over
from bluegether.core.journeys.api.succession import held
from bluegether.core.journeys.api.succession import set_successor
from bluegether.core.journeys.api.succession import successor
from bluegether.core.journeys.api.succession import taking_over
from bluegether.core.journeys.api.succession import took_over
from bluegether.core.journeys.api.tasks import add_task
from bluegether.core.journeys.api.tasks import HR
from bluegether.core.journeys.api.tasks import remove_task
from bluegether.core.journeys.api.tasks import tasks_of
from bluegether.core.journeys.api.tasks import tick_task


__all__ = [
    "ALL",
    "HR",
    "KINDS",
    "MAX_TEXT",
    "MAX_TITLE",
    "MAX_WORDS",
    "QUESTIONS",
    "REASONS",
    "SCALE",
    "WHO",
    "Whole",
    "add_task",
    "address_of",
    "answer",
    "begin",
    "buddy_of",
    "can_follow",
    "can_guide",
    "can_keep_templates",
    "can_plan",
    "can_propose",
    "can_read_answers",
    "can_see",
    "can_see_departure",
    "can_see_why",
    "can_tick",
    "cancel",
    "choose_buddy",
    "decline_buddy",
    "delete_template",
    "departed",
    "departure",
    "departure_of",
    "due_day",
    "ended",
    "export",
    "forget",
    "hand_over",
    "has_told",
    "held",
    "is_late",
    "journey",
    "known_person",
    "last_day",
    "late_for_hr",
    "leaving",
    "model_steps",
    "move",
    "open_questions",
    "own_journey",
    "people_to_know",
    "plan",
    "proposals",
    "propose",
    "propose_buddies",
    "refuse",
    "remove_task",
    "running",
    "save_template",
    "set_successor",
    "start",
    "stop",
    "successor",
    "sweep",
    "taking_over",
    "tasks_of",
    "tell_why",
    "template",
    "template_for",
    "templates",
    "tick",
    "tick_task",
    "took_over",
    "why",
    "withdraw",
]
