"""The verbs and questions of spaces. A space is named by its UID, which no other space ever has."""

from bluegether.core.spaces.api.figures import FEWEST
from bluegether.core.spaces.api.figures import Figures
from bluegether.core.spaces.api.figures import figures
from bluegether.core.spaces.api.figures import reasons
from bluegether.core.spaces.api.listing import listing
from bluegether.core.spaces.api.making import archive
from bluegether.core.spaces.api.making import container
from bluegether.core.spaces.api.making import create_space
from bluegether.core.spaces.api.making import ensure
from bluegether.core.spaces.api.making import FIELDS
from bluegether.core.spaces.api.making import follow
from bluegether.core.spaces.api.making import forget
from bluegether.core.spaces.api.making import reopen
from bluegether.core.spaces.api.making import settle
from bluegether.core.spaces.api.making import space
from bluegether.core.spaces.api.making import update_space
from bluegether.core.spaces.api.membership import accept
from bluegether.core.spaces.api.membership import apply
from bluegether.core.spaces.api.membership import assignable
from bluegether.core.spaces.api.membership import give
from bluegether.core.spaces.api.membership import hand_over
from bluegether.core.spaces.api.membership import invite
from bluegether.core.spaces.api.membership import join
from bluegether.core.spaces.api.membership import leave
from bluegether.core.spaces.api.membership import REASONS
from bluegether.core.spaces.api.membership import refuse
from bluegether.core.spaces.api.membership import remove
from bluegether.core.spaces.api.membership import set_role
from bluegether.core.spaces.api.membership import withdraw
from bluegether.core.spaces.api.personal import erase
from bluegether.core.spaces.api.personal import export
from bluegether.core.spaces.api.personal import give_spaces
from bluegether.core.spaces.api.placing import group
from bluegether.core.spaces.api.placing import reindex
from bluegether.core.spaces.api.questions import answer
from bluegether.core.spaces.api.questions import ask
from bluegether.core.spaces.api.questions import Asked
from bluegether.core.spaces.api.questions import can_answer
from bluegether.core.spaces.api.questions import delay
from bluegether.core.spaces.api.questions import has_questions
from bluegether.core.spaces.api.questions import MAX_ANSWER
from bluegether.core.spaces.api.questions import MAX_QUESTION
from bluegether.core.spaces.api.questions import may_be_anonymous
from bluegether.core.spaces.api.questions import question
from bluegether.core.spaces.api.questions import questions
from bluegether.core.spaces.api.questions import set_due
from bluegether.core.spaces.api.questions import vote
from bluegether.core.spaces.api.reading import applications
from bluegether.core.spaces.api.reading import applications_of
from bluegether.core.spaces.api.reading import Batch
from bluegether.core.spaces.api.reading import Brief
from bluegether.core.spaces.api.reading import brief
from bluegether.core.spaces.api.reading import faces
from bluegether.core.spaces.api.reading import invitations
from bluegether.core.spaces.api.reading import invited
from bluegether.core.spaces.api.reading import is_closed
from bluegether.core.spaces.api.reading import led_by
from bluegether.core.spaces.api.reading import may_know
from bluegether.core.spaces.api.reading import may_post
from bluegether.core.spaces.api.reading import may_see
from bluegether.core.spaces.api.reading import member_ids
from bluegether.core.spaces.api.reading import members
from bluegether.core.spaces.api.reading import mine
from bluegether.core.spaces.api.reading import of_kind
from bluegether.core.spaces.api.reading import Person
from bluegether.core.spaces.api.reading import role
from bluegether.core.spaces.api.reading import shares_space
from bluegether.core.spaces.api.reading import size
from bluegether.core.spaces.api.reading import space_around
from bluegether.core.spaces.api.reading import spaces_of
from bluegether.core.spaces.api.reading import waiting
from bluegether.core.spaces.api.reading import writable
from bluegether.core.spaces.api.rules import can_configure
from bluegether.core.spaces.api.rules import can_create
from bluegether.core.spaces.api.rules import can_moderate
from bluegether.core.spaces.api.rules import is_outside
from bluegether.core.spaces.api.rules import is_owner
from bluegether.core.spaces.api.rules import MAX_MESSAGE
from bluegether.core.spaces.api.rules import record
from bluegether.core.spaces.api.rules import templates
from bluegether.core.spaces.api.templates import defaults
from bluegether.core.spaces.api.templates import publish_quietly


__all__ = [
    "FEWEST",
    "FIELDS",
    "MAX_ANSWER",
    "MAX_MESSAGE",
    "MAX_QUESTION",
    "REASONS",
    "Asked",
    "Batch",
    "Brief",
    "Figures",
    "Person",
    "accept",
    "answer",
    "applications",
    "applications_of",
    "apply",
    "archive",
    "ask",
    "assignable",
    "brief",
    "can_answer",
    "can_configure",
    "can_create",
    "can_moderate",
    "container",
    "create_space",
    "defaults",
    "delay",
    "ensure",
    "erase",
    "export",
    "faces",
    "figures",
    "follow",
    "forget",
    "give",
    "give_spaces",
    "group",
    "hand_over",
    "has_questions",
    "invitations",
    "invite",
    "invited",
    "is_closed",
    "is_outside",
    "is_owner",
    "join",
    "leave",
    "led_by",
    "listing",
    "may_be_anonymous",
    "may_know",
    "may_post",
    "may_see",
    "member_ids",
    "members",
    "mine",
    "of_kind",
    "publish_quietly",
    "question",
    "questions",
    "reasons",
    "record",
    "refuse",
    "reindex",
    "remove",
    "reopen",
    "role",
    "set_due",
    "set_role",
    "settle",
    "shares_space",
    "size",
    "space",
    "space_around",
    "spaces_of",
    "templates",
    "update_space",
    "vote",
    "waiting",
    "withdraw",
    "writable",
]
